public import Assessment
public import Inquiry
public import Records
import SimpleFeatures

extension Atlas {
  /// The features of a page.
  func features(
    _ ordinals: some Collection<Int32>, filter: IncidentFilter
  ) throws -> [IncidentFeature] {
    let query = filter.query
    guard query.asOf == nil else {
      return try ordinals.map { try feature(Int($0), filter: filter) }
    }
    let isWhole = query.includesDistricts
    let memo = isWhole ? featureMemo : mapFeatureMemo
    return try memo.features(of: ordinals, among: incidents.count) {
      let feature = try feature($0, asOf: nil, includesDistricts: isWhole)
      return isWhole ? feature.keepingText : feature
    } placing: { incident, feature in
      guard let area = filter.area else { return }
      feature.place(
        try placement(
          of: incident, in: area, asOf: nil, pointAssertedBy: feature.point?.assertedBy),
        distanceMeters: nil)
    }
  }

  /// The feature of one incident for an answer.
  func feature(
    _ incident: Int, filter: IncidentFilter, distanceMeters: Double? = nil
  ) throws -> IncidentFeature {
    let asOf = filter.query.asOf
    return try feature(
      incident, asOf: asOf, includesDistricts: filter.query.includesDistricts
    ).placed(
      filter.area.map { try placement(of: incident, in: $0, asOf: asOf) },
      distanceMeters: distanceMeters)
  }

  /// What a feature says whatever area is asked about.
  private func feature(
    _ incident: Int, asOf: CivilDate?, includesDistricts: Bool
  ) throws -> IncidentFeature {
    let whereabouts = try whereabouts(of: incident, asOf: asOf)
    return IncidentFeature(
      id: incidents.ids[incident], title: incidents.titles[incident],
      time: incidents.time(of: incident), timePrecision: incidents.precisions[incident],
      kind: incidents.kinds[incident], point: whereabouts.point,
      supportRecipe: whereabouts.support, candidateCount: whereabouts.candidateCount,
      assessment: namedAssessment(of: incident, asOf: asOf),
      attributedTo: parties(of: incident, asOf: asOf),
      undatedClaimCount: asOf == nil ? 0 : undatedClaims(of: incident), placement: nil,
      districts: includesDistricts ? try districts(of: incident, asOf: asOf) : [],
      distanceMeters: nil, independentOriginCount: independentOrigins(of: incident, asOf: asOf))
  }

  func undatedClaims(of incident: Int) -> Int {
    incidents.claimOffsets[incident].count { row in
      claims.publicDays[Int(incidents.claims[row])] == ClaimColumns.noDay
    }
  }

  /// The feature of one incident outside any question about an area.
  ///
  /// - Parameters:
  ///   - id: The incident.
  ///   - asOf: Only what had been published by then.
  /// - Returns: `nil` when the incident is unknown.
  /// - Throws: `TopologyError` when its support cannot be computed.
  public func feature(_ id: IncidentID, asOf: CivilDate?) throws -> IncidentFeature? {
    guard let incident = ordinal(of: id) else { return nil }
    var query = IncidentQuery()
    query.asOf = asOf
    return try feature(incident, filter: try IncidentFilter(query, of: self))
  }

  /// What the reports alone come to, beside a recorder's finding.
  ///
  /// - Parameters:
  ///   - id: The incident.
  ///   - asOf: Only what had been published by then.
  /// - Returns: `nil` when the incident is unknown.
  public func reportedRange(
    of id: IncidentID, asOf: CivilDate?
  ) -> IncidentAssessment<ClaimID>? {
    ordinal(of: id).map { namedAssessment(of: $0, asOf: asOf, heedsAssessors: false) }
  }
}
