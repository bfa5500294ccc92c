extension CellGrid {
  /// The most unchanged cells that may be printed again instead of moving the cursor over them.
  private static let mostGap = 12
  /// Bytes of the sequence that erases the rest of a row.
  private static let eraseLength = 3

  /// What turns a terminal that shows one grid at its upper left corner into one that shows this.
  ///
  /// Only cells that differ are sent, in the shortest way that is found: the cursor moves by the
  /// cheapest sequence, unchanged cells are printed again where that is cheaper than a move, blanks
  /// at a row's end are erased, and the sequences end with a reset where any attribute was set. A
  /// grid of another size is drawn anew on an erased screen.
  ///
  /// - Parameters:
  ///   - previous: What is shown now, encoded for the same receiver.
  ///   - capabilities: The colours that the receiver shows. Where it shows images by sixels, which a
  ///     printed or erased blank wipes, blanks that have not changed are left alone.
  ///   - cursor: A column and a row from 0 where the cursor is to stand afterwards; `nil` for
  ///     anywhere.
  /// - Returns: Bytes for a terminal in raw mode, which has as many columns as the grid; none where
  ///   nothing differs, wherever the cursor is.
  /// - Complexity: O(*c*) in the cells.
  public func update(
    from previous: CellGrid, capabilities: RenderCapabilities,
    cursor: (column: Int, row: Int)? = nil
  ) -> [UInt8] {
    var encoder = UpdateEncoder(
      Palette.of(depth: capabilities.colourDepth, theme: capabilities.theme), columns: columns)
    var known = previous
    if columns != previous.columns || rows != previous.rows {
      encoder.eraseScreen()
      known = CellGrid(columns: columns, rows: rows)
    }
    let sparesBlanks = capabilities.image == .sixel
    for row in 0..<rows {
      updateRow(row, from: known, sparesBlanks: sparesBlanks, into: &encoder)
    }
    if encoder.bytes.isEmpty { return [] }
    encoder.finish()
    if let cursor { encoder.move(column: cursor.column, row: cursor.row) }
    return encoder.bytes
  }

  private func updateRow(
    _ row: Int, from previous: CellGrid, sparesBlanks: Bool, into encoder: inout UpdateEncoder
  ) {
    let cells = row * columns..<(row + 1) * columns
    guard var index = cells.first(where: { differs($0, previous) }) else { return }
    let erasing = sparesBlanks ? nil : erasing(cells, from: previous)
    let end = erasing ?? cells.upperBound
    var printed: Int?
    while index < end {
      var start = self.cells[index].scalar == Cell.continuation ? index - 1 : index
      var stop = cells[index...].prefix { $0 < end && differs($0, previous) }.endIndex
      // What follows a wide character stands with its right half.
      if stop < end, self.cells[stop].scalar == Cell.continuation { stop += 1 }
      if let printed {
        start = max(start, printed)
        bridge(printed..<start, row, sparesBlanks: sparesBlanks, into: &encoder)
      } else {
        encoder.move(column: start - cells.lowerBound, row: row)
      }
      put(start..<stop, into: &encoder)
      printed = stop
      index = cells[stop...].first { differs($0, previous) } ?? cells.upperBound
    }
    guard let erasing else { return }
    encoder.move(column: erasing - cells.lowerBound, row: row)
    encoder.eraseRow()
  }

  /// Where the rest of a row can be erased, for less than the blanks would take; `nil` for nowhere.
  private func erasing(_ row: Range<Int>, from previous: CellGrid) -> Int? {
    let last = row.last { !isBlank(cells[$0]) || marks[$0] != nil }
    let tail = last.map { $0 + 1 } ?? row.lowerBound
    guard let first = row[max(tail, row.lowerBound)...].first(where: { differs($0, previous) }),
      let end = row.last(where: { differs($0, previous) }), end - first + 1 > Self.eraseLength
    else { return nil }
    return first
  }

  private func isBlank(_ cell: Cell) -> Bool {
    cell.scalar == Cell.blank && cell.background == Palette.Background.none
  }

  /// Goes on behind a gap of unchanged cells: by moving or by printing them, whichever is shorter
  /// with the character behind the gap.
  private func bridge(
    _ gap: Range<Int>, _ row: Int, sparesBlanks: Bool, into encoder: inout UpdateEncoder
  ) {
    if gap.isEmpty { return }
    let start = encoder.mark
    let column = gap.upperBound - row * columns
    let isPrintable =
      gap.count <= Self.mostGap
      && !(sparesBlanks && gap.contains { cells[$0].scalar == Cell.blank })
    guard isPrintable else { return encoder.move(column: column, row: row) }
    let next = gap.upperBound..<gap.upperBound + 1
    encoder.move(column: column, row: row)
    put(next, into: &encoder)
    let moved = encoder.bytes.count
    encoder.goBack(to: start)
    put(gap, into: &encoder)
    let printed = encoder.mark
    put(next, into: &encoder)
    guard encoder.bytes.count > moved else { return encoder.goBack(to: printed) }
    encoder.goBack(to: start)
    encoder.move(column: column, row: row)
  }

  private func put(_ run: Range<Int>, into encoder: inout UpdateEncoder) {
    for index in run {
      encoder.put(
        cells[index], marks: marks.isEmpty ? [] : marks[index] ?? [],
        next: run[index...].first { cells[$0].scalar != Cell.blank }
          .map { CellStyle(of: cells[$0]) })
    }
  }

  private func differs(_ index: Int, _ previous: CellGrid) -> Bool {
    if cells[index] != previous.cells[index] { return true }
    if marks.isEmpty, previous.marks.isEmpty { return false }
    return marks[index] != previous.marks[index]
  }
}
