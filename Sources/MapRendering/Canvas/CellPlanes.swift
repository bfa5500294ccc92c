/// The picture as planes over its cells: background, dots, characters.
///
/// Planes are flat arrays in row order, written by the drawing steps and read once when cells are made of them.
/// What is drawn wins by rank, not by when it was drawn: water, border, road, bridge, graticule,
/// label, symbol.
struct CellPlanes {
  let columns: Int
  let rows: Int
  /// Tint class of the district at the middle of the cell, 0 for none.
  var tints: [UInt8]
  /// The same for the lower half, with ``tints`` for the upper one; empty where cells are whole.
  var lowerTints: [UInt8]
  /// One more than the index of the area at the middle of the cell, 0 for none.
  var owners: [UInt16]
  /// Dots of water.
  var water: [UInt8]
  /// Dots of lines, or their joints, as the tier draws lines.
  var lines: [UInt8]
  /// Ink code of the lines: the highest that has a dot in the cell.
  var lineInks: [UInt8]
  /// Characters, 0 for none; ``CellGrid/Cell/continuation`` right of a wide one.
  var glyphs: [UInt32]
  /// Ink codes of the characters.
  var inks: [UInt8]
  /// Combining marks that follow the character of a cell.
  var marks: [Int: [Unicode.Scalar]] = [:]

  init(columns: Int, rows: Int, hasHalves: Bool = false) {
    self.columns = columns
    self.rows = rows
    let count = columns * rows
    tints = Array(repeating: 0, count: count)
    lowerTints = hasHalves ? tints : []
    owners = Array(repeating: 0, count: count)
    water = Array(repeating: 0, count: count)
    lines = Array(repeating: 0, count: count)
    lineInks = Array(repeating: 0, count: count)
    glyphs = Array(repeating: 0, count: count)
    inks = Array(repeating: 0, count: count)
  }

  /// The index of a cell inside the picture.
  @inline(__always)
  func index(column: Int, row: Int) -> Int { row * columns + column }

  /// Puts a character into a cell; outside the picture nothing happens.
  mutating func put(_ scalar: Unicode.Scalar, column: Int, row: Int, ink: Ink) {
    guard column >= 0, column < columns, row >= 0, row < rows else { return }
    let cell = index(column: column, row: row)
    glyphs[cell] = scalar.value
    inks[cell] = ink.code
  }

  /// Takes borders and hatching away beside a text, so that it stands free.
  mutating func clearHalo(row: Int, _ run: Range<Int>) {
    for column in [run.lowerBound - 1, run.upperBound] where column >= 0 && column < columns {
      let cell = index(column: column, row: row)
      if lineInks[cell] < Ink.road.code { lines[cell] = 0 }
    }
  }

  /// Writes a text from a cell rightwards; what would leave the picture is not written.
  mutating func write(_ text: TerminalText, column: Int, row: Int, ink: Ink) {
    var column = column
    if text.isASCII {
      for byte in text.string.utf8 {
        put(Unicode.Scalar(byte), column: column, row: row, ink: ink)
        column += 1
      }
      return
    }
    for scalar in text.string.unicodeScalars {
      let width = TerminalText.columns(of: scalar, ambiguousWidth: .narrow)
      if width == 0 {
        guard column > 0, column <= columns, row >= 0, row < rows else { continue }
        marks[index(column: column - 1, row: row), default: []].append(scalar)
      } else {
        put(scalar, column: column, row: row, ink: ink)
        if width == 2, column + 1 < columns, column >= 0, row >= 0, row < rows {
          glyphs[index(column: column + 1, row: row)] = CellGrid.Cell.continuation
        }
        column += width
      }
    }
  }
}
