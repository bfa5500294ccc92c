/// Writes changed cells of a screen in few bytes: of the ways to move the cursor and to change
/// attributes, always the shortest.
///
/// For a terminal in raw mode, where a line feed goes straight down. Moves that count from where the
/// cursor is are used only while every terminal agrees on that: after a character whose width is
/// in doubt, and in the last column, the next move names its column.
///
/// - Note: Source – ECMA-48 §8.3 (BS, CHA, CUB, CUF, CUP, CR, ED, EL, LF, SGR).
struct UpdateEncoder {
  /// A state to come back to.
  struct Mark {
    fileprivate let count: Int
    fileprivate let style: CellStyle
    fileprivate let row: Int?
    fileprivate let column: Int?
  }

  /// What has been written.
  private(set) var bytes: [UInt8] = []
  private let table: SGRTable
  private let columns: Int
  private var style = CellStyle.standard
  /// The cursor's row and column; `nil` where terminals may differ about it.
  private var row: Int?
  private var column: Int?

  /// Begins with the cursor anywhere and no attribute set.
  ///
  /// - Parameters:
  ///   - palette: The colours.
  ///   - columns: Columns of the terminal.
  init(_ palette: Palette, columns: Int) {
    table = palette.table
    self.columns = columns
    bytes.reserveCapacity(1_024)
  }

  /// Where the encoder stands.
  var mark: Mark { Mark(count: bytes.count, style: style, row: row, column: column) }

  /// Takes back what was written since then.
  mutating func goBack(to mark: Mark) {
    bytes.removeLast(bytes.count - mark.count)
    (style, row, column) = (mark.style, mark.row, mark.column)
  }

  // MARK: Cells

  /// Prints a cell at the cursor; of the right half of a wide character there are at most marks.
  ///
  /// - Parameters:
  ///   - cell: What is to be seen.
  ///   - marks: What follows its character.
  ///   - next: The style of the next character of the run, asked for where a blank changes the
  ///     colour behind it.
  mutating func put(
    _ cell: CellGrid.Cell, marks: [Unicode.Scalar], next: @autoclosure () -> CellStyle?
  ) {
    if cell.scalar == CellGrid.Cell.continuation {
      for mark in marks { append(mark.value) }
      return
    }
    guard cell.scalar != CellGrid.Cell.blank else {
      let ground = CellStyle(of: cell).background
      if ground != style.background { changeGround(to: ground, next: next()) }
      bytes.append(0x20)
      return advance(isCertain: true)
    }
    change(to: CellStyle(of: cell))
    append(cell.scalar)
    for mark in marks { append(mark.value) }
    advance(isCertain: marks.isEmpty && Self.isCertain(cell.scalar))
  }

  /// Erases the rest of the row (EL).
  mutating func eraseRow() {
    if style.background != Palette.Background.none {
      changeGround(to: Palette.Background.none, next: nil)
    }
    bytes += [0x1B, 0x5B, 0x4B]
  }

  /// Erases the whole screen (CUP, ED).
  mutating func eraseScreen() {
    bytes += [0x1B, 0x5B, 0x48, 0x1B, 0x5B, 0x4A]
    (row, column) = (0, 0)
  }

  /// Turns all attributes off.
  mutating func finish() { change(to: .standard) }

  // MARK: Attributes

  private mutating func change(to wanted: CellStyle) {
    guard wanted != style else { return }
    SGRChange(from: style, to: wanted, in: table).append(to: &bytes, from: table)
    style = wanted
  }

  /// Sets the colour behind a blank, which shows no ink: in the ink that costs least until the next
  /// character.
  private mutating func changeGround(to background: UInt8, next: CellStyle?) {
    var best: (length: Int, style: CellStyle)?
    for ink in [next?.ink ?? style.ink, style.ink, 0] {
      let wanted = CellStyle(ink: ink, background: background)
      var length = SGRChange(from: style, to: wanted, in: table).length
      if let next { length += SGRChange(from: wanted, to: next, in: table).length }
      if length < best?.length ?? .max { best = (length, wanted) }
    }
    if let best { change(to: best.style) }
  }

