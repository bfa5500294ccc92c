import Assessment
import Records

/// What the atlas keeps of every claim, column by column: incident by incident in the stable order,
/// and within one as ``IncidentColumns/claims`` has them; claims about none come last.
struct ClaimColumns: Sendable {
  /// No day known.
  static let noDay = Int32.max

  var ids: [ClaimID] = []
  /// Days since 1970-01-01 on which each became public, or ``noDay``.
  var publicDays: [Int32] = []
  /// First and last day of the event as stated, or ``noDay``.
  var eventStarts: [Int32] = []
  var eventEnds: [Int32] = []
  var isAssessment: [Bool] = []
  var grades: [Grade?] = []
  var figures: [Figure] = []
  var figureOffsets = ColumnOffsets()
  /// Names of parties held responsible, as ordinals of the atlas's list.
  var attributions: [Int32] = []
  var attributionOffsets = ColumnOffsets()
  /// Places that the words may mean, as ordinals.
  var places: [Int32] = []
  var placeOffsets = ColumnOffsets()
  /// The claims that replace each, as ordinals.
  var superseders = RareColumn<[Int32]>()
  /// What a computed grade needs of each.
  var signals: [ClaimSignals] = []
  /// Whose word each is.
  var origins: [OriginTally.Item] = []
  /// The claims that each goes back to, as ordinals: few do.
  var echoes = RareColumn<[(source: Int32, isCertain: Bool)]>()

  /// Where the claims stand in the order in which the ledger has them.
  var recorded: [Int32] = []

  var count: Int { ids.count }

  /// Adds a claim without its parties and places, which the builder numbers.
  mutating func append(
    _ claim: borrowing Claim, _ claimSignals: ClaimSignals, _ origin: OriginTally.Item
  ) {
    signals.append(claimSignals)
    origins.append(origin)
    let event = claim.eventTime?.interval
    ids.append(claim.id)
    publicDays.append(claim.publicDay?.daysSinceEpoch ?? ClaimColumns.noDay)
    eventStarts.append(event.map { $0.start?.daysSinceEpoch ?? .min } ?? ClaimColumns.noDay)
    eventEnds.append(event?.end?.daysSinceEpoch ?? ClaimColumns.noDay)
    isAssessment.append(claim.isAssessment)
    grades.append(claim.grade)
    Figure.append(of: claim, to: &figures)
    figureOffsets.close(at: figures.count)
  }

  mutating func reserveCapacity(_ claims: Int) {
    ids.reserveCapacity(claims)
    publicDays.reserveCapacity(claims)
    eventStarts.reserveCapacity(claims)
    eventEnds.reserveCapacity(claims)
    isAssessment.reserveCapacity(claims)
    grades.reserveCapacity(claims)
    figures.reserveCapacity(claims)
    figureOffsets.reserveCapacity(claims)
    attributionOffsets.reserveCapacity(claims)
    placeOffsets.reserveCapacity(claims)
    signals.reserveCapacity(claims)
    origins.reserveCapacity(claims)
  }

  /// Adds the claims of other columns; what is linked by ordinals is not linked yet.
  mutating func append(_ other: ClaimColumns) {
    ids += other.ids
    publicDays += other.publicDays
    eventStarts += other.eventStarts
    eventEnds += other.eventEnds
    isAssessment += other.isAssessment
    grades += other.grades
    figures += other.figures
    figureOffsets.append(other.figureOffsets)
    attributions += other.attributions
    attributionOffsets.append(other.attributionOffsets)
    places += other.places
    placeOffsets.append(other.placeOffsets)
    signals += other.signals
    origins += other.origins
  }

  func publicDay(of claim: Int) -> CivilDate? {
    publicDays[claim] == Self.noDay
      ? nil : CivilDate(daysSinceEpoch: Int(publicDays[claim]))
  }

  /// Whether the claim counted on a day; every claim counts when no day is asked for.
  func isPublic(_ claim: Int, asOf: CivilDate?) -> Bool {
    guard let asOf else { return true }
    return publicDays[claim] <= asOf.daysSinceEpoch
  }

  func evidence(of claim: Int, isCertain: Bool, origin: UInt32) -> Evidence<Int32> {
    Evidence(
      claim: Int32(claim), publicDay: publicDay(of: claim), isAssessment: isAssessment[claim],
      grade: grades[claim], figures: figures[figureOffsets[claim]], isCertain: isCertain,
      supersededBy: (superseders[Int32(claim)] ?? [])[...], signals: signals[claim], origin: origin)
  }
}
