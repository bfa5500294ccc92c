public import Records
public import SimpleFeatures

/// A question for claims.
public struct ClaimQuery: Hashable, Sendable {
  /// Only this claim.
  public var id: ClaimID?
  /// Only claims about this incident.
  public var incident: IncidentID?
  /// Only claims whose stated place may lie in this place, or whose incident may.
  public var place: PlaceID?
  /// Only claims placed in this box; claims without a place belong to it all the same.
  public var envelope: Envelope?
  /// Only claims whose event may fall in this span; undated ones belong to it all the same.
  public var time: DayInterval?
  /// Only claims public by the end of this day.
  public var asOf: CivilDate?
  /// Only what this ledger held then.
  public var asRecorded: Instant?
  /// How many a page holds at most.
  public var limit = 100
  /// What is asked of the properties, and the order of the answer.
  public var properties = PropertyQuestion<ClaimProperty>()
  /// How many of those that match are passed over first.
  public var offset = 0
  /// Only claims after this one in the order of identifiers.
  public var after: ClaimID?

  /// Asks for everything.
  public init() {}
}

/// One page of claims.
public struct ClaimPage: Sendable {
  /// The claims of this page.
  public let features: [ClaimFeature]
  /// How many match in all.
  public let numberMatched: Int
  /// The last claim of this page when more follow.
  public let next: ClaimID?
  /// The state of the data that answered.
  public let dataVersion: DataVersion

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - features: The claims of this page.
  ///   - numberMatched: How many match in all.
  ///   - next: The last claim of this page when more follow.
  ///   - dataVersion: The state of the data that answered.
  public init(
    features: [ClaimFeature], numberMatched: Int, next: ClaimID?, dataVersion: DataVersion
  ) {
    self.features = features
    self.numberMatched = numberMatched
    self.next = next
    self.dataVersion = dataVersion
  }
}

/// A claim with where it places its event.
public struct ClaimFeature: Sendable {
  /// The claim.
  public let claim: Claim
  /// Who says it.
  public let claimant: Source?
  /// Where it places its event, with its radius; `nil` when it names no place that is known.
  public let point: RepresentativePoint?

  /// Makes a feature.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - claimant: Who says it.
  ///   - point: Where it places its event.
  public init(claim: Claim, claimant: Source?, point: RepresentativePoint?) {
    self.claim = claim
    self.claimant = claimant
    self.point = point
  }
}
