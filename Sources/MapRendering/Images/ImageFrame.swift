/// A frame whose areas and lines are an image, with names, symbols and all words as terminal text
/// over it: they can be copied, searched and read aloud.
struct ImageFrame {
  /// The frame as bytes.
  private(set) var bytes: [UInt8] = []
  private let letters: CellGrid
  private let palette: Palette

  /// Puts letters over an image.
  ///
  /// The rows of the picture are reserved first and the cursor goes back up, so that a frame at the
  /// bottom of the screen scrolls before the image is placed. The screen must be at least as high as
  /// the picture.
  ///
  /// - Parameters:
  ///   - letters: The frame as cells, without what the image shows.
  ///   - image: The image.
  ///   - palette: The colours of the letters.
  /// - Complexity: O(*n*) in the bytes.
  init(_ letters: CellGrid, over image: MapImage, palette: Palette) {
    self.letters = letters
    self.palette = palette
    for row in 0..<image.row { put(row) }
    bytes += repeatElement(0x0A, count: image.size.rows)
    bytes += Array("\u{1B}[\(image.size.rows)A".utf8)
    // Where the cursor is after an image differs between terminals: it is kept and put back.
    bytes += [0x1B, 0x37] + image.printed + [0x1B, 0x38]
    for row in image.row..<letters.rows { put(row) }
  }

  /// Writes a row; blanks are stepped over, for a printed blank would wipe a sixel.
  private mutating func put(_ row: Int) {
    var gap = 0
    var ink = Ink.plain.code
    for index in row * letters.columns..<(row + 1) * letters.columns {
      let cell = letters.cells[index]
      if cell.scalar == CellGrid.Cell.continuation { continue }
      if cell.scalar == CellGrid.Cell.blank {
        gap += 1
        continue
      }
      if gap > 0 { bytes += Array("\u{1B}[\(gap)C".utf8) }
      gap = 0
      style(cell.foreground, &ink)
      append(cell.scalar)
      for mark in letters.marks[index] ?? [] { append(mark.value) }
    }
    if ink != Ink.plain.code { bytes += Array("\u{1B}[0m".utf8) }
    bytes.append(0x0A)
  }

  private mutating func style(_ wanted: UInt8, _ ink: inout UInt8) {
    guard wanted != ink else { return }
    ink = wanted
    bytes += Array("\u{1B}[0".utf8)
    if palette.bolds[Int(wanted)] { bytes += Array(";1".utf8) }
    let colour = palette.foregrounds[Int(wanted)]
    if !colour.isEmpty { bytes += [UInt8(ascii: ";")] + colour }
    bytes.append(UInt8(ascii: "m"))
  }

  private mutating func append(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else { return }
    bytes.append(contentsOf: encoded)
  }
}
