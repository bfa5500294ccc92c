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
    // A number has one to three digits.
    var (least, most) = contender.hasCode ? (Int.max, 0) : (3, 5)
    for form in LabelForm.allCases {
      let width = contender.width(of: form)
      if width > 0 { (least, most) = (min(least, width), max(most, width)) }
    }
    // With a blank on either side.
    let gaps = starts[min(max(least, 1), 3) - 1]
    // No anchor is farther off than a label and some columns: see `LabelAnchors`.
    let columns = contender.column - most - 6..<contender.column + most + 7
    return (contender.row - 2...contender.row + 2).contains { !gaps.isFree(row: $0, columns) }
  }
}
