/// What a claim says of itself as a feature.
public enum ClaimProperty: String, FeatureProperty {
  case id
  case number
  case claimant
  case claimantName = "claimant_name"
  case claimantKind = "claimant_kind"
  case kinds
  case polarity
  case modality
  case hand
  case statement
  case quantities
  case placeAsStated = "place_as_stated"
  case placeCandidates = "place_candidates"
  case eventTime = "event_time"
  case uttered
  case published
  case publicDay = "public_day"
  case relays
  case attributedTo = "attributed_to"
  case grade
  case verdict
  case edges
  case note
  case incidents
  case radiusMeters = "radius_m"
  case locationScale = "location_scale"
  case isApproximate = "approximate"

  /// Every property in order.
  public static let all = allCases

  /// Those that the claim itself has, in any document.
  public static let ofRecord = all.filter { property in
    switch property {
    case .number, .incidents, .radiusMeters, .locationScale, .isApproximate: false
    default: true
    }
  }

  /// The type of its values.
  public var type: PropertyType {
    switch self {
    case .kinds, .quantities, .placeCandidates, .relays, .attributedTo, .edges, .incidents: .list
    case .publicDay: .day
    case .number: .integer
    case .radiusMeters: .number
    case .isApproximate: .truth
    default: .text
    }
  }

  /// What it says, in one line for people.
  public var summary: String {
    switch self {
    case .id: "identifier of the claim"
    case .number: "the same as a number, for programs that take no text"
    case .claimant: "source that makes the claim"
    case .claimantName: "name of that source"
    case .claimantKind: "kind of that source"
    case .kinds: "what the claim does, its main point first"
    case .polarity: "whether it affirms, denies or does not know"
    case .modality: "how firmly it is put"
    case .hand: "how near the claimant was to what it tells"
    case .statement: "what it says, in our words"
    case .quantities: "its figures in its own units and words"
    case .placeAsStated: "place in the words of the claim"
    case .placeCandidates: "places that these words may mean"
    case .eventTime: "when it says that it happened (EDTF)"
    case .uttered: "when it was said (EDTF)"
    case .published: "when it was published (EDTF)"
    case .publicDay: "first day on which it was surely public"
    case .relays: "outlets that handed it on, in order"
    case .attributedTo: "parties that it holds responsible"
    case .grade: "grade that it gives"
    case .verdict: "verdict of a belligerent on its own strike"
    case .edges: "claims that it denies, replaces or repeats"
    case .note: "what a reader should know"
    case .incidents: "incidents that it surely or possibly speaks of"
    case .radiusMeters: "how far off the point the event may have been, metres"
    case .locationScale: "how large the named place is"
    case .isApproximate: "whether the place's shape is only approximate"
    }
  }

  /// Whether a claim may be without it.
  public var isNullable: Bool {
    switch self {
    case .id, .number, .claimant, .kinds, .polarity, .modality, .hand, .statement, .quantities,
      .placeCandidates, .relays, .attributedTo, .edges, .incidents:
      false
    default: true
    }
  }

  /// Whether a filter may ask for it; incidents and places by their identifiers.
  public var isQueryable: Bool {
    switch self {
    case .quantities, .relays, .edges: false
    default: true
    }
  }
}
