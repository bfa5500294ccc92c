public import Records
public import SimpleFeatures

/// A question for places.
public struct PlaceQuery: Hashable, Sendable {
  /// Only this place.
  public var id: PlaceID?
  /// Only places in this box; places without a location belong to it all the same.
  public var envelope: Envelope?
  /// Only these kinds; empty means any.
  public var kinds: Set<PlaceKind> = []
  /// Only what this ledger held then.
  public var asRecorded: Instant?
  /// How many a page holds at most.
  public var limit = 100
  /// What is asked of the properties, and the order of the answer.
  public var properties = PropertyQuestion<PlaceProperty>()
  /// How many of those that match are passed over first.
  public var offset = 0
  /// Only places after this one in the order of identifiers.
  public var after: PlaceID?

  /// Asks for everything.
  public init() {}
}

/// One page of places.
public struct PlacePage: Sendable {
  /// The places of this page.
  public let features: [PlaceFeature]
  /// How many match in all.
  public let numberMatched: Int
  /// The last place of this page when more follow.
  public let next: PlaceID?
  /// The state of the data that answered.
  public let dataVersion: DataVersion

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - features: The places of this page.
  ///   - numberMatched: How many match in all.
  ///   - next: The last place of this page when more follow.
  ///   - dataVersion: The state of the data that answered.
  public init(
    features: [PlaceFeature], numberMatched: Int, next: PlaceID?, dataVersion: DataVersion
  ) {
    self.features = features
    self.numberMatched = numberMatched
    self.next = next
    self.dataVersion = dataVersion
  }
}

/// A place with the area that questions about it use.
public struct PlaceFeature: Sendable {
  /// The place as recorded.
  public let place: Place
  /// The area used in questions: recorded, or computed by our own rule; `nil` when unplaced.
  public let area: PlaceArea?

  /// Makes a feature.
  ///
  /// - Parameters:
  ///   - place: The place as recorded.
  ///   - area: The area used in questions.
  public init(place: Place, area: PlaceArea?) {
    self.place = place
    self.area = area
  }
}

/// The area of a place and how it came about.
public struct PlaceArea: Hashable, Sendable {
  /// How an area came about.
  public enum Basis: String, Vocabulary {
    /// A recorded outline.
    case recorded
    /// A computed district cell.
    case cell
    /// A disc of the point's precision.
    case disc
    /// The half of the city on one bank, computed.
    case bankHalf = "bank-half"
    /// The parent's area, for the place itself is known by name only.
    case parent

    /// The list's name in messages.
    public static let name = "area basis"

    /// The basis in words.
    public var words: String {
      switch self {
      case .recorded: "recorded outline"
      case .cell: "computed cell, not a boundary"
      case .disc: "disc of the point's precision"
      case .bankHalf: "computed half of the city"
      case .parent: "known by name only: the area of what contains it"
      }
    }
  }

  /// The area.
  public let geometry: Geometry
  /// How it came about.
  public let basis: Basis
  /// Whether the shape is only approximate.
  public let isApproximate: Bool

  /// Makes an area.
  ///
  /// - Parameters:
  ///   - geometry: The area.
  ///   - basis: How it came about.
  ///   - isApproximate: Whether the shape is only approximate.
  public init(geometry: Geometry, basis: Basis, isApproximate: Bool) {
    self.geometry = geometry
    self.basis = basis
    self.isApproximate = isApproximate
  }
}
