/// A legend in a corner of the picture.
struct CornerLegend {
  let column: Int
  let row: Int
  let columns: Int
  private let rowCount: Int
  /// Columns for entries on one line.
  private let width: Int
  let lines: [StyledLine]

  /// The rows of the picture that it covers.
  var rows: Range<Int> { row..<row + rowCount }
  /// The columns of the picture that it covers.
  var run: Range<Int> { column..<column + columns }

  /// Puts a legend into the emptiest of the corners that are free for it.
  ///
  /// - Parameters:
  ///   - entries: The segments of the legend, no more than were planned with.
  ///   - planes: The drawn picture, names apart.
  ///   - plan: What must not be hidden, and the width of the legend.
  /// - Returns: `nil` without entries.
  static func place(
    _ entries: [StyledLine], over planes: CellPlanes, plan: LegendPlan
  ) -> CornerLegend? {
    guard !entries.isEmpty else { return nil }
    let (breaks, columns) = breaks(entries, width: plan.width)
    var best: (cost: Int, legend: CornerLegend)?
    for place in corners {
      let legend = corner(place, of: plan, columns: columns, rows: breaks.count)
      guard plan.isFree(legend) else { continue }
      let cost = legend.cost(over: planes)
      if cost < best?.cost ?? .max { best = (cost, legend) }
    }
    return best?.legend.written(entries, breaks)
  }

  /// The same corner with other entries.
  ///
  /// - Parameter entries: The segments of the legend.
  /// - Returns: `nil` where they have no room in it.
  func refilled(_ entries: [StyledLine]) -> CornerLegend? {
    let (breaks, columns) = Self.breaks(entries, width: width)
    guard breaks.count <= rowCount, columns <= self.columns else { return nil }
    return written(entries, breaks)
  }

  /// A legend of some size in a corner: lower right, lower left, upper right, upper left.
  static func corner(
    _ corner: Int, of plan: LegendPlan, columns: Int, rows: Int
  ) -> CornerLegend {
    CornerLegend(
      column: corner % 2 == 0 ? plan.signs.columns - columns : 0,
      row: corner < 2 ? plan.signs.rows - rows : 0, columns: columns, rowCount: rows,
      width: plan.width, lines: [])
  }

  /// How many corners there are.
  static let corners = 0..<4

  /// Blanks between entries of one line.
  private static let gap = 3

  /// Which entries share a line, and the columns of the legend.
  static func breaks(
    _ entries: [StyledLine], width: Int
  ) -> (lines: [Range<Int>], columns: Int) {
    var lines: [Range<Int>] = []
    let size = fill(entries.map(\.columns), width: width) { lines.append($0) }
    return (lines, size.columns)
  }

  /// The size of a legend of entries of some columns each.
  ///
  /// - Parameters:
  ///   - widths: Columns of each entry.
  ///   - width: Columns for entries on one line.
  ///   - line: Gets the entries of each line.
  /// - Returns: Columns, with a blank on either side, and rows.
  static func fill(
    _ widths: [Int], width: Int, line: (Range<Int>) -> Void = { _ in }
  ) -> (columns: Int, rows: Int) {
    var (start, used, widest, rows) = (0, 0, 0, 0)
    for (index, columns) in widths.enumerated() {
      if index > start, used + gap + columns > width {
        line(start..<index)
        (start, used, rows) = (index, 0, rows + 1)
      }
      used += (index > start ? gap : 0) + columns
      widest = max(widest, used)
    }
    if start < widths.count {
      line(start..<widths.count)
      rows += 1
    }
    return (widest + 2, rows)
  }

  /// Whether it covers none of some signs.
  func isFree(of signs: OccupancyBitmap) -> Bool {
    rows.allSatisfy { signs.isFree(row: $0, run) }
  }

  private func written(_ entries: [StyledLine], _ breaks: [Range<Int>]) -> CornerLegend {
    let lines = breaks.map { range in
      var line = StyledLine(capacity: 3 * range.count)
      for entry in entries[range] {
        line.space(line.columns > 0 ? Self.gap : 0)
        line.append(entry)
      }
      return line
    }
    return CornerLegend(
      column: column, row: row, columns: columns, rowCount: rowCount, width: width, lines: lines)
  }

  /// How much of the base map the legend would hide; the outline of what was asked for counts most.
  private func cost(over planes: CellPlanes) -> Int {
    var cost = 0
    for row in rows {
      for cell in row * planes.columns + column..<row * planes.columns + column + columns
      where planes.lines[cell] != 0 {
        cost += planes.lineInks[cell] == Ink.focus.code ? 8 : 1
      }
    }
    return cost
  }

  /// Clears the ground and writes the lines.
  func draw(into planes: inout CellPlanes) {
    planes.clear(columns: run, rows: rows)
    for (offset, line) in lines.enumerated() {
      var place = column + 1
      for run in line.runs {
        planes.write(run.text, column: place, row: row + offset, ink: run.ink)
        place += run.text.columns
      }
    }
  }
}
