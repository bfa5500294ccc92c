/// What a place says of itself as a feature.
public enum PlaceProperty: String, FeatureProperty {
  case id
  case number
  case name
  case arabicName = "name_ar"
  case names
  case kind
  case parent
  case bank
  case precisionMeters = "precision_m"
  case origin
  case isApproximate = "approximate"
  case source
  case areaBasis = "area_basis"
  case areaIsApproximate = "area_approximate"
  case note

  /// Every property in order.
  public static let all = allCases

  /// The type of its values.
  public var type: PropertyType {
    switch self {
    case .names: .list
    case .precisionMeters: .number
    case .number: .integer
    case .isApproximate, .areaIsApproximate: .truth
    default: .text
    }
  }

  /// What it says, in one line for people.
  public var summary: String {
    switch self {
    case .id: "identifier of the place"
    case .number: "the same as a number, for programs that take no text"
    case .name: "first name"
    case .arabicName: "first name in Arabic script"
    case .names: "every known name"
    case .kind: "kind of place"
    case .parent: "place that contains it"
    case .bank: "bank of the Tigris"
    case .precisionMeters: "how far off its point may be, metres"
    case .origin: "where its geometry comes from"
    case .isApproximate: "whether its geometry is only approximate"
    case .source: "who gives its geometry"
    case .areaBasis: "how the area that questions use came about"
    case .areaIsApproximate: "whether that area is only approximate"
    case .note: "what a reader should know"
    }
  }

  /// Whether a place may be without it.
  public var isNullable: Bool {
    switch self {
    case .id, .number, .name, .names, .kind, .bank: false
    default: true
    }
  }

  /// Whether a filter may ask for it; names by their texts.
  public var isQueryable: Bool { true }
}
