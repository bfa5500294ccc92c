import Compression

/// Areas and lines of a map as an image, to be put under the letters of its frame.
public struct MapImage: Sendable, Equatable {
  /// How it is sent.
  public let kind: ImageProtocol
  /// The row of the frame where it begins, from 0, in the first column.
  public let row: Int
  /// The cells that it covers.
  public let size: CellSize
  /// A PNG, or the sixels.
  private let payload: [UInt8]

  /// Encodes a canvas; `nil` where memory is short.
  ///
  /// - Parameters:
  ///   - canvas: The pixels.
  ///   - kind: How it is sent.
  ///   - theme: The colours that it was drawn in.
  ///   - row: Where it begins.
  ///   - size: The cells that it covers.
  init?(
    _ canvas: PixelCanvas, kind: ImageProtocol, theme: ColourTheme, row: Int, size: CellSize
  ) {
    let palette = ImagePalette(theme: theme)
    let paper = palette.rgb(.paper)
    switch kind {
    case .sixel:
      payload = SixelEncoder.encode(canvas, transparent: paper, pinning: palette.all)
    case .kitty:
      do throws(CompressionError) {
        payload = try PNGEncoder.encode(
          canvas.reduced(to: 256, keeping: paper, pinning: palette.all), transparent: paper)
      } catch {
        return nil
      }
    }
    (self.kind, self.row, self.size) = (kind, row, size)
  }

  /// The number under which a terminal keeps the image of a program that draws one after another.
  private static let id: UInt32 = 5_458_250

  /// What prints the image at the cursor, to stay there.
  var printed: [UInt8] {
    switch kind {
    case .sixel: payload
    case .kitty: KittyEncoder.encode(payload, cells: size)
    }
  }

  /// What shows the image on a screen whose first row is the frame's, in the place of the one shown
  /// before, so that a terminal never keeps more than one.
  ///
  /// Sixels have to come before the letters over them. Afterwards the cursor may be anywhere.
  ///
  /// - Complexity: O(*n*) in the bytes.
  public var shown: [UInt8] {
    let address = Array("\u{1B}[\(row + 1);1H".utf8)
    switch kind {
    case .sixel: return address + payload
    case .kitty: return address + KittyEncoder.encode(payload, cells: size, id: Self.id)
    }
  }

  /// What takes the image that ``shown`` has shown off the screen and out of the terminal's memory;
  /// nothing for sixels, which are gone when their cells are erased.
  ///
  /// - Parameter kind: How it was sent.
  /// - Returns: Bytes for a terminal.
  public static func removal(_ kind: ImageProtocol) -> [UInt8] {
    switch kind {
    case .sixel: []
    case .kitty: KittyEncoder.removal(id: id)
    }
  }
}
