import Records

/// Takes the values of a row's columns, one after another.
protocol ColumnSink {
  mutating func add(_ text: String?)
  mutating func add(_ integer: Int?)
  mutating func add(_ real: Double?)
}

/// The values as a list, for comparing and for rows that are written again.
struct ColumnList: ColumnSink {
  private(set) var values: [ColumnValue] = []

  mutating func add(_ text: String?) { values.append(ColumnValue(text)) }
  mutating func add(_ integer: Int?) { values.append(ColumnValue(integer)) }
  mutating func add(_ real: Double?) { values.append(ColumnValue(real)) }
}

extension LedgerRecord {
  /// Values of ``LedgerSchema/columns(of:)`` in that order.
  func columnValues(at point: LayerPoint?) -> [ColumnValue] {
    var list = ColumnList()
    addColumns(at: point, to: &list)
    return list.values
  }
}
