/// A column of what few rows have: a bit tells those apart before anything is looked up.
struct RareColumn<Value: Sendable>: Sendable {
  private var marks: [UInt64] = []
  private var values: [Int32: Value] = [:]

  /// Whether no row has a value.
  var isEmpty: Bool { values.isEmpty }

  /// Whether a row has a value.
  @inline(__always)
  func has(_ row: Int32) -> Bool {
    let word = Int(row >> 6)
    return word < marks.count && marks[word] >> UInt64(row & 63) & 1 != 0
  }

  /// The value of a row, if it has one.
  subscript(row: Int32) -> Value? { has(row) ? values[row] : nil }

  /// The same values in rows with other numbers.
  func moved(to places: [Int32], _ change: (Value) -> Value) -> RareColumn {
    var column = RareColumn()
    for (row, value) in values {
      column.update(places[Int(row)], default: change(value)) { _ in }
    }
    return column
  }

  /// Changes the value of a row, which is given one where it has none.
  mutating func update(
    _ row: Int32, default value: @autoclosure () -> Value, _ change: (inout Value) -> Void
  ) {
    let word = Int(row >> 6)
    if word >= marks.count {
      marks.append(contentsOf: repeatElement(0, count: word + 1 - marks.count))
    }
    marks[word] |= 1 << UInt64(row & 63)
    change(&values[row, default: value()])
  }
}
