// Changes in another order than row by row, as along one side of a ring and then the other.

extension GridUpdate {
  /// Bytes for which another order is looked for: below there is little to win, above it takes
  /// longer than sending what it saves.
  private static let bytesToOrder = 400...2_000
  /// Parts of pieces for which it is looked for: it takes their number squared.
  private static let partsToOrder = 3...200

  /// Encodes the pieces, in parts of one style, in an order that is likely to be shorter.
  ///
  /// No part touches a cell of another, so the order does not show.
  ///
  /// - Parameters:
  ///   - pieces: In row order.
  ///   - length: Bytes in that order.
  ///   - start: An encoder before all of them.
  /// - Returns: One after all of them; `nil` where it is not worth looking.
  /// - Complexity: O(*p*²) in the parts.
  func reordered(
    _ pieces: [Piece], longerThan length: Int, from start: UpdateEncoder
  ) -> UpdateEncoder? {
    guard Self.bytesToOrder.contains(length) else { return nil }
    let parts = pieces.flatMap(self.parts)
    guard Self.partsToOrder.contains(parts.count) else { return nil }
    var encoder = start
    var last: Piece?
    for place in UpdateOrder(parts.map(stop), from: start).places {
      put(parts[place], behind: last, into: &encoder)
      last = parts[place]
    }
    return encoder
  }

  private func put(_ part: Piece, behind last: Piece?, into encoder: inout UpdateEncoder) {
    if let last, last.row == part.row, !last.erases, !part.cells.isEmpty,
      last.cells.upperBound < part.cells.lowerBound
    {
      _ = bridges(last.cells.upperBound, part.cells, into: &encoder)
    }
    encoder.move(column: part.cells.lowerBound - part.row * after.columns, row: part.row)
    put(part.cells, into: &encoder)
    if part.erases { encoder.eraseRow() }
  }

  /// A piece in parts of one style each, without the unchanged cells between them.
  private func parts(_ piece: Piece) -> [Piece] {
    var parts = runs(of: piece.cells).map { run in
      Piece(row: piece.row, cells: run, end: end(of: run, row: piece.row))
    }
    guard piece.erases else { return parts }
    if parts.last?.cells.upperBound == piece.cells.upperBound {
      parts[parts.count - 1].erases = true
    } else {
      let edge = piece.cells.upperBound..<piece.cells.upperBound
      parts.append(
        Piece(row: piece.row, cells: edge, erases: true, end: end(of: edge, row: piece.row)))
    }
    return parts
  }

  /// The runs of changed cells of one style; blanks have any ink.
  private func runs(of cells: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var open = cells.lowerBound..<cells.lowerBound
    var style = CellStyle.standard
    var hasInk = false
    for index in cells {
      let cell = after.cells[index]
      let isBlank = cell.scalar == CellGrid.Cell.blank
      let wanted = CellStyle(of: cell)
      let isHalf = cell.scalar == CellGrid.Cell.continuation
      let goesOn =
        isHalf || wanted == style
        || wanted.background == style.background && (isBlank || !hasInk)
      if !goesOn || open.isEmpty {
        if let run = trimmed(open) { runs.append(run) }
        (open, hasInk) = (index..<index, false)
      }
      if !isHalf, !goesOn || !hasInk { (style, hasInk) = (wanted, !isBlank) }
      open = open.lowerBound..<index + 1
    }
    if let run = trimmed(open) { runs.append(run) }
    return runs
  }

  /// A run without the unchanged cells at its ends; `nil` where nothing is left.
  private func trimmed(_ run: Range<Int>) -> Range<Int>? {
    func isHalf(_ index: Int) -> Bool {
      index < run.upperBound && after.cells[index].scalar == CellGrid.Cell.continuation
    }
    var (low, high) = (run.lowerBound, run.upperBound)
    while low < high, !changes[low], !isHalf(low), !isHalf(low + 1) { low += 1 }
    while low < high, !changes[high - 1], !isHalf(high - 1) { high -= 1 }
    return low < high ? low..<high : nil
  }

  /// Where a run leaves the cursor, as far as every terminal agrees on it.
  private func end(of run: Range<Int>, row: Int) -> CursorMove.Known {
    let column = run.upperBound - row * after.columns
    let isCertain =
      column < after.columns
      && run.allSatisfy {
        after.marks[$0] == nil && UpdateEncoder.isCertain(after.cells[$0].scalar)
      }
    return CursorMove.Known(column: isCertain ? column : nil, row: row)
  }

  /// What the order of a part depends on.
  private func stop(_ part: Piece) -> UpdateOrder.Stop {
    let cells = after.cells[part.cells]
    let inked = cells.last {
      $0.scalar != CellGrid.Cell.blank && $0.scalar != CellGrid.Cell.continuation
    }
    let ground = part.erases ? Palette.Background.none : cells.last?.background
    return UpdateOrder.Stop(
      start: CursorMove.Place(
        column: part.cells.lowerBound - part.row * after.columns, row: part.row),
      end: part.end, isBlank: cells.first.map { $0.scalar == CellGrid.Cell.blank } ?? true,
      first: cells.first.map { CellStyle(of: $0) } ?? .standard,
      last: CellStyle(
        ink: inked?.foreground ?? 0, background: ground ?? Palette.Background.none))
  }
}
