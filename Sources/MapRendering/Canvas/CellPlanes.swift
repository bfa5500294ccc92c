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

  /// Takes over what other planes hold; storage is kept where the size is the same.
  mutating func assign(_ other: CellPlanes) {
    guard columns == other.columns, rows == other.rows,
      lowerTints.count == other.lowerTints.count
    else {
      self = other
      return
    }
    Self.copy(other.tints, into: &tints)
    Self.copy(other.lowerTints, into: &lowerTints)
    Self.copy(other.owners, into: &owners)
    Self.copy(other.water, into: &water)
    Self.copy(other.lines, into: &lines)
    Self.copy(other.lineInks, into: &lineInks)
    Self.copy(other.glyphs, into: &glyphs)
    Self.copy(other.inks, into: &inks)
    if !marks.isEmpty || !other.marks.isEmpty { marks = other.marks }
  }

  private static func copy<Element>(_ source: [Element], into target: inout [Element]) {
    target.withUnsafeMutableBufferPointer { target in
      source.withUnsafeBufferPointer { source in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        to.update(from: from, count: min(source.count, target.count))
      }
    }
  }

  /// Planes as buffers, for loops that write many cells: an array would be asked at each whether it
  /// is shared.
  struct Buffers {
    let tints: UnsafeMutableBufferPointer<UInt8>
    let lowerTints: UnsafeMutableBufferPointer<UInt8>
    let owners: UnsafeMutableBufferPointer<UInt16>
    let water: UnsafeMutableBufferPointer<UInt8>
    let lines: UnsafeMutableBufferPointer<UInt8>
    let lineInks: UnsafeMutableBufferPointer<UInt8>
    let glyphs: UnsafeMutableBufferPointer<UInt32>
    let inks: UnsafeMutableBufferPointer<UInt8>
  }

  /// Writes into the planes by buffers, which are valid during the call only.
  @inline(__always)
  mutating func withBuffers<Result>(_ body: (Buffers) -> Result) -> Result {
    tints.withUnsafeMutableBufferPointer { tints in
      lowerTints.withUnsafeMutableBufferPointer { lowerTints in
        owners.withUnsafeMutableBufferPointer { owners in
          water.withUnsafeMutableBufferPointer { water in
            lines.withUnsafeMutableBufferPointer { lines in
              lineInks.withUnsafeMutableBufferPointer { lineInks in
                glyphs.withUnsafeMutableBufferPointer { glyphs in
                  inks.withUnsafeMutableBufferPointer { inks in
                    body(
                      Buffers(
                        tints: tints, lowerTints: lowerTints, owners: owners, water: water,
                        lines: lines, lineInks: lineInks, glyphs: glyphs, inks: inks))
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// The index of a cell inside the picture.
  @inline(__always)
  func index(column: Int, row: Int) -> Int { row * columns + column }

  /// The cells of a run of columns, cut to the picture.
  func cells(row: Int, _ run: Range<Int>) -> Range<Int> {
    guard row >= 0, row < rows else { return 0..<0 }
    let cut = run.clamped(to: 0..<columns)
    return row * columns + cut.lowerBound..<row * columns + cut.upperBound
  }

  /// Puts a character into a cell; outside the picture nothing happens.
  mutating func put(_ scalar: Unicode.Scalar, column: Int, row: Int, ink: Ink) {
    guard column >= 0, column < columns, row >= 0, row < rows else { return }
    let cell = index(column: column, row: row)
    glyphs[cell] = scalar.value
    inks[cell] = ink.code
  }

  /// Makes cells inside the picture blanks on plain ground, for something that stands on them.
  mutating func clear(columns run: Range<Int>, rows: Range<Int>) {
    // Plane by plane: the others may be shared and stay so.
    for row in rows {
      let cells = cells(row: row, run)
      Self.fill(&lines, cells, 0)
      Self.fill(&tints, cells, 0)
      if !lowerTints.isEmpty { Self.fill(&lowerTints, cells, 0) }
      Self.fill(&glyphs, cells, 0x20)
      Self.fill(&inks, cells, Ink.plain.code)
    }
  }

  private static func fill<Element>(
    _ plane: inout [Element], _ cells: Range<Int>, _ value: Element
  ) {
    var plane = plane.mutableSpan
    for cell in cells { plane[cell] = value }
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
