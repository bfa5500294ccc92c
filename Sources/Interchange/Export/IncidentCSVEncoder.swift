public import Inquiry
import JSONText
import Records
import SimpleFeatures

/// Writes incidents as CSV: a line of column names, an HXL line where asked for, a line each.
///
/// The properties are followed by `longitude` and `latitude` of the point that stands for the
/// incident; its radius is among the properties. Lists are separated by `|`.
///
/// - Note: Source – RFC 4180; HXL 1.1 for the line of tags.
public struct IncidentCSVEncoder: IncidentEncoder {
  private let hasHXLTags: Bool
  private let isFormulaSafe: Bool
  private var asOf: CivilDate?

  /// Makes an encoder for one table.
  ///
  /// - Parameters:
  ///   - hasHXLTags: Whether a line of HXL tags follows the column names.
  ///   - isFormulaSafe: Whether text that a spreadsheet would run gets a leading apostrophe.
  public init(hasHXLTags: Bool = false, isFormulaSafe: Bool = true) {
    self.hasHXLTags = hasHXLTags
    self.isFormulaSafe = isFormulaSafe
  }

  /// Writes the column names.
  ///
  /// - Parameters:
  ///   - page: The answer.
  ///   - buffer: Where bytes are appended.
  public mutating func begin(_ page: IncidentPage, into buffer: inout [UInt8]) {
    asOf = page.query.asOf
    var writer = CSVWriter(isFormulaSafe: false)
    for property in IncidentProperty.allCases { writer.plain(property.name.utf8) }
    writer.plain("longitude".utf8)
    writer.plain("latitude".utf8)
    writer.endRow()
    if hasHXLTags {
      for property in IncidentProperty.allCases { writer.plain(property.hxlTag.utf8) }
      writer.plain("#geo+lon".utf8)
      writer.plain("#geo+lat".utf8)
      writer.endRow()
    }
    buffer.append(contentsOf: writer.bytes)
  }

  /// Writes one row.
  ///
  /// - Parameters:
  ///   - feature: The incident.
  ///   - buffer: Where bytes are appended.
  public mutating func encode(_ feature: IncidentFeature, into buffer: inout [UInt8]) {
    var writer = CSVWriter(isFormulaSafe: isFormulaSafe, reserving: 512)
    for property in IncidentProperty.allCases {
      writer.value(feature.value(of: property, asOf: asOf))
    }
    writer.number(feature.point?.position.longitude, decimals: 7)
    writer.number(feature.point?.position.latitude, decimals: 7)
    writer.endRow()
    buffer.append(contentsOf: writer.bytes)
  }

  /// Does nothing: a table has no foot.
  ///
  /// - Parameter buffer: Nothing is appended.
  public mutating func end(into buffer: inout [UInt8]) {}
}

extension CSVWriter {
  fileprivate mutating func value(_ value: IncidentValue) {
    switch value {
    case .text(let text): self.text(text)
    case .code(let code): plain((code ?? "").utf8)
    case .integer(let integer): self.integer(integer)
    case .number(let number, let decimals): self.number(number, decimals: decimals)
    case .truth(let truth): plain((truth.map { $0 ? "true" : "false" } ?? "").utf8)
    case .texts(let texts): text(texts.joined(separator: "|"))
    case .claims(let claims): plain((claims ?? []).map(\.text).joined(separator: "|").utf8)
    case .districts(let districts):
      plain(
        districts.map { "\($0.place):\($0.certainty.code)" }.joined(separator: "|").utf8)
    }
  }

  fileprivate mutating func number(_ number: Double?, decimals: Int) {
    guard let number else { return plain([]) }
    var digits = JSONWriter(reserving: 24)
    digits.number(number, decimals: decimals)
    plain(digits.bytes)
  }
}
