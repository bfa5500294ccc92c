import Records
import SimpleFeatures

/// One row of a foreign table: typed cells read from bytes, and what is wrong with them.
struct ForeignRow<Column: ForeignColumn> {
  let file: String
  let row: CSVRow
  let columns: ForeignColumns<Column>
  /// Where the row lies, in files that say so outside the cells.
  let geometry: Geometry?
  private(set) var issues: [ImportIssue] = []

  init(
    file: String, row: CSVRow, columns: ForeignColumns<Column>, geometry: Geometry? = nil
  ) {
    self.file = file
    self.row = row
    self.columns = columns
    self.geometry = geometry
  }

  /// Whether nothing is wrong so far.
  var isSound: Bool { issues.isEmpty }

  mutating func refuse(_ column: Column?, _ reason: String) {
    issues.append(
      ImportIssue(
        file: file, row: row.line, column: column.map { columns.name(of: $0) }, reason: reason))
  }

  /// The bytes of a cell, or what stands for it; empty when the file has no such column.
  func cell(_ column: Column) -> ArraySlice<UInt8> {
    guard let ordinal = columns[column] else { return columns.fallback(column) }
    let cell = row[ordinal]
    return cell.isEmpty ? columns.fallback(column) : cell
  }

  func text(_ column: Column) -> String? {
    let cell = cell(column)
    return cell.isEmpty ? nil : String(decoding: cell, as: UTF8.self)
  }

  mutating func requiredText(_ column: Column) -> String? {
    let text = text(column)
    if text == nil { refuse(column, "must not be empty") }
    return text
  }

  mutating func wholeNumber(_ column: Column) -> Int? {
    let cell = cell(column)
    guard !cell.isEmpty else { return nil }
    let value = Int(wholeNumber: cell)
    if value == nil { refuse(column, "\"\(quoted(cell))\" is no whole number ≥ 0") }
    return value
  }

  mutating func requiredWholeNumber(_ column: Column) -> Int? {
    if cell(column).isEmpty { refuse(column, "must not be empty") }
    return wholeNumber(column)
  }

  /// A code of a numbered list.
  mutating func requiredCode(_ column: Column, in range: ClosedRange<Int>) -> Int? {
    guard let code = requiredWholeNumber(column) else { return nil }
    guard range.contains(code) else {
      refuse(column, "unknown code \(code); allowed: \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return code
  }

  mutating func number(_ column: Column) -> Double? {
    let cell = cell(column)
    guard !cell.isEmpty else { return nil }
    let value = Double(strictDecimal: cell)
    if value == nil { refuse(column, "\"\(quoted(cell))\" is no decimal number") }
    return value
  }

  mutating func requiredPosition(longitude: Column, latitude: Column) -> Position? {
    for column in [longitude, latitude] where cell(column).isEmpty {
      refuse(column, "must not be empty")
    }
    guard let east = number(longitude), let north = number(latitude) else { return nil }
    let position = Position(longitude: east, latitude: north)
    guard position.isValid else {
      refuse(
        (-180...180).contains(east) ? latitude : longitude,
        "longitude \(east), latitude \(north) is outside the world (±180, ±90)")
      return nil
    }
    return position
  }

  /// A day `YYYY-MM-DD`; a midnight after it is passed over.
  mutating func requiredDay(_ column: Column) -> CivilDate? {
    let cell = cell(column)
    let rest = cell.dropFirst(10)
    let isDay = rest.isEmpty || rest.elementsEqual(" 00:00:00.000".utf8)
    guard isDay, let day = CivilDate(bytes: cell.prefix(10)) else {
      refuse(column, "\"\(quoted(cell))\" is no day such as 2017-03-17")
      return nil
    }
    return day
  }

  /// Every cell that is not empty but the given one, as it was.
  func fields(except skipped: Column, _ texts: inout TextCache) -> [ForeignField] {
    var fields: [ForeignField] = []
    fields.reserveCapacity(row.count)
    let skipped = columns[skipped]
    for (ordinal, name) in columns.names.enumerated() where ordinal != skipped {
      let cell = row[ordinal]
      guard !cell.isEmpty else { continue }
      fields.append(ForeignField(name: name, value: texts.text(cell, inColumn: ordinal)))
    }
    return fields
  }

  /// The cells of columns that the mapping does not know, as they were.
  func otherFields(_ texts: inout TextCache) -> [ForeignField] {
    var fields: [ForeignField] = []
    for ordinal in columns.others where !row[ordinal].isEmpty {
      let text = texts.text(row[ordinal], inColumn: ordinal)
      fields.append(ForeignField(name: columns.names[ordinal], value: text))
    }
    return fields
  }

  private func quoted(_ cell: ArraySlice<UInt8>) -> String {
    String(decoding: cell.prefix(80), as: UTF8.self)
  }
}

/// The last text of each column, so that equal cells of neighbouring rows share one string.
struct TextCache {
  private var last: [String] = []

  mutating func text(_ cell: ArraySlice<UInt8>, inColumn ordinal: Int) -> String {
    while last.count <= ordinal { last.append("") }
    let isSame = last[ordinal].utf8.withContiguousStorageIfAvailable { $0.elementsEqual(cell) }
    if isSame != true { last[ordinal] = String(decoding: cell, as: UTF8.self) }
    return last[ordinal]
  }
}

extension CivilDate {
  /// Reads exactly `YYYY-MM-DD` without making text of it.
  init?(bytes: ArraySlice<UInt8>) {
    let first = bytes.startIndex
    guard bytes.count == 10, bytes[first + 4] == UInt8(ascii: "-"),
      bytes[first + 7] == UInt8(ascii: "-"),
      let year = Int(wholeNumber: bytes[first..<first + 4]),
      let month = Int(wholeNumber: bytes[first + 5..<first + 7]),
      let day = Int(wholeNumber: bytes[first + 8..<first + 10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
