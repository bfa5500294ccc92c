/// What a source says of itself as a feature.
public enum SourceProperty: String, FeatureProperty {
  case id
  case number
  case name
  case kind
  case affiliation
  case language
  case judgements
  case note

  /// Every property in order.
  public static let all = allCases

  /// The type of its values.
  public var type: PropertyType {
    switch self {
    case .judgements: .list
    case .number: .integer
    default: .text
    }
  }

  /// What it says, in one line for people.
  public var summary: String {
    switch self {
    case .id: "identifier of the source"
    case .number: "the same as a number, for programs that take no text"
    case .name: "name or pseudonym"
    case .kind: "kind of source"
    case .affiliation: "body that it speaks for or belongs to"
    case .language: "main language (BCP 47)"
    case .judgements: "judgements of its reliability, with assessor and date"
    case .note: "what a reader should know"
    }
  }

  /// Whether a source may be without it.
  public var isNullable: Bool {
    switch self {
    case .id, .number, .name, .kind, .judgements: false
    default: true
    }
  }

  /// Whether a filter may ask for it.
  public var isQueryable: Bool { self != .judgements }
}
