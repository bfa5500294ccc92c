extension CellGrid {
  /// The fewest unchanged cells for which the cursor jumps instead of printing them again.
  private static let leastGap = 6

  /// What turns a terminal that shows one grid at its upper left corner into one that shows this.
  ///
  /// Only cells that differ are sent, each run after a cursor address (CUP); the sequences end with
  /// a reset of all attributes where any was set. A grid of another size is drawn anew, row by row,
  /// with what lies right of and below it erased.
  ///
  /// - Parameters:
  ///   - previous: What is shown now, encoded for the same receiver.
  ///   - capabilities: The colours that the receiver shows.
  /// - Returns: Bytes for a terminal; none where nothing differs.
  /// - Complexity: O(*c*) in the cells.
  public func update(from previous: CellGrid, capabilities: RenderCapabilities) -> [UInt8] {
    var encoder = CellEncoder()
    encoder.start(
      Palette.of(depth: capabilities.colourDepth, theme: capabilities.theme), cells: 64)
    if columns == previous.columns, rows == previous.rows {
      for row in 0..<rows {
        forEachChangedRun(row, from: previous) { run in
          encoder.moveCursor(column: run.lowerBound - row * columns, row: row)
          encode(run, into: &encoder)
          encoder.flushBlanks()
        }
      }
      encoder.finish()
    } else {
      redraw(into: &encoder)
    }
    return Array(encoder.bytes)
  }

  /// Draws every row after erasing it: afterwards, the cursor of a full row would still be on it.
  private func redraw(into encoder: inout CellEncoder) {
    for row in 0..<max(rows, 1) {
      encoder.moveCursor(column: 0, row: row)
      if row == max(rows, 1) - 1 { encoder.eraseBelow() } else { encoder.eraseRow() }
      if row < rows { encode(row * columns..<(row + 1) * columns, into: &encoder) }
      encoder.finish()
    }
  }

  /// Finds runs of changed cells that start on whole characters, near ones joined.
  private func forEachChangedRun(
    _ row: Int, from previous: CellGrid, _ body: (Range<Int>) -> Void
  ) {
    var run: Range<Int>?
    for index in row * columns..<(row + 1) * columns where differs(index, previous) {
      let isHalf = cells[index].scalar == Cell.continuation
      let low = isHalf ? index - 1 : index
      if let open = run, low - open.upperBound < Self.leastGap {
        run = open.lowerBound..<index + 1
      } else {
        if let open = run { body(open) }
        run = low..<index + 1
      }
    }
    if let run { body(run) }
  }

  private func differs(_ index: Int, _ previous: CellGrid) -> Bool {
    if cells[index] != previous.cells[index] { return true }
    if marks.isEmpty, previous.marks.isEmpty { return false }
    return marks[index] != previous.marks[index]
  }
}
