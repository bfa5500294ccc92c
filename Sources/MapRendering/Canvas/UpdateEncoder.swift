/// Writes changed cells of a screen in few bytes: of the ways to move the cursor and to change
/// attributes, always the shortest.
///
/// Moves that count from where the cursor is are used only while every terminal agrees on that:
/// after a character whose width is in doubt, and in the last column, the next move names its column.
///
/// - Note: Source – ECMA-48 §8.3 (ED, EL); see ``CursorMove`` and ``SGRChange``.
struct UpdateEncoder {
  /// A state to come back to.
  struct Mark {
    fileprivate let count: Int
    fileprivate let style: CellStyle
    fileprivate let cursor: CursorMove.Known
  }

  /// What has been written.
  private(set) var bytes: [UInt8] = []
  private let table: SGRTable
  private let columns: Int
  /// The attributes in force.
  private(set) var style = CellStyle.standard
  /// Where the cursor is, as far as every terminal agrees on it.
  private(set) var cursor = CursorMove.Known()

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
  var mark: Mark { Mark(count: bytes.count, style: style, cursor: cursor) }

  /// Takes back what was written since then.
  mutating func goBack(to mark: Mark) {
    bytes.removeLast(bytes.count - mark.count)
    (style, cursor) = (mark.style, mark.cursor)
  }

  /// Brings the cursor to a cell, counted from 0.
  mutating func move(column: Int, row: Int) {
    let place = CursorMove.Place(column: column, row: row)
    CursorMove(from: cursor, to: place).append(to: &bytes)
    cursor = CursorMove.Known(column: column, row: row)
  }

  /// Bytes that it takes to change a style; over a blank the ink stays as it is.
  func length(from before: CellStyle, to after: CellStyle, isBlank: Bool) -> Int {
    let wanted = isBlank ? CellStyle(ink: before.ink, background: after.background) : after
    return wanted == before ? 0 : SGRChange(from: before, to: wanted, in: table).length
  }

  // MARK: Cells

  /// Prints a cell at the cursor; of the right half of a wide character there are at most marks.
  ///
  /// - Parameters:
  ///   - cell: What is to be seen.
  ///   - marks: What follows its character.
  ///   - next: The style of the next character of the run, where the cell ``changesGround(_:)``.
  mutating func put(_ cell: CellGrid.Cell, marks: [Unicode.Scalar], next: CellStyle?) {
    if cell.scalar == CellGrid.Cell.continuation {
      for mark in marks { append(mark.value) }
      return
    }
    guard cell.scalar != CellGrid.Cell.blank else {
      if changesGround(cell) { changeGround(to: CellStyle(of: cell).background, next: next) }
      bytes.append(0x20)
      return advance(isCertain: true)
    }
    change(to: CellStyle(of: cell))
    append(cell.scalar)
    for mark in marks { append(mark.value) }
    advance(isCertain: marks.isEmpty && Self.isCertain(cell.scalar))
  }

  /// Whether a cell is a blank on another colour than the one before.
  func changesGround(_ cell: CellGrid.Cell) -> Bool {
    cell.scalar == CellGrid.Cell.blank && CellStyle(of: cell).background != style.background
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
    cursor = CursorMove.Known(column: 0, row: 0)
  }

  /// Turns all attributes off and brings the cursor to where it belongs, if anywhere.
  mutating func finish(at place: (column: Int, row: Int)?) {
    change(to: .standard)
    if let place { move(column: place.column, row: place.row) }
  }

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
    guard isCertain, let column = cursor.column, column + 1 < columns else {
      cursor.column = nil
      return
    }
    cursor.column = column + 1
  }

  /// Whether a character is one column wide in every terminal: mosaics of Unicode 13 and later are
  /// too new for some tables of widths.
  static func isCertain(_ scalar: UInt32) -> Bool {
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
