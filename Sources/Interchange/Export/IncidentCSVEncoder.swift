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
  private let selection: [IncidentProperty]
  private let hasHXLTags: Bool
  private var writer: CSVWriter
  private var digits = JSONWriter(reserving: 32)
  private var asOf: CivilDate?

  /// Makes an encoder for one table.
  ///
  /// - Parameters:
  ///   - selection: The properties that are columns, before those of the point.
  ///   - hasHXLTags: Whether a line of HXL tags follows the column names.
  ///   - isFormulaSafe: Whether text that a spreadsheet would run gets a leading apostrophe.
  public init(
    selection: [IncidentProperty] = IncidentProperty.all, hasHXLTags: Bool = false,
    isFormulaSafe: Bool = true
  ) {
    self.selection = selection
    self.hasHXLTags = hasHXLTags
    writer = CSVWriter(isFormulaSafe: isFormulaSafe, reserving: 1_024)
  }

  /// Writes the column names.
  ///
  /// - Parameters:
  ///   - page: The answer.
  ///   - buffer: Where bytes are appended.
  public mutating func begin(_ page: IncidentPage, into buffer: inout [UInt8]) {
    asOf = page.query.asOf
    writer.removeAll()
    for property in selection { writer.plain(property.name) }
    writer.plain("longitude")
    writer.plain("latitude")
    writer.endRow()
    if hasHXLTags {
      for property in selection { writer.plain(property.hxlTag) }
      writer.plain("#geo+lon")
      writer.plain("#geo+lat")
      writer.endRow()
    }
    buffer.append(contentsOf: writer.bytes)
  }

  /// Takes up the answer behind its first features.
  ///
  /// - Parameter page: The answer.
  public mutating func resume(_ page: IncidentPage) {
    asOf = page.query.asOf
  }

  /// Writes one row.
  ///
  /// - Parameters:
  ///   - feature: The incident.
  ///   - buffer: Where bytes are appended.
  public mutating func encode(_ feature: IncidentFeature, into buffer: inout [UInt8]) {
    writer.removeAll()
    for property in selection {
      write(feature.value(of: property, asOf: asOf))
    }
    write(.number(feature.point?.position.longitude, decimals: 7))
    write(.number(feature.point?.position.latitude, decimals: 7))
    writer.endRow()
    buffer.append(contentsOf: writer.bytes)
  }

  /// Does nothing: a table has no foot.
  ///
  /// - Parameter buffer: Nothing is appended.
  public mutating func end(into buffer: inout [UInt8]) {}
}

extension IncidentCSVEncoder {
  private mutating func write(_ value: IncidentValue) {
    switch value {
    case .text(let text): writer.text(text)
    case .code(let code): writer.plain(code)
    case .day(let day): writer.plain(day?.description)
    case .assessment(let id): writer.plain(id.assessmentPath(asOf: asOf))
    case .integer(let integer): writer.integer(integer)
    case .number(let number, let decimals): write(number, decimals: decimals)
    case .truth(let truth): writer.plain(truth.map { $0 ? "true" : "false" })
    case .texts: writer.text(value.delimited)
    case .claims, .districts: writer.plain(value.delimited)
    }
  }

  private mutating func write(_ number: Double?, decimals: Int) {
    digits.removeAll()
    if number != nil { digits.number(number, decimals: decimals) }
    writer.plain(digits.bytes)
  }
}
