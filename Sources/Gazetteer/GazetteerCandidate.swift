public import Records

/// A place that a text may mean, with how well and why.
public struct GazetteerCandidate: Hashable, Sendable, Identifiable {
  /// The place.
  public let id: PlaceID
  /// The one of its names that answers best.
  public let name: PlaceName
  /// How well it answers, ``Gazetteer/leastScore``…1 in thousandths; 1 is the name itself.
  public let score: Double
  /// Why it answers.
  public let reason: MatchReason
  /// What else the text said that the place fulfils.
  public let qualifier: PlaceQualifier?
  /// Whether it is known where the place is.
  public let isLocated: Bool
}

/// What a text that should name one place comes to.
public enum PlaceResolution: Hashable, Sendable {
  /// One located place.
  case one(GazetteerCandidate)
  /// Several places that answer about equally well, best first; never fewer than two.
  case ambiguous([GazetteerCandidate])
  /// A name that is known, of a place that nobody has located.
  case knownNameUnknownPlace(GazetteerCandidate)
  /// No known name; the nearest ones, best first, perhaps none.
  case unknown(nearest: [GazetteerCandidate])
}
