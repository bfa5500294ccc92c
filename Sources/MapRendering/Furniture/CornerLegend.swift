/// A legend in a corner of the picture.
struct CornerLegend {
  let column: Int
  let row: Int
  let columns: Int
  private let rowCount: Int
  let lines: [StyledLine]

  /// The rows of the picture that it covers.
  var rows: Range<Int> { row..<row + rowCount }
  /// The columns of the picture that it covers.
  var run: Range<Int> { column..<column + columns }

  /// Puts a legend into the emptiest corner.
  ///
  /// - Parameters:
  ///   - entries: The segments of the legend.
  ///   - planes: The drawn picture, names apart.
  ///   - signs: Cells of symbols and bridges: they stay visible, a blank column off.
  ///   - anchors: Cells that names belong to: the legend does not lie on them.
  /// - Returns: `nil` where every corner would hide a sign, water or a name, or where the legend
  ///   would take a fifth of the picture or more.
  static func place(
    _ entries: [StyledLine], over planes: CellPlanes, signs: OccupancyBitmap,
    anchors: OccupancyBitmap
  ) -> CornerLegend? {
    best(entries, columns: planes.columns, rows: planes.rows) {
      $0.isFree(of: signs, anchors) ? $0.cost(over: planes) : nil
    }
  }

  /// Whether a corner could be free for a part of the legend, which is known before the base map is
  /// drawn.
  ///
  /// - Parameters:
  ///   - entries: Some segments of the legend.
  ///   - signs: Cells of symbols.
  ///   - anchors: Cells that names belong to.
  /// - Returns: `false` where the whole legend will not find a corner.
  static func isPossible(
    _ entries: [StyledLine], signs: OccupancyBitmap, anchors: OccupancyBitmap
  ) -> Bool {
    best(entries, columns: signs.columns, rows: signs.rows) {
      $0.isFree(of: signs, anchors) ? 0 : nil
    } != nil
  }

  /// The legend of least cost, in size and by what it hides.
  private static func best(
    _ entries: [StyledLine], columns pictureColumns: Int, rows pictureRows: Int,
    cost: (CornerLegend) -> Int?
  ) -> CornerLegend? {
    // No entry is broken or cut.
    let least = entries.map(\.columns).max() ?? 0
    var best: (cost: Int, legend: CornerLegend, breaks: [Range<Int>])?
    var rowsBefore = Int.max
    for width in stride(from: least, through: min(pictureColumns / 2, least * 2), by: 4) {
      let (breaks, columns) = breaks(entries, width: width)
      guard breaks.count < rowsBefore else { continue }
      rowsBefore = breaks.count
      guard breaks.count * 3 <= pictureRows * 2,
        columns * breaks.count * 5 < pictureColumns * pictureRows
      else { continue }
      for corner in 0..<4 {
        let legend = CornerLegend(
          column: corner % 2 == 0 ? pictureColumns - columns : 0,
          row: corner < 2 ? pictureRows - breaks.count : 0, columns: columns,
          rowCount: breaks.count, lines: [])
        guard let cost = cost(legend) else { continue }
        // What is hidden counts most; then a small legend is better than a large one.
        let sum = cost * 16 + columns * breaks.count
        if sum < best?.cost ?? .max { best = (sum, legend, breaks) }
      }
    }
    guard let best else { return nil }
    return best.legend.written(entries, best.breaks)
  }

  /// Blanks between entries of one line.
  private static let gap = 3

  /// Which entries share a line, and the columns of the legend.
  private static func breaks(
    _ entries: [StyledLine], width: Int
  ) -> (lines: [Range<Int>], columns: Int) {
    var lines: [Range<Int>] = []
    var (start, used, widest) = (0, 0, 0)
    for (index, entry) in entries.enumerated() {
      if index > start, used + gap + entry.columns > width {
        lines.append(start..<index)
        (start, used) = (index, 0)
      }
      used += (index > start ? gap : 0) + entry.columns
      widest = max(widest, used)
    }
    if start < entries.count { lines.append(start..<entries.count) }
    return (lines, widest + 2)
  }

  private func written(_ entries: [StyledLine], _ breaks: [Range<Int>]) -> CornerLegend {
    let lines = breaks.map { range in
      var line = StyledLine()
      for entry in entries[range] {
        line.space(line.columns > 0 ? Self.gap : 0)
        line.append(entry)
      }
      return line
    }
    return CornerLegend(
      column: column, row: row, columns: columns, rowCount: rowCount, lines: lines)
  }

  /// Whether no sign or place of a name would be hidden.
  private func isFree(of signs: OccupancyBitmap, _ anchors: OccupancyBitmap) -> Bool {
    rows.allSatisfy { row in
      signs.isFree(row: row, column - 1..<column + columns + 1) && anchors.isFree(row: row, run)
    }
  }

  /// Cells with something in them that the legend would hide; `nil` where it must not.
  private func cost(over planes: CellPlanes) -> Int? {
    var cost = 0
    for row in rows {
      for cell in row * planes.columns + column..<row * planes.columns + column + columns {
        if planes.water[cell] != 0 { return nil }
        if planes.lines[cell] != 0 { cost += planes.lineInks[cell] == Ink.focus.code ? 8 : 1 }
      }
    }
    return cost
  }

  /// Clears the ground and writes the lines.
  func draw(into planes: inout CellPlanes) {
    for (offset, line) in lines.enumerated() {
      for column in run {
        planes.clearGround(planes.index(column: column, row: row + offset))
        planes.put(" ", column: column, row: row + offset, ink: .plain)
      }
      var place = column + 1
      for run in line.runs {
        planes.write(run.text, column: place, row: row + offset, ink: run.ink)
        place += run.text.columns
      }
    }
  }
}
