import Inquiry
import Records

/// The type of a property in formats whose columns have one.
public enum IncidentPropertyType: Sendable {
  /// Text, a code or an identifier.
  case text
  /// A day; text where a format only has dates with a time, which would claim a midnight that
  /// nobody reported.
  case day
  /// A whole number.
  case integer
  /// A number with a fraction.
  case number
  /// True or false.
  case truth
  /// Several texts or objects.
  case list
}

extension IncidentProperty {
  /// The type of its values.
  public var type: IncidentPropertyType {
    switch self {
    case .id, .title, .kind, .timePrecision, .killedMinimumRule,
      .killedMaximumRule, .injuredMinimumRule, .injuredMaximumRule, .grade, .gradeBy,
      .computedGrade, .computedGradeRule, .locationScale, .locationAssertedBy, .placement,
      .placementReason, .assessment:
      .text
    case .eventStart, .eventEnd, .asOf: .day
    case .killedMinimum, .killedMaximum, .injuredMinimum, .injuredMaximum, .claimCount,
      .independentOriginCount, .undatedClaimCount, .candidateCount:
      .integer
    case .radiusMeters, .placementShare, .distanceMeters: .number
    case .killedMaximumIsOpen, .injuredMaximumIsOpen, .gradesDiffer, .isApproximate: .truth
    case .killedMinimumClaims, .killedMaximumClaims, .injuredMinimumClaims, .injuredMaximumClaims,
      .gradeClaims, .attributedTo, .placementDecidedBy, .districts:
      .list
    }
  }
}

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
