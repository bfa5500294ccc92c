import Records
import SimpleFeatures

/// One row of a `sijil-csv` table on its way to a record: typed cells, and what is wrong with them.
///
/// Every accessor answers `nil` for an empty cell; for a cell that it cannot take it notes an
/// issue as well, so that a row's faults are all found in one pass.
struct TableRow {
  let file: String
  let row: CSVRow
  private let ordinals: [SijilColumn: Int]
  private(set) var issues: [ImportIssue] = []

  init(file: String, row: CSVRow, ordinals: [SijilColumn: Int]) {
    self.file = file
    self.row = row
    self.ordinals = ordinals
  }

  /// The line on which the row starts.
  var line: Int { row.line }
  /// Whether nothing is wrong so far.
  var isSound: Bool { issues.isEmpty }

  mutating func refuse(_ column: SijilColumn?, _ reason: String) {
    issues.append(
      ImportIssue(file: file, row: line, column: column?.rawValue, reason: reason))
  }

  private func cell(_ column: SijilColumn) -> ArraySlice<UInt8> {
    ordinals[column].map { row[$0] } ?? []
  }

  /// Whether a cell is empty: not known.
  func isEmpty(_ column: SijilColumn) -> Bool { cell(column).isEmpty }

  func text(_ column: SijilColumn) -> String? {
    let cell = cell(column)
    return cell.isEmpty ? nil : String(decoding: cell, as: UTF8.self)
  }

  mutating func requiredText(_ column: SijilColumn) -> String? {
    let text = text(column)
    if text == nil { refuse(column, "must not be empty") }
    return text
  }

  /// The items of a list; an empty item between two `|` is refused.
  mutating func list(_ column: SijilColumn) -> [String] {
    guard let text = text(column) else { return [] }
    let items = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    if items.contains("") { refuse(column, "has an empty item; write a|b without a further |") }
    return items.filter { !$0.isEmpty }
  }
}

// Identifiers and codes.
extension TableRow {
  mutating func identifier<Record>(
    _ column: SijilColumn, of: Record.Type = Record.self
  ) -> Identifier<Record>? {
    guard let text = text(column) else { return nil }
    guard let id = Identifier<Record>(text) else {
      refuse(
        column,
        "\"\(text)\" is no identifier; wanted 1 to 128 of A-Z a-z 0-9 - _ . : +,"
          + " a letter or digit first")
      return nil
    }
    return id
  }

  mutating func requiredIdentifier<Record>(
    _ column: SijilColumn, of: Record.Type = Record.self
  ) -> Identifier<Record>? {
    if isEmpty(column) { refuse(column, "must not be empty") }
    return identifier(column, of: Record.self)
  }

  mutating func code<Codes: Vocabulary>(
    _ column: SijilColumn, of: Codes.Type = Codes.self
  ) -> Codes? {
    guard let text = text(column) else { return nil }
    return code(text, column)
  }

  mutating func requiredCode<Codes: Vocabulary>(
    _ column: SijilColumn, of: Codes.Type = Codes.self
  ) -> Codes? {
    guard let text = text(column) else {
      refuse(
        column, "must not be empty; \(Codes.name) is one of \(Codes.codes.joined(separator: ", "))")
      return nil
    }
    return code(text, column)
  }

  mutating func codes<Codes: Vocabulary>(
    _ column: SijilColumn, of: Codes.Type = Codes.self
  ) -> [Codes] {
    list(column).compactMap { code($0, column) }
  }

  private mutating func code<Codes: Vocabulary>(
    _ text: String, _ column: SijilColumn
  ) -> Codes? {
    guard let code = Codes(code: text) else {
      refuse(
        column,
        "unknown \(Codes.name) \"\(text)\"; allowed: \(Codes.codes.joined(separator: ", "))")
      return nil
    }
    return code
  }
}

// Numbers, truth, times and positions.
extension TableRow {
  mutating func wholeNumber(_ column: SijilColumn) -> Int? {
    let cell = cell(column)
    guard !cell.isEmpty else { return nil }
    guard let value = Int(wholeNumber: cell) else {
      refuse(column, "\"\(String(decoding: cell, as: UTF8.self))\" is no whole number ≥ 0")
      return nil
    }
    return value
  }

  mutating func number(_ column: SijilColumn) -> Double? {
    let cell = cell(column)
    guard !cell.isEmpty else { return nil }
    guard let value = Double(strictDecimal: cell) else {
      refuse(column, "\"\(String(decoding: cell, as: UTF8.self))\" is no decimal number")
      return nil
    }
    return value
  }

  /// A length in metres, more than 0 and at most half way round the Earth.
  mutating func length(_ column: SijilColumn) -> Double? {
    guard let value = number(column) else { return nil }
    guard let reason = LengthRule.fault(in: value) else { return value }
    refuse(column, reason)
    return nil
  }

  mutating func requiredTruth(_ column: SijilColumn) -> Bool? {
    switch text(column) {
    case "true": return true
    case "false": return false
    case let text:
      refuse(column, "\"\(text ?? "")\" is neither true nor false")
      return nil
    }
  }

  mutating func time(_ column: SijilColumn) -> StatedTime? {
    guard let text = text(column) else { return nil }
    if let time = StatedTime(text) { return time }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    if ends.count == 2, ends.allSatisfy({ ExtendedDate($0) != nil }) {
      refuse(column, "\"\(text)\" ends before it starts")
    } else {
      refuse(
        column,
        "\"\(text)\" is no time; wanted EDTF such as 2017-03-17, 2017-03-22?,"
          + " 2017-02-19/2017-03-25, or RFC 3339 with an offset")
    }
    return nil
  }

  /// A position, when both ordinates are there.
  mutating func position() -> Position? {
    let longitude = number(.longitude)
    let latitude = number(.latitude)
    if isEmpty(.longitude) != isEmpty(.latitude) {
      refuse(
        isEmpty(.longitude) ? .longitude : .latitude, "a point needs longitude and latitude")
    }
    guard let longitude, let latitude else { return nil }
    let position = Position(longitude: longitude, latitude: latitude)
    guard position.isValid else {
      refuse(
        (-180...180).contains(longitude) ? .latitude : .longitude,
        "longitude \(longitude), latitude \(latitude) is outside the world (±180, ±90)")
      return nil
    }
    return position
  }
}

/// What a length on the Earth may be.
enum LengthRule {
  /// Half way round the equator of WGS 84, rounded up: no place is farther from another.
  private static let greatestMeters = 20_037_509.0

  /// Why a number of metres is no length; `nil` where it is one.
  static func fault(in meters: Double) -> String? {
    if meters <= 0 { return "must be more than 0 metres" }
    return meters > greatestMeters
      ? "must be at most 20037509 metres, half way round the Earth" : nil
  }
}
