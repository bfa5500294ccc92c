/// Finds the ordinal of an identifier in a column of them: a hash table of ordinals alone.
///
/// Four bytes a slot, at most two thirds of them taken; the identifiers stay in their column.
///
/// - Note: Source – D. E. Knuth, The Art of Computer Programming, vol. 3, §6.4, algorithm L.
struct IdentifierTable<ID: Hashable & Sendable>: Sendable {
  private var slots: [Int32]
  private let mask: Int

  /// Files a column; of equal identifiers the last is found.
  init(_ column: [ID]) {
    var capacity = 8
    while capacity < column.count + column.count / 2 { capacity *= 2 }
    slots = [Int32](repeating: -1, count: capacity)
    mask = capacity - 1
    for (ordinal, id) in column.enumerated() {
      slots[slot(of: id, in: column)] = Int32(clamping: ordinal)
    }
  }

  /// Where an identifier stands in the column that was filed; `nil` when it does not.
  ///
  /// - Complexity: O(1) on average.
  func ordinal(of id: ID, in column: [ID]) -> Int? {
    let found = slots[slot(of: id, in: column)]
    return found < 0 ? nil : Int(found)
  }

  private func slot(of id: ID, in column: [ID]) -> Int {
    var slot = id.hashValue & mask
    while slots[slot] >= 0, column[Int(slots[slot])] != id { slot = (slot + 1) & mask }
    return slot
  }
}
