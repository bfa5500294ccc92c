public import QueryLanguage
import Records

extension IncidentValue {
  /// The value as filters see it: claims and districts by their identifiers.
  public var filterValue: FilterValue {
    switch self {
    case .text(let text), .code(let text): FilterValue(text)
    case .day(let day): FilterValue(day)
    case .assessment: .null
    case .integer(let number): FilterValue(number)
    case .number(let number, _): FilterValue(number)
    case .truth(let truth): FilterValue(truth)
    case .texts(let texts): FilterValue(texts)
    case .claims(let claims): claims.map { FilterValue($0.map(\.text)) } ?? .null
    case .districts(let districts): FilterValue(districts.map(\.place.text))
    }
  }
}
