public import Assessment
public import Records
public import SimpleFeatures

/// One incident of an answer: what every surface shows of it, with the claims behind each number.
///
/// What holds whatever is asked stands apart in one piece that features share, so that handing
/// thousands of them on copies next to nothing.
public struct IncidentFeature: Sendable {
  @usableFromInline var facts: Facts
  /// How it lies to the area asked about; `nil` when none was.
  public private(set) var placement: Placement?
  /// Metres from the position asked about; `nil` when none was.
  public private(set) var distanceMeters: Double?

  /// Makes a feature.
  ///
  /// - Parameters:
  ///   - id: The incident.
  ///   - title: A short name for people.
  ///   - time: When it happened.
  ///   - timePrecision: How finely that is known.
  ///   - kind: What sort of event it is.
  ///   - point: A point for drawing with its radius.
  ///   - supportRecipe: The union of the candidate areas.
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
    kind: IncidentKind, point: RepresentativePoint?, supportRecipe: IncidentSupport,
    candidateCount: Int, assessment: IncidentAssessment<ClaimID>, attributedTo: [String],
    undatedClaimCount: Int,
    placement: Placement?, districts: [DistrictMembership], distanceMeters: Double?,
    independentOriginCount: Int? = nil
  ) {
    facts = Facts(
      id: id, title: title, time: time, timePrecision: timePrecision, kind: kind, point: point,
      support: supportRecipe, candidateCount: candidateCount, assessment: assessment,
      attributedTo: attributedTo, undatedClaimCount: undatedClaimCount, districts: districts,
      independentOriginCount: independentOriginCount)
    self.placement = placement
    self.distanceMeters = distanceMeters
  }

  /// Makes a feature with a support that is evaluated when it is asked for.
  public init(
    id: IncidentID, title: String, time: DayInterval?, timePrecision: DatePrecision,
    kind: IncidentKind, point: RepresentativePoint?,
    support: @autoclosure @escaping @Sendable () -> Geometry?, candidateCount: Int,
    assessment: IncidentAssessment<ClaimID>, attributedTo: [String], undatedClaimCount: Int,
    placement: Placement?, districts: [DistrictMembership], distanceMeters: Double?,
    independentOriginCount: Int? = nil
  ) {
    self.init(
      id: id, title: title, time: time, timePrecision: timePrecision, kind: kind, point: point,
      supportRecipe: .computed(support), candidateCount: candidateCount, assessment: assessment,
      attributedTo: attributedTo, undatedClaimCount: undatedClaimCount, placement: placement,
      districts: districts, distanceMeters: distanceMeters,
      independentOriginCount: independentOriginCount)
  }

  init(keepingTextOf feature: IncidentFeature) {
    facts = Facts(feature.facts, assessment: feature.assessment, keepsText: true)
    placement = feature.placement
    distanceMeters = feature.distanceMeters
  }

  /// The same feature in the answer to another question.
  ///
  /// - Parameters:
  ///   - placement: How it lies to the area asked about.
  ///   - distanceMeters: Metres from the position asked about.
  /// - Returns: The feature.
  public func placed(_ placement: Placement?, distanceMeters: Double?) -> IncidentFeature {
    var copy = self
    copy.place(placement, distanceMeters: distanceMeters)
    return copy
  }

  /// Makes the feature part of the answer to another question.
  ///
  /// - Parameters:
  ///   - placement: How it lies to the area asked about.
  ///   - distanceMeters: Metres from the position asked about.
  public mutating func place(_ placement: Placement?, distanceMeters: Double?) {
    self.placement = placement
    self.distanceMeters = distanceMeters
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
    copy.facts = Facts(facts, assessment: assessment.withRanges(killed: killed, injured: injured))
    return copy
  }
}

