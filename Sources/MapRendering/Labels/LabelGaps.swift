/// Where signs leave room for labels, found for all cells at once: a quick answer for places among so
/// many signs that none of their names can stand anywhere.
struct LabelGaps {
  /// By length from ``leastLength`` on: the columns, counted from one left of the picture, at which
  /// so many free cells begin.
  private let starts: [OccupancyBitmap]

  /// A label of one column with a blank on either side.
  private static let leastLength = 3
  /// Longer labels are looked for by the first cells of what they need.
  private static let greatestLength = 12

  /// Looks for gaps.
  ///
  /// - Parameter fixed: The cells of signs.
  /// - Complexity: O(*c*/64) in the cells.
  init(_ fixed: OccupancyBitmap) {
    var runs = fixed.framed().inverted()
    var starts: [OccupancyBitmap] = []
    for length in 2...Self.greatestLength {
      runs.intersectWithNext()
      if length >= Self.leastLength { starts.append(runs) }
    }
    self.starts = starts
  }

  /// Whether there may be room for a label of an area.
  ///
  /// - Parameters:
  ///   - contender: A place in the picture.
  ///   - width: Columns of the label, at least 1.
  /// - Returns: `false` only where a gap as long as the label begins at none of its anchors.
  func mayHold(_ contender: LabelContender, width: Int) -> Bool {
    guard contender.role != .point else { return true }
    let gaps = starts[min(width + 2, Self.greatestLength) - Self.leastLength]
    // As far as anchors go from the middle: see `LabelAnchors`.
    let (middle, reach) = (contender.column - (width - 1) / 2, max(width / 2, 1) + 2)
    return (contender.row - 2...contender.row + 2).contains {
      !gaps.isFree(row: $0, middle - reach..<middle + reach + 1)
    }
  }
}
