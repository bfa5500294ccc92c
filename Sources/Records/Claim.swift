/// One statement by one claimant: the record on which every figure lives.
public struct Claim: Hashable, Sendable, Identifiable {
  /// The record's identifier.
  public var id: ClaimID
  /// Who says it.
  public var claimant: SourceID
  /// How it reached us, first hop first.
  public var relays: [RelayHop]
  /// What the claim does; the first kind is its main one and there is always one.
  public var kinds: [ClaimKind]
  /// Whether it says so, says not so, or says that it is not known.
  public var polarity: Polarity
  /// How firmly.
  public var modality: Modality
  /// How near the claimant was.
  public var hand: Hand
  /// What is said, in our words.
  public var statement: String
  /// Its figures.
  public var quantities: [Quantity]
  /// The place in the claimant's words.
  public var placeAsStated: String?
  /// The places those words may mean.
  public var placeCandidates: [PlaceCandidate]
  /// The event's time as stated.
  public var eventTime: StatedTime?
  /// When the claimant spoke.
  public var uttered: StatedTime?
  /// When it was first published; `nil` when that is not known.
  public var published: StatedTime?
  /// The incidents it speaks of.
  public var incidents: [IncidentMembership]
  /// How it stands to other claims, its denials' targets among them.
  public var edges: [ClaimEdge]
  /// Whom it holds responsible, as named.
  public var attributedTo: [String]
  /// The grade it gives, when it assesses.
  public var grade: Grade?
  /// The verdict it gives, when a belligerent assesses itself.
  public var verdict: BelligerentVerdict?
  /// The identifier in the data set it came from.
  public var foreignID: ForeignID?
  /// Fields of that data set that have no place of their own here, kept as they were.
  public var foreignFields: [ForeignField]
  /// What a reader should know, in our words.
  public var note: String?

  /// Makes a claim.
  ///
  /// - Parameters:
  ///   - id: The record's identifier.
  ///   - claimant: Who says it.
  ///   - relays: How it reached us, first hop first.
  ///   - kinds: What the claim does, main kind first, at least one.
  ///   - polarity: Affirmed, denied or unknown.
  ///   - modality: How firmly.
  ///   - hand: How near the claimant was.
  ///   - statement: What is said, in our words.
  ///   - quantities: Its figures.
  ///   - placeAsStated: The place in the claimant's words.
  ///   - placeCandidates: The places those words may mean.
  ///   - eventTime: The event's time as stated.
  ///   - uttered: When the claimant spoke.
  ///   - published: When it was first published.
  ///   - incidents: The incidents it speaks of.
  ///   - edges: How it stands to other claims.
  ///   - attributedTo: Whom it holds responsible.
  ///   - grade: The grade it gives.
  ///   - verdict: The verdict it gives.
  ///   - foreignID: The identifier in the data set it came from.
  ///   - foreignFields: Fields kept from there.
  ///   - note: Free text in our words.
  public init(
    id: ClaimID, claimant: SourceID, relays: [RelayHop] = [], kinds: [ClaimKind],
    polarity: Polarity = .affirmed, modality: Modality = .asserted, hand: Hand = .unattributed,
    statement: String = "", quantities: [Quantity] = [], placeAsStated: String? = nil,
    placeCandidates: [PlaceCandidate] = [], eventTime: StatedTime? = nil,
    uttered: StatedTime? = nil, published: StatedTime? = nil,
    incidents: [IncidentMembership] = [], edges: [ClaimEdge] = [], attributedTo: [String] = [],
    grade: Grade? = nil, verdict: BelligerentVerdict? = nil, foreignID: ForeignID? = nil,
    foreignFields: [ForeignField] = [], note: String? = nil
  ) {
    self.id = id
    self.claimant = claimant
    self.relays = relays
    self.kinds = kinds
    self.polarity = polarity
    self.modality = modality
    self.hand = hand
    self.statement = statement
    self.quantities = quantities
    self.placeAsStated = placeAsStated
    self.placeCandidates = placeCandidates
    self.eventTime = eventTime
    self.uttered = uttered
    self.published = published
    self.incidents = incidents
    self.edges = edges
    self.attributedTo = attributedTo
    self.grade = grade
    self.verdict = verdict
    self.foreignID = foreignID
    self.foreignFields = foreignFields
    self.note = note
  }

  /// The day from which the claim counts as public: the first day it may have been published on,
  /// then the first day it may have been said on; `nil` when neither is known.
  ///
  /// An interval counts from its last day, for only then is the claim surely out.
  public var publicDay: CivilDate? {
    (published ?? uttered)?.interval.end
  }
}
