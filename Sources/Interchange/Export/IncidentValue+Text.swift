import Inquiry
import Records

extension IncidentValue {
  /// Whether the value is unknown; an empty list is known.
  var isAbsent: Bool {
    switch self {
    case .text(let text), .code(let text): text == nil
    case .day(let day): day == nil
    case .integer(let integer): integer == nil
    case .number(let number, _): number.map { !$0.isFinite } ?? true
    case .truth(let truth): truth == nil
    case .claims(let claims): claims == nil
    case .texts, .districts, .assessment: false
    }
  }

  /// A list on one line, its items separated by `|`; `nil` for anything else.
  var delimited: String? {
    switch self {
    case .texts(let texts): texts.joined(separator: "|")
    case .claims(let claims): claims?.map(\.text).joined(separator: "|")
    case .districts(let districts):
      districts.map { "\($0.place):\($0.certainty.code)" }.joined(separator: "|")
    case .text, .code, .day, .assessment, .integer, .number, .truth: nil
    }
  }
}
