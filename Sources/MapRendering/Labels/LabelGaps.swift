/// Where signs leave room for the shortest labels, found for all cells at once: a quick answer for
/// places among so many signs that none of their names can stand anywhere.
struct LabelGaps {
  /// By length from ``leastLength`` on: the columns, counted from one left of the picture, at which
  /// so many free cells begin.
  private let starts: [OccupancyBitmap]

  /// The shortest label of one column with a blank on either side.
  private static let leastLength = 3
  /// The label of a number of one digit, with its blanks.
  private static let greatestLength = 5

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

  /// Whether there may be room for any form of an area's name, or for a number.
  ///
  /// - Parameter contender: A place in the picture.
  /// - Returns: `false` only where no gap around it is as long as its shortest label.
  func mayHold(_ contender: LabelContender) -> Bool {
    guard contender.role != .point else { return true }
    var widths = LabelForm.allCases.map { contender.width(of: $0) }.filter { $0 > 0 }
    if !contender.hasCode { widths += [3, 5] }
    guard let least = widths.min(), let most = widths.max() else { return false }
    let gaps = starts[min(max(least + 2, Self.leastLength), Self.greatestLength) - Self.leastLength]
    // No anchor is farther off than a label and some columns: see `LabelAnchors`.
    let columns = contender.column - most - 6..<contender.column + most + 7
    return (contender.row - 2...contender.row + 2).contains { !gaps.isFree(row: $0, columns) }
  }
}