extension IncidentFeature {
  /// What holds of an incident whatever area is asked about.
  @usableFromInline
  final class Facts: Sendable {
    // First, beside the count of references, for many answers read nothing else of a feature.
    let textWithPoint = TextPlace()
    let textWithSupport = TextPlace()
    /// Whether encoders may keep what they write; not where the feature is made for one answer.
    let keepsText: Bool
    @usableFromInline let id: IncidentID
    @usableFromInline let title: String
    @usableFromInline let time: DayInterval?
    @usableFromInline let timePrecision: DatePrecision
    @usableFromInline let kind: IncidentKind
    @usableFromInline let point: RepresentativePoint?
    @usableFromInline let support: IncidentSupport
    @usableFromInline let candidateCount: Int
    @usableFromInline let assessment: IncidentAssessment<ClaimID>
    @usableFromInline let attributedTo: [String]
    @usableFromInline let undatedClaimCount: Int
    @usableFromInline let districts: [DistrictMembership]
    @usableFromInline let independentOriginCount: Int?

    init(
      id: IncidentID, title: String, time: DayInterval?, timePrecision: DatePrecision,
      kind: IncidentKind, point: RepresentativePoint?,
      support: IncidentSupport, candidateCount: Int,
      assessment: IncidentAssessment<ClaimID>, attributedTo: [String], undatedClaimCount: Int,
      districts: [DistrictMembership], independentOriginCount: Int?,
      keepsText: Bool = false
    ) {
      self.id = id
      self.title = title
      self.time = time
      self.timePrecision = timePrecision
      self.kind = kind
      self.point = point
      self.support = support
      self.candidateCount = candidateCount
      self.assessment = assessment
      self.attributedTo = attributedTo
      self.undatedClaimCount = undatedClaimCount
      self.districts = districts
      self.independentOriginCount = independentOriginCount
      self.keepsText = keepsText
    }

    /// The same facts with another assessment, or with room for texts.
    convenience init(
      _ other: Facts, assessment: IncidentAssessment<ClaimID>, keepsText: Bool = false
    ) {
      self.init(
        id: other.id, title: other.title, time: other.time, timePrecision: other.timePrecision,
        kind: other.kind, point: other.point, support: other.support,
        candidateCount: other.candidateCount, assessment: assessment,
        attributedTo: other.attributedTo, undatedClaimCount: other.undatedClaimCount,
        districts: other.districts, independentOriginCount: other.independentOriginCount,
        keepsText: keepsText)
    }
  }

  /// The incident.
  @inlinable public var id: IncidentID { facts.id }
  /// A short name for people.
  @inlinable public var title: String { facts.title }
  /// When it happened; open where unknown.
  @inlinable public var time: DayInterval? { facts.time }
  /// How finely that is known.
  @inlinable public var timePrecision: DatePrecision { facts.timePrecision }
  /// What sort of event it is.
  @inlinable public var kind: IncidentKind { facts.kind }
  /// A point for drawing, always with its radius; `nil` when there is no usable place.
  @inlinable public var point: RepresentativePoint? { facts.point }
  /// How many places are in question.
  @inlinable public var candidateCount: Int { facts.candidateCount }
  /// What its claims come to.
  @inlinable public var assessment: IncidentAssessment<ClaimID> { facts.assessment }
  /// Whom its claims hold responsible, in the order first named.
  @inlinable public var attributedTo: [String] { facts.attributedTo }
  /// How many claims had no date and so did not count as of the day asked for.
  @inlinable public var undatedClaimCount: Int { facts.undatedClaimCount }
  /// The districts it lies in.
  @inlinable public var districts: [DistrictMembership] { facts.districts }
  /// How many independent origins the claims in play have; `nil` when nobody counted.
  @inlinable public var independentOriginCount: Int? { facts.independentOriginCount }

  /// The union of the candidate areas; `nil` when there is no usable place.
  ///
  /// Made each time it is asked for, and by most surfaces never: a disc alone has 65 corners.
  public var support: Geometry? { facts.support.geometry }
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
