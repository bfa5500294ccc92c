/// A legend in a corner of the picture.
struct CornerLegend {
  let column: Int
  let row: Int
  let columns: Int
  let lines: [StyledLine]

  /// The rows of the picture that it covers.
  var rows: Range<Int> { row..<row + lines.count }
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
    guard !entries.isEmpty else { return nil }
    var best: (cost: Int, legend: CornerLegend)?
    // No entry is broken or cut.
    let least = entries.map(\.columns).max() ?? 0
    for width in stride(from: least, through: min(planes.columns / 2, least * 2), by: 4) {
      let lines = StyledLine.packed(entries, width: width, gap: 3, ellipsis: .ellipsis)
      let columns = (lines.map(\.columns).max() ?? 0) + 2
      guard lines.count * 3 <= planes.rows * 2,
        columns * lines.count * 5 < planes.columns * planes.rows
      else { continue }
      for corner in 0..<4 {
        let legend = CornerLegend(
          column: corner % 2 == 0 ? planes.columns - columns : 0,
          row: corner < 2 ? planes.rows - lines.count : 0, columns: columns, lines: lines)
        guard let cost = legend.cost(over: planes, signs, anchors) else { continue }
        // What is hidden counts most; then a small legend is better than a large one.
        let sum = cost * 16 + columns * lines.count
        if sum < best?.cost ?? .max { best = (sum, legend) }
      }
    }
    return best?.legend
  }

  /// Cells with something in them that the legend would hide; `nil` where it must not.
  private func cost(
    over planes: CellPlanes, _ signs: OccupancyBitmap, _ anchors: OccupancyBitmap
  ) -> Int? {
    var cost = 0
    for row in rows {
      guard signs.isFree(row: row, column - 1..<column + columns + 1),
        anchors.isFree(row: row, run)
      else { return nil }
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
