public import Compression

/// A picture with the words around it, before it is written: how high it comes out is known only
/// once the words are set.
public struct FramedImage: Sendable {
  private var list: DisplayList
  private let theme: ColourTheme
  private let language: String
  /// The view as it is in the picture.
  public let picture: MapView

  /// Pixels that the words take from the width of any image.
  public static let sideMargins =
    (FurnitureLayout.Margins.around.left + FurnitureLayout.Margins.around.right)
    / DisplayUnit.pixel

  /// Sets a map.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw. A column is 8 pixels.
  ///   - theme: The colours.
  ///   - language: BCP 47 tag of the words in the scene.
  ///   - isPicture: Whether it becomes pixels, whose letters are those of one font.
  /// - Complexity: As ``MapRenderer/render(_:view:capabilities:)``.
  public init(
    _ scene: MapScene, view: MapView, theme: ColourTheme, language: String = "en", isPicture: Bool
  ) {
    list = DisplayList(scene, view: view, lettering: isPicture ? .strokeFont : .system)
    let height = Int64(list.pictureEnd.y - list.pictureOrigin.y)
    let rows = height * view.aspectThousandths / (1_000 * Int64(DisplayUnit.column))
    picture = view.anchored(pictureRows: Int(rows))
    self.theme = theme
    self.language = language
  }

  /// Pixels across.
  public var width: Int { Self.pixels(list.width) }
  /// Pixels down.
  public var height: Int { Self.pixels(list.height) }

  private static func pixels(_ units: Int) -> Int {
    (units + DisplayUnit.pixel - 1) / DisplayUnit.pixel
  }

  /// The same on more pixels: empty ground to the right and below.
  ///
  /// - Parameters:
  ///   - width: Pixels across; those it has where they are more.
  ///   - height: Pixels down; those it has where they are more.
  /// - Returns: An image of that size.
  public func padded(width: Int, height: Int) -> FramedImage {
    var padded = self
    padded.list.grow(
      toWidth: min(width, ExactImage.mostPixels) * DisplayUnit.pixel,
      height: min(height, ExactImage.mostPixels) * DisplayUnit.pixel)
    return padded
  }

  /// The image as SVG.
  ///
  /// - Returns: A whole document; the same for the same input.
  public func svg() -> [UInt8] {
    var writer = SVGWriter(list, theme: theme, language: language)
    return writer.document()
  }

  /// The image as PNG.
  ///
  /// - Returns: A whole file; the same for the same input.
  /// - Throws: `CompressionError` where memory is short.
  /// - Complexity: O(*p*) in the pixels.
  public func png() throws(CompressionError) -> [UInt8] {
    let raster = DisplayRaster(list, theme: theme, scale: PixelScale(factor: 1))
    return try PNGEncoder.encode(
      raster.canvas.reduced(to: 256, pinning: ImagePalette(theme: theme).all))
  }
}
