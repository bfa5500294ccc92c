/// What lies under the names of a picture, and what it costs to cover it.
struct LabelGround: Hashable {
  let columns: Int
  let rows: Int
  /// Symbols and bridges: never covered.
  let fixed: OccupancyBitmap
  let water: OccupancyBitmap
  private let lines: OccupancyBitmap
  /// The cells that names belong to.
  private var anchors: OccupancyBitmap
  /// One more than the index of the area at the middle of each cell, 0 for none.
  let owners: [UInt16]

  /// Reads the planes of a picture.
  ///
  /// - Parameters:
  ///   - planes: The drawn base map, signs included.
  ///   - owners: Those of the base map, shared with it.
  ///   - fixed: The cells of symbols and bridges.
  init(_ planes: CellPlanes, owners: [UInt16], fixed: OccupancyBitmap) {
    columns = planes.columns
    rows = planes.rows
    self.fixed = fixed
    water = OccupancyBitmap(nonzero: planes.water, columns: columns)
    lines = OccupancyBitmap(nonzero: planes.lines, columns: columns)
    anchors = OccupancyBitmap(columns: columns, rows: rows)
    self.owners = owners
  }

  /// Notes that a name belongs to a cell, so that other names rather leave it free.
  mutating func addAnchor(column: Int, row: Int) {
    anchors.set(row: row, column..<column + 1)
  }

  /// Whether a label would lie inside the picture.
  @inline(__always)
  func isInside(_ anchor: LabelAnchor, width: Int) -> Bool {
    anchor.column >= 0 && anchor.column + width <= columns && anchor.row >= 0 && anchor.row < rows
  }

  /// Whether a label would lie inside the picture and a blank column away from signs.
  func isClear(_ anchor: LabelAnchor, width: Int) -> Bool {
    isInside(anchor, width: width)
      && fixed.isFree(row: anchor.row, anchor.column - 1..<anchor.column + width + 1)
  }

  /// The cost of a label: its anchor's, and that of what it covers.
  ///
  /// - Parameters:
  ///   - anchor: Inside the picture.
  ///   - width: Columns of the label.
  ///   - contender: The place that is named.
  /// - Returns: `nil` where the label would hide the river or stand over another area.
  func cost(of anchor: LabelAnchor, width: Int, for contender: LabelContender) -> Int? {
    let run = anchor.column..<anchor.column + width
    let near = water.count(row: anchor.row, run.lowerBound - 1..<run.upperBound + 1)
    var wet = 0
    if near > 0 {
      wet = water.count(row: anchor.row, run)
      // The code of a bridge may stand on the water: it belongs there.
      if wet * 3 > width, contender.role != .point || width > 4 { return nil }
    }
    var others = anchors.count(row: anchor.row, run)
    if anchor.row == contender.row, run.contains(contender.column) { others -= 1 }
    var cost = anchor.cost + wet * 2 + near * 2 + others * 3
    cost += lines.count(row: anchor.row, run) / 2
    guard let district = contender.district else { return cost }
    if Int(owners[anchor.row * columns + anchor.column + width / 2]) != district + 1 {
      // Two rows off and over another area, a name would belong to the wrong one.
      if abs(anchor.row - contender.row) > 1 { return nil }
      cost += 3
    }
    return cost
  }

  /// The columns of the sign at a cell, the cell alone where there is none.
  ///
  /// Where signs stand in a row without a blank, no more of it than ``mostSignReach`` to either side:
  /// at its far end a name would belong to another sign.
  func sign(column: Int, row: Int) -> Range<Int> {
    let (first, end) = (
      max(0, column - Self.mostSignReach), min(columns, column + 1 + Self.mostSignReach)
    )
    var low = column
    var high = column + 1
    while low > first, !fixed.isFree(row: row, low - 1..<low) { low -= 1 }
    while high < end, !fixed.isFree(row: row, high..<high + 1) { high += 1 }
    return low..<high
  }

  /// Columns from a point to the end of its sign, at most.
  private static let mostSignReach = 4
}
