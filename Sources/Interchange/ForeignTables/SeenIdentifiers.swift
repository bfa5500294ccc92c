/// The identifiers that the rows of a file have brought so far.
///
/// Most files are sorted, and an identifier greater than all before is new without a look at them:
/// no hashing and half of the memory.
struct SeenIdentifiers {
  /// Those that were greater than all before them, so in order.
  private var rising: [String] = []
  private var others: Set<String> = []

  /// Takes an identifier in.
  ///
  /// - Parameter id: The identifier.
  /// - Returns: `false` when it came before.
  /// - Complexity: O(1) for one greater than all before, O(log *n*) for others.
  mutating func insert(_ id: String) -> Bool {
    guard let last = rising.last, id <= last else {
      rising.append(id)
      return true
    }
    return !isRising(id) && others.insert(id).inserted
  }

  /// Looks among those in order, by halves.
  private func isRising(_ id: String) -> Bool {
    var low = 0
    var high = rising.count
    while low < high {
      let middle = (low + high) / 2
      if rising[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < rising.count && rising[low] == id
  }
}
