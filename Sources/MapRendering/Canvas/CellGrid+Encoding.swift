extension CellGrid {
  /// The grid as text: rows ended by a line feed, without the blanks at their ends.
  ///
  /// - Parameter capabilities: The colours that the receiver shows; its glyphs were chosen when the
  ///   grid was made.
  /// - Returns: UTF-8 with SGR sequences only, none of which outlives its row.
  /// - Complexity: O(*c*) in the cells.
  public func encoded(capabilities: RenderCapabilities) -> [UInt8] {
    var encoder = CellEncoder()
    encoder.start(
      Palette.of(depth: capabilities.colourDepth, theme: capabilities.theme), cells: cells.count)
    encode(into: &encoder)
    return Array(encoder.bytes)
  }

  /// Encodes all rows.
  func encode(into encoder: inout CellEncoder) {
    if marks.isEmpty, columns > 0 {
      return cells.withUnsafeBufferPointer { encoder.put(rows: $0, columns: columns) }
    }
    for row in 0..<rows {
      encode(row * columns..<(row + 1) * columns, into: &encoder)
      encoder.endRow()
    }
  }

  /// Encodes a run of cells of one row.
  func encode(_ run: Range<Int>, into encoder: inout CellEncoder) {
    cells.withUnsafeBufferPointer { cells in
      encoder.put(UnsafeBufferPointer(rebasing: cells[run])) {
        marks.isEmpty ? [] : marks[run.lowerBound + $0] ?? []
      }
    }
  }
}
