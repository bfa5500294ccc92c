/// Which names have which key: two sorted columns, smaller and faster to build than a dictionary
/// of arrays.
struct Postings {
  private let keys: [UInt64]
  private let names: [Int32]

  /// Sorts pairs of a key and a name's ordinal.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ pairs: [(key: UInt64, name: Int32)]) {
    let sorted = pairs.sorted { ($0.key, $0.name) < ($1.key, $1.name) }
    keys = sorted.map(\.key)
    names = sorted.map(\.name)
  }

  /// The names of one key, in ascending order.
  ///
  /// - Complexity: O(log *n*).
  subscript(key: UInt64) -> ArraySlice<Int32> {
    names[firstIndex(notBelow: key)..<firstIndex(above: key)]
  }

  /// The distinct keys in ascending order, each with where its names begin.
  var groups: [(key: UInt64, start: Int)] {
    var groups: [(key: UInt64, start: Int)] = []
    for (index, key) in keys.enumerated() where groups.last?.key != key {
      groups.append((key, index))
    }
    return groups
  }

  private func firstIndex(notBelow key: UInt64) -> Int { partition { $0 < key } }
  private func firstIndex(above key: UInt64) -> Int { partition { $0 <= key } }

  private func partition(_ belongsBefore: (UInt64) -> Bool) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if belongsBefore(keys[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
