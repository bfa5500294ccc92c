/// A place for a label around its anchor cell.
struct LabelAnchor {
  /// Leftmost column.
  let column: Int
  let row: Int
  /// What the place costs by itself.
  let cost: Int
}

/// The places that a label may take, cheapest first, worked out as they are asked for.
struct LabelAnchors: Sequence, IteratorProtocol {
  private enum Kind {
    /// Around a position.
    case area(column: Int, row: Int, greatestCost: Int)
    /// Beside the sign that stands on these columns.
    case point(sign: Range<Int>, row: Int)
  }

  private let kind: Kind
  private let width: Int
  private var position = 0

  /// The anchors of an area's name: on its position, then near it, then further off.
  ///
  /// - Parameters:
  ///   - width: Columns of the label.
  ///   - column: Column of the position.
  ///   - row: Row of the position.
  ///   - greatestCost: Where the list ends.
  /// - Returns: At most 27 anchors.
  static func area(width: Int, column: Int, row: Int, greatestCost: Int) -> LabelAnchors {
    LabelAnchors(kind: .area(column: column, row: row, greatestCost: greatestCost), width: width)
  }

  /// The anchors of a point's name, beside the sign that stands there: E, W, NE, SE, NW, SW, N, S.
  ///
  /// - Parameters:
  ///   - width: Columns of the label.
  ///   - sign: The columns of the sign.
  ///   - row: Row of the sign.
  /// - Returns: Eight anchors.
  static func point(width: Int, sign: Range<Int>, row: Int) -> LabelAnchors {
    LabelAnchors(kind: .point(sign: sign, row: row), width: width)
  }

  private init(kind: Kind, width: Int) {
    self.kind = kind
    self.width = width
  }

  /// The next cheapest anchor.
  mutating func next() -> LabelAnchor? {
    defer { position += 1 }
    switch kind {
    case .area(let column, let row, let greatestCost):
      guard position < Self.areaOffsets.count else { return nil }
      let offset = Self.areaOffsets[position]
      guard offset.cost <= greatestCost else { return nil }
      return LabelAnchor(
        column: column - (width - 1) / 2 + shift(offset.shift), row: row + offset.rows,
        cost: offset.cost)
    case .point(let sign, let row): return point(position, sign, row)
    }
  }

  private func shift(_ quarters: Int) -> Int {
    switch quarters.magnitude {
    case 0: 0
    case 1: quarters * Swift.max(width / 4, 1)
    case 2: quarters.signum() * Swift.max(width / 2, 1)
    default: quarters.signum() * (Swift.max(width / 2, 1) + 2)
    }
  }

  private func point(_ index: Int, _ sign: Range<Int>, _ row: Int) -> LabelAnchor? {
    let east = sign.upperBound
    let west = sign.lowerBound - width
    let middle = (sign.lowerBound + sign.upperBound - width) / 2
    switch index {
    case 0: return LabelAnchor(column: east + 1, row: row, cost: 0)
    case 1: return LabelAnchor(column: west - 1, row: row, cost: 1)
    case 2: return LabelAnchor(column: east, row: row - 1, cost: 2)
    case 3: return LabelAnchor(column: east, row: row + 1, cost: 3)
    case 4: return LabelAnchor(column: west, row: row - 1, cost: 4)
    case 5: return LabelAnchor(column: west, row: row + 1, cost: 5)
    case 6: return LabelAnchor(column: middle, row: row - 1, cost: 6)
    case 7: return LabelAnchor(column: middle, row: row + 1, cost: 7)
    default: return nil
    }
  }

  /// Shift in quarters of the label (3: beside the position), rows and cost.
  private static let areaOffsets: [(shift: Int, rows: Int, cost: Int)] = [
    (0, 0, 0), (-1, 0, 1), (1, 0, 1), (0, 1, 2), (0, -1, 2), (-2, 0, 3), (2, 0, 3), (1, 1, 3),
    (-1, 1, 3), (1, -1, 3), (-1, -1, 3), (3, 0, 4), (-3, 0, 4), (2, 1, 5), (-2, 1, 5),
    (2, -1, 5), (-2, -1, 5), (3, 1, 7), (-3, 1, 7), (3, -1, 7), (-3, -1, 7), (0, 2, 8),
    (0, -2, 8), (2, 2, 9), (-2, 2, 9), (2, -2, 9), (-2, -2, 9),
  ]
}
