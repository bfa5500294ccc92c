/// Which forms have which key: two sorted columns, smaller and faster to build than a dictionary
/// of arrays.
struct Postings {
  /// A key and the ordinal of a form that has it.
  struct Pair: Comparable {
    let key: UInt64
    let form: Int32

    static func < (left: Pair, right: Pair) -> Bool {
      left.key != right.key ? left.key < right.key : left.form < right.form
    }
  }

  private let keys: [UInt64]
  private let forms: [Int32]

  /// Sorts pairs by key, then by form.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ pairs: [Pair]) {
    let sorted = pairs.sorted()
    keys = sorted.map(\.key)
    forms = sorted.map(\.form)
  }

  /// The forms of one key, in ascending order.
  ///
  /// - Complexity: O(log *n*).
  subscript(key: UInt64) -> ArraySlice<Int32> {
    let start = partition { $0 < key }
    var end = start
    while end < keys.count, keys[end] == key { end += 1 }
    return forms[start..<end]
  }

  /// Every key once, in ascending order.
  var distinctKeys: [UInt64] {
    var distinct: [UInt64] = []
    for key in keys where distinct.last != key { distinct.append(key) }
    return distinct
  }

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
