public import Assessment
public import Records
public import SimpleFeatures

/// One incident of an answer: what every surface shows of it, with the claims behind each number.
public struct IncidentFeature: Sendable {
  /// The incident.
  public let id: IncidentID
  /// A short name for people.
  public let title: String
  /// When it happened; open where unknown.
  public let time: DayInterval?
  /// How finely that is known.
  public let timePrecision: DatePrecision
  /// What sort of event it is.
  public let kind: IncidentKind
  /// A point for drawing, always with its radius; `nil` when there is no usable place.
  public let point: RepresentativePoint?
  private let makeSupport: @Sendable () -> Geometry?
  /// How many places are in question.
  public let candidateCount: Int
  /// What its claims come to.
  public private(set) var assessment: IncidentAssessment<ClaimID>
  /// Whom its claims hold responsible, in the order first named.
  public let attributedTo: [String]
  /// How many claims had no date and so did not count as of the day asked for.
  public let undatedClaimCount: Int
  /// How it lies to the area asked about; `nil` when none was.
  public let placement: Placement?
  /// The districts it lies in.
  public let districts: [DistrictMembership]
  /// Metres from the position asked about; `nil` when none was.
  public let distanceMeters: Double?
  /// How many independent origins the claims in play have; `nil` when nobody counted.
  public let independentOriginCount: Int?

  /// Makes a feature.
  ///
  /// - Parameters:
  ///   - id: The incident.
  ///   - title: A short name for people.
  ///   - time: When it happened.
  ///   - timePrecision: How finely that is known.
  ///   - kind: What sort of event it is.
  ///   - point: A point for drawing with its radius.
  ///   - support: The union of the candidate areas; evaluated when it is asked for.
  ///   - candidateCount: How many places are in question.
  ///   - assessment: What its claims come to.
  ///   - attributedTo: Whom its claims hold responsible.
  ///   - undatedClaimCount: Claims without a date that did not count.
  ///   - placement: How it lies to the area asked about.
  ///   - districts: The districts it lies in.
  ///   - distanceMeters: Metres from the position asked about.
  ///   - independentOriginCount: How many independent origins its claims have.
  public init(
    id: IncidentID, title: String, time: DayInterval?, timePrecision: DatePrecision,
    kind: IncidentKind, point: RepresentativePoint?,
    support: @autoclosure @escaping @Sendable () -> Geometry?, candidateCount: Int,
    assessment: IncidentAssessment<ClaimID>, attributedTo: [String], undatedClaimCount: Int,
    placement: Placement?, districts: [DistrictMembership], distanceMeters: Double?,
    independentOriginCount: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.time = time
    self.timePrecision = timePrecision
    self.kind = kind
    self.point = point
    makeSupport = support
    self.candidateCount = candidateCount
    self.assessment = assessment
    self.attributedTo = attributedTo
    self.undatedClaimCount = undatedClaimCount
    self.placement = placement
    self.districts = districts
    self.distanceMeters = distanceMeters
    self.independentOriginCount = independentOriginCount
  }

  /// The same feature with the ranges of another method.
  ///
  /// - Parameters:
  ///   - killed: The range of people killed.
  ///   - injured: The range of people injured.
  /// - Returns: The feature; grade and counts of claims stay.
  public func withRanges(
    killed: HarmRange<ClaimID>, injured: HarmRange<ClaimID>
  ) -> IncidentFeature {
    var copy = self
    copy.assessment = assessment.withRanges(killed: killed, injured: injured)
    return copy
  }

  /// The union of the candidate areas; `nil` when there is no usable place.
  ///
  /// Made each time it is asked for, and by most surfaces never: a disc alone has 65 corners.
  public var support: Geometry? { makeSupport() }
}

/// A point that stands for an area in a drawing, with how far the truth may be from it.
public struct RepresentativePoint: Hashable, Sendable {
  /// The point.
  public let position: Position
  /// How far off the event may be, metres.
  public let radiusMeters: Double
  /// How large the named thing is.
  public let scale: LocationScale
  /// The claim that asserts it.
  public let assertedBy: ClaimID
  /// Whether it comes from a shape that is only approximate.
  public let isApproximate: Bool

  /// Makes a representative point.
  ///
  /// - Parameters:
  ///   - position: The point.
  ///   - radiusMeters: How far off the event may be.
  ///   - scale: How large the named thing is.
  ///   - assertedBy: The claim that asserts it.
  ///   - isApproximate: Whether it comes from an approximate shape.
  public init(
    position: Position, radiusMeters: Double, scale: LocationScale, assertedBy: ClaimID,
    isApproximate: Bool
  ) {
    self.position = position
    self.radiusMeters = radiusMeters
    self.scale = scale
    self.assertedBy = assertedBy
    self.isApproximate = isApproximate
  }
}
