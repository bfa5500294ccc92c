/// The cells in which two grids of one size differ, put into few bytes.
struct GridUpdate {
  /// What is sent in one go: cells, then the rest of the row erased.
  struct Piece {
    let row: Int
    var cells: Range<Int>
    var erases = false
    /// Where it leaves the cursor.
    var end = CursorMove.Known()
  }

  /// The most unchanged cells that may be printed again instead of moving the cursor over them.
  private static let mostGap = 12
  /// Bytes of the sequence that erases the rest of a row.
  private static let eraseLength = 3
  let after: CellGrid
  /// Whether each cell is another one.
  let changes: [Bool]
  private let sparesBlanks: Bool

  /// Prepares an update.
  ///
  /// - Parameters:
  ///   - before: What is shown.
  ///   - after: What is to be shown, of the same size.
  ///   - sparesBlanks: Whether blanks that are the same in both are neither printed nor erased.
  init(from before: CellGrid, to after: CellGrid, sparesBlanks: Bool) {
    (self.after, self.sparesBlanks) = (after, sparesBlanks)
    let (old, new) = (before.cells.span, after.cells.span)
    var changes = new.indices.map { old[$0] != new[$0] }
    for index in Set(before.marks.keys).union(after.marks.keys)
    where before.marks[index] != after.marks[index] { changes[index] = true }
    self.changes = changes
  }

  // MARK: Row by row

  /// Encodes all changes from the upper left.
  ///
  /// - Returns: The pieces of it, in that order.
  func encodeRows(into encoder: inout UpdateEncoder) -> [Piece] {
    var pieces: [Piece] = []
    for row in 0..<after.rows { encodeRow(row, into: &encoder, &pieces) }
    return pieces
  }

  private func encodeRow(_ row: Int, into encoder: inout UpdateEncoder, _ pieces: inout [Piece]) {
    let cells = row * after.columns..<(row + 1) * after.columns
    var index = firstChange(from: cells.lowerBound, before: cells.upperBound)
    guard index < cells.upperBound else { return }
    let erasing = sparesBlanks ? nil : erasing(cells)
    let end = erasing ?? cells.upperBound
    var open: Piece?
    while index < end {
      let run = run(at: index, in: (open?.cells.upperBound ?? cells.lowerBound)..<end)
      if let piece = open, bridges(piece.cells.upperBound, run, into: &encoder) {
        open?.cells = piece.cells.lowerBound..<run.upperBound
      } else {
        close(&open, encoder, &pieces)
        open = Piece(row: row, cells: run)
        encoder.move(column: run.lowerBound - cells.lowerBound, row: row)
      }
      put(run, into: &encoder)
      index = firstChange(from: run.upperBound, before: end)
    }
    if let erasing {
      if open?.cells.upperBound == erasing {
        open?.erases = true
      } else {
        close(&open, encoder, &pieces)
        open = Piece(row: row, cells: erasing..<erasing, erases: true)
      }
      encoder.move(column: erasing - cells.lowerBound, row: row)
      encoder.eraseRow()
    }
    close(&open, encoder, &pieces)
  }

  private func close(_ open: inout Piece?, _ encoder: UpdateEncoder, _ pieces: inout [Piece]) {
    guard var piece = open else { return }
    piece.end = encoder.cursor
    pieces.append(piece)
    open = nil
  }

  /// The changed cells from one on, in whole characters.
  private func run(at index: Int, in cells: Range<Int>) -> Range<Int> {
    let isHalf = after.cells[index].scalar == CellGrid.Cell.continuation
    let start = isHalf ? max(index - 1, cells.lowerBound) : index
    var stop = index + 1
    while stop < cells.upperBound, changes[stop] { stop += 1 }
    // What follows a wide character stands with its right half.
    if stop < cells.upperBound, after.cells[stop].scalar == CellGrid.Cell.continuation { stop += 1 }
    return start..<stop
  }

  /// Prints the unchanged cells before a run where that is no longer than a move, with the style of
  /// what comes behind them.
  ///
  /// - Returns: Whether they were printed; if not, nothing was.
  func bridges(_ start: Int, _ run: Range<Int>, into encoder: inout UpdateEncoder) -> Bool {
    guard start < run.lowerBound else { return true }
    let gap = start..<run.lowerBound
    guard gap.count <= Self.mostGap,
      !(sparesBlanks && gap.contains { after.cells[$0].scalar == CellGrid.Cell.blank })
    else { return false }
    let mark = encoder.mark
    let first = run.lowerBound..<run.lowerBound + 1
    let column = run.lowerBound % after.columns
    encoder.move(column: column, row: run.lowerBound / after.columns)
    put(first, into: &encoder)
    let moved = encoder.bytes.count
    encoder.goBack(to: mark)
    put(gap, into: &encoder)
    let printed = encoder.mark
    put(first, into: &encoder)
    let isShorter = encoder.bytes.count <= moved
    encoder.goBack(to: isShorter ? printed : mark)
    return isShorter
  }

  /// Where the rest of a row can be erased, for less than the blanks would take; `nil` for nowhere.
  private func erasing(_ row: Range<Int>) -> Int? {
    var tail = row.upperBound
    while tail > row.lowerBound, isBlank(after.cells[tail - 1]), after.marks[tail - 1] == nil {
      tail -= 1
    }
    let first = firstChange(from: tail, before: row.upperBound)
    var end = row.upperBound
    while end > first, !changes[end - 1] { end -= 1 }
    return end - first > Self.eraseLength ? first : nil
  }

  private func isBlank(_ cell: CellGrid.Cell) -> Bool {
    cell.scalar == CellGrid.Cell.blank && cell.background == Palette.Background.none
  }

  func put(_ run: Range<Int>, into encoder: inout UpdateEncoder) {
    let cells = after.cells.span
    let hasMarks = !after.marks.isEmpty
    for index in run {
      let cell = cells[index]
      var next: CellStyle?
      if encoder.changesGround(cell) {
        var place = index + 1
        while place < run.upperBound, cells[place].scalar == CellGrid.Cell.blank { place += 1 }
        if place < run.upperBound { next = CellStyle(of: cells[place]) }
      }
      encoder.put(cell, marks: hasMarks ? after.marks[index] ?? [] : [], next: next)
    }
  }

  /// The first changed cell of some; their end where there is none.
  private func firstChange(from start: Int, before end: Int) -> Int {
    var index = start
    while index < end, !changes[index] { index += 1 }
    return index
  }
}
