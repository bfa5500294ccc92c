/// A place for a label around its anchor cell.
struct LabelAnchor {
  /// Leftmost column.
  let column: Int
  let row: Int
  /// What the place costs by itself; anchors are listed in rising order.
  let cost: Int

  /// The anchors of an area's name: on its position, then near it, then further off.
  ///
  /// - Parameters:
  ///   - width: Columns of the label.
  ///   - column: Column of the position.
  ///   - row: Row of the position.
  /// - Returns: Cheapest first.
  static func area(width: Int, column: Int, row: Int) -> [LabelAnchor] {
    let middle = column - (width - 1) / 2
    let quarter = max(width / 4, 1)
    let half = max(width / 2, 1)
    return areaOffsets.map { offset in
      let shift: Int
      switch offset.shift.magnitude {
      case 0: shift = 0
      case 1: shift = quarter
      case 2: shift = half
      default: shift = half + 2
      }
      return LabelAnchor(
        column: middle + offset.shift.signum() * shift, row: row + offset.rows, cost: offset.cost)
    }
  }

  /// Shift in quarters of the label (3: beside the position), rows and cost.
  private static let areaOffsets: [(shift: Int, rows: Int, cost: Int)] = [
    (0, 0, 0), (-1, 0, 1), (1, 0, 1), (0, 1, 2), (0, -1, 2), (-2, 0, 3), (2, 0, 3), (1, 1, 3),
    (-1, 1, 3), (1, -1, 3), (-1, -1, 3), (3, 0, 4), (-3, 0, 4), (2, 1, 5), (-2, 1, 5),
    (2, -1, 5), (-2, -1, 5), (3, 1, 7), (-3, 1, 7), (3, -1, 7), (-3, -1, 7), (0, 2, 8),
    (0, -2, 8), (2, 2, 9), (-2, 2, 9), (2, -2, 9), (-2, -2, 9),
  ]

  /// The anchors of a point's name, beside the sign that stands there: E, W, NE, SE, NW, SW, N, S.
  ///
  /// - Parameters:
  ///   - width: Columns of the label.
  ///   - sign: The columns of the sign.
  ///   - row: Row of the sign.
  /// - Returns: Cheapest first.
  static func point(width: Int, sign: Range<Int>, row: Int) -> [LabelAnchor] {
    let east = sign.upperBound
    let west = sign.lowerBound - width
    let middle = (sign.lowerBound + sign.upperBound - width) / 2
    return [
      LabelAnchor(column: east + 1, row: row, cost: 0),
      LabelAnchor(column: west - 1, row: row, cost: 1),
      LabelAnchor(column: east, row: row - 1, cost: 2),
      LabelAnchor(column: east, row: row + 1, cost: 3),
      LabelAnchor(column: west, row: row - 1, cost: 4),
      LabelAnchor(column: west, row: row + 1, cost: 5),
      LabelAnchor(column: middle, row: row - 1, cost: 6),
      LabelAnchor(column: middle, row: row + 1, cost: 7),
    ]
  }
}
