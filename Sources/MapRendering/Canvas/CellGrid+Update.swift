extension CellGrid {
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
    let palette = Palette.of(depth: capabilities.colourDepth, theme: capabilities.theme)
    let isSame = columns == previous.columns && rows == previous.rows
    let update = GridUpdate(
      from: isSame ? previous : CellGrid(columns: columns, rows: rows), to: self,
      sparesBlanks: capabilities.image == .sixel)
    var encoder = UpdateEncoder(palette, columns: columns)
    if !isSame { encoder.eraseScreen() }
    let start = encoder
    let pieces = update.encodeRows(into: &encoder)
    if encoder.bytes.isEmpty { return [] }
    encoder.finish(at: cursor)
    guard var other = update.reordered(pieces, longerThan: encoder.bytes.count, from: start) else {
      return encoder.bytes
    }
    other.finish(at: cursor)
    return other.bytes.count < encoder.bytes.count ? other.bytes : encoder.bytes
  }
}
