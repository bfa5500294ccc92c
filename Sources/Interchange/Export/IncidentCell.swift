public import Inquiry
import JSONText
public import Records

/// The value of one property in a table whose columns have types; see ``PropertyType``.
public enum IncidentCell: Hashable, Sendable {
  /// Not known.
  case absent
  /// Text, a day as `YYYY-MM-DD`, or a list as JSON.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number.
  case number(Double)
  /// True or false.
  case truth(Bool)
}

extension IncidentFeature {
  /// The values of all properties.
  ///
  /// - Parameter asOf: The day asked about.
  /// - Returns: One for each of `IncidentProperty.allCases`, in their order.
  public func cells(asOf: CivilDate?) -> [IncidentCell] {
    IncidentProperty.all.map { property in
      let value = value(of: property, asOf: asOf)
      if value.isAbsent { return .absent }
      switch value {
      case .text(let text), .code(let text): return .text(text ?? "")
      case .day(let day): return .text(day?.description ?? "")
      case .assessment(let id): return .text(id.assessmentPath(asOf: asOf))
      case .integer(let integer): return integer.map(IncidentCell.integer) ?? .absent
      case .number(let number, let decimals):
        return number.map { .number($0.rounded(toDecimals: decimals)) } ?? .absent
      case .truth(let truth): return truth.map(IncidentCell.truth) ?? .absent
      case .texts, .claims, .districts:
        var writer = JSONWriter()
        writer.value(value, asOf: asOf)
        return .text(String(decoding: writer.bytes, as: UTF8.self))
      }
    }
  }
}
