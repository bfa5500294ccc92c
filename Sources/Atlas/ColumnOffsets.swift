/// Rows of a flat column grouped by owner: the rows of owner `i` are `starts[i]..<starts[i + 1]`.
struct ColumnOffsets: Sendable {
  private(set) var starts: [Int32] = [0]

  var count: Int { starts.count - 1 }

  /// Ends the group of the next owner at a row.
  mutating func close(at row: Int) { starts.append(Int32(clamping: row)) }

  /// Adds the groups of another column whose rows were added behind.
  mutating func append(_ other: ColumnOffsets) {
    let shift = starts[count]
    starts += other.starts.dropFirst().map { $0 + shift }
  }

  subscript(owner: Int) -> Range<Int> { Int(starts[owner])..<Int(starts[owner + 1]) }

  mutating func reserveCapacity(_ owners: Int) { starts.reserveCapacity(owners + 1) }
}