  private mutating func advance(isCertain: Bool) {
    guard isCertain, let column, column + 1 < columns else {
      column = nil
      return
    }
    self.column = column + 1
  }

  /// Whether a character is one column wide in every terminal: mosaics of Unicode 13 and later are
  /// too new for some tables of widths.
  private static func isCertain(_ scalar: UInt32) -> Bool {
    if scalar < 0x7F || (0x2800...0x28FF).contains(scalar) { return true }
    return scalar < 0x1_0000 && CharacterWidth.columns(of: scalar, wideAmbiguous: true) == 1
  }

  private mutating func append(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return }
    if scalar.value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else if let encoded = UTF8.encode(scalar) {
      bytes.append(contentsOf: encoded)
    }
  }
}

// MARK: The cursor

extension UpdateEncoder {
  /// Brings the cursor to a cell, counted from 0.
  mutating func move(column wanted: Int, row wantedRow: Int) {
    if row == wantedRow, column == wanted { return }
    let address = addressLength(wanted, wantedRow)
    if let row, row <= wantedRow, wantedRow - row < address {
      let down = wantedRow - row
      let sideways = sideways(to: wanted)
      if down + sideways.length < address {
        for _ in 0..<down { bytes.append(0x0A) }
        go(sideways, to: wanted)
        (self.row, column) = (wantedRow, wanted)
        return
      }
    }
    bytes += [0x1B, 0x5B]
    if wanted > 0 || wantedRow > 0 { append(number: wantedRow + 1) }
    if wanted > 0 {
      bytes.append(0x3B)
      append(number: wanted + 1)
    }
    bytes.append(0x48)
    (row, column) = (wantedRow, wanted)
  }

  private func addressLength(_ column: Int, _ row: Int) -> Int {
    let tail = column > 0 ? 1 + Self.digits(column + 1) : 0
    return 3 + (column > 0 || row > 0 ? Self.digits(row + 1) : 0) + tail
  }

  /// A way along a row.
  private enum Sideways {
    case stay
    case right(Int)
    case backspace(Int)
    case left(Int)
    case named(Int)
    case start
    case startAndRight(Int)

    var length: Int {
      switch self {
      case .stay: 0
      case .right(let count), .left(let count):
        3 + (count > 1 ? UpdateEncoder.digits(count) : 0)
      case .backspace(let count): count
      case .named(let column): 3 + (column > 0 ? UpdateEncoder.digits(column + 1) : 0)
      case .start: 1
      case .startAndRight(let count): 4 + (count > 1 ? UpdateEncoder.digits(count) : 0)
      }
    }
  }

  /// The shortest way to a column of the cursor's row.
  private func sideways(to wanted: Int) -> Sideways {
    var best: Sideways = wanted == 0 ? .start : .startAndRight(wanted)
    func consider(_ way: Sideways) { if way.length < best.length { best = way } }
    consider(.named(wanted))
    guard let column else { return best }
    if column == wanted { return .stay }
    if column < wanted {
      consider(.right(wanted - column))
    } else {
      consider(.backspace(column - wanted))
      consider(.left(column - wanted))
    }
    return best
  }

  private mutating func go(_ way: Sideways, to wanted: Int) {
    switch way {
    case .stay: break
    case .right(let count): sequence(count > 1 ? count : nil, UInt8(ascii: "C"))
    case .left(let count): sequence(count > 1 ? count : nil, UInt8(ascii: "D"))
    case .backspace(let count): for _ in 0..<count { bytes.append(0x08) }
    case .named(let column): sequence(column > 0 ? column + 1 : nil, UInt8(ascii: "G"))
    case .start: bytes.append(0x0D)
    case .startAndRight(let count):
      bytes.append(0x0D)
      sequence(count > 1 ? count : nil, UInt8(ascii: "C"))
    }
  }

  private mutating func sequence(_ number: Int?, _ final: UInt8) {
    bytes += [0x1B, 0x5B]
    if let number { append(number: number) }
    bytes.append(final)
  }

  fileprivate static func digits(_ number: Int) -> Int { SymbolClusters.digits(number) }

  private mutating func append(number: Int) {
    if number > 9 { append(number: number / 10) }
    bytes.append(UInt8(0x30 + number % 10))
  }
}
