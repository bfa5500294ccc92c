public import Inquiry
public import Records
public import SimpleFeatures

/// An answer as the viewer walks through it: every incident, and which of them are on the map.
public struct Incidents: Sendable {
  /// One incident.
  public struct Item: Sendable {
    /// The incident with all that lists and sentences say of it.
    public let feature: IncidentFeature
    /// Where its symbol stands; `nil` for one that is not drawn as a point.
    public let position: Position?
  }

  /// All that match, in the stable order of day and identifier.
  public let items: [Item]
  /// How they divide.
  public let counts: MatchCounts
  /// How many match.
  public let numberMatched: Int
  /// The state of the data that answered.
  public let dataVersion: DataVersion?
  private let places: [IncidentID: Int]

  /// Takes an answer with every match in it.
  ///
  /// - Parameters:
  ///   - page: The answer.
  ///   - isDrawn: Whether an incident is drawn as a point.
  public init(_ page: IncidentPage, isDrawn: (IncidentFeature) -> Bool) {
    items = page.features.map { feature in
      Item(feature: feature, position: isDrawn(feature) ? feature.point?.position : nil)
    }
    counts = page.counts
    numberMatched = page.numberMatched
    dataVersion = page.dataVersion
    places = Dictionary(
      items.enumerated().map { ($0.element.feature.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Nothing, before there is an answer.
  public init() {
    items = []
    counts = MatchCounts()
    numberMatched = 0
    dataVersion = nil
    places = [:]
  }

  /// The place of an incident in ``items``.
  ///
  /// - Parameter id: The incident.
  /// - Returns: `nil` where it does not match.
  public func place(of id: IncidentID) -> Int? { places[id] }
}
