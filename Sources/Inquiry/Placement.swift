public import Records

/// How an incident lies to the area asked about.
public struct Placement: Hashable, Sendable {
  /// Certain, possible, excluded, or never placed at all.
  public enum Certainty: String, Vocabulary {
    /// The whole support lies inside.
    case certain
    /// Some of the support lies inside.
    case possible
    /// None of it does.
    case excluded
    /// No claim names a place that is known.
    case unplaced

    /// The list's name in messages.
    public static let name = "placement"
  }

  /// How the incident lies to the area.
  public let certainty: Certainty
  /// The share of the support's area that lies inside, 0…1; `nil` when unplaced.
  public let share: Double?
  private let deciders: Deciders
  /// Why, for people.
  public let reason: String

  /// A list without storage of its own where it has one entry, as those of most incidents have.
  private enum Deciders: Hashable {
    case one(ClaimID)
    case several([ClaimID])
  }

  /// The claims whose locations decide it.
  public var decidedBy: [ClaimID] {
    switch deciders {
    case .one(let id): [id]
    case .several(let ids): ids
    }
  }

  /// The claim that decides it alone; `nil` where several do, or none.
  public var onlyDecider: ClaimID? {
    if case .one(let id) = deciders { id } else { nil }
  }

  /// Makes a placement.
  ///
  /// - Parameters:
  ///   - certainty: How the incident lies to the area.
  ///   - share: Share of the support inside, 0…1.
  ///   - decidedBy: The claims whose locations decide it.
  ///   - reason: Why, for people.
  public init(certainty: Certainty, share: Double?, decidedBy: [ClaimID], reason: String) {
    self.certainty = certainty
    self.share = share
    deciders = decidedBy.count == 1 ? .one(decidedBy[0]) : .several(decidedBy)
    self.reason = reason
  }

  /// Makes a placement that one claim decides at most.
  ///
  /// - Parameters:
  ///   - certainty: How the incident lies to the area.
  ///   - share: Share of the support inside, 0…1.
  ///   - decider: The claim whose location decides it; `nil` where no claim is known.
  ///   - reason: Why, for people.
  public init(certainty: Certainty, share: Double?, decider: ClaimID?, reason: String) {
    self.certainty = certainty
    self.share = share
    deciders = decider.map { .one($0) } ?? .several([])
    self.reason = reason
  }
}

/// That an incident lies in a district, surely or possibly.
public struct DistrictMembership: Hashable, Sendable {
  /// The district.
  public let place: PlaceID
  /// Its name.
  public let name: String
  /// Certain or possible.
  public let certainty: Certainty
  /// The share of the support that lies in the district, 0…1.
  public let share: Double
  /// Whether the district's shape is only approximate.
  public let isApproximate: Bool

  /// Makes a membership.
  ///
  /// - Parameters:
  ///   - place: The district.
  ///   - name: Its name.
  ///   - certainty: Certain or possible.
  ///   - share: Share of the support inside, 0…1.
  ///   - isApproximate: Whether the district's shape is only approximate.
  public init(
    place: PlaceID, name: String, certainty: Certainty, share: Double, isApproximate: Bool
  ) {
    self.place = place
    self.name = name
    self.certainty = certainty
    self.share = share
    self.isApproximate = isApproximate
  }
}
