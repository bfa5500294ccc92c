public import Assessment
public import Inquiry
public import Records
import SimpleFeatures

// Tables of totals: docs/methodology.md, "Tables of totals".
extension Atlas {
  /// The range of one incident under a method that needs whole claims.
  public typealias ExplainedHarm = (
    killed: HarmRange<ClaimID>, injured: HarmRange<ClaimID>
  )

  /// The incidents that match, each in the one row it belongs to, added up.
  ///
  /// - Parameters:
  ///   - query: The question; `asRecorded` is the caller's part, who picked this atlas.
  ///   - explain: The ranges under a method other than `airwars`; `nil` for that.
  /// - Returns: The table.
  /// - Throws: `InquiryError` for an area that cannot be used, or more matches than the method
  ///   reads; what `explain` throws.
  /// - Complexity: O(*n* log *n*) and a join with districts for each match, *n* incidents.
  public func summary(
    _ query: SummaryQuery,
    explainedBy explain: ((IncidentID) throws -> ExplainedHarm)? = nil
  ) throws -> IncidentSummary {
    let filter = try IncidentFilter(query.incidents, of: self)
    let (matching, counts) = try matches(filter)
    if explain != nil, matching.count > SummaryQuery.explainedLimit {
      throw InquiryError.tooManyIncidents(
        matched: matching.count, limit: SummaryQuery.explainedLimit, method: query.method)
    }
    let entries = try matching.map { ordinal in
      let incident = Int(ordinal)
      let id = incidents.ids[incident]
      let row = try row(of: incident, by: query.dimension, asOf: query.incidents.asOf)
      let harm = try explain?(id) ?? compactHarm(of: incident, asOf: query.incidents.asOf)
      return SummaryEntry(
        incident: id, group: row.group, isCertainMatch: try isCertain(incident, filter),
        isCertainInGroup: row.isCertain, killed: harm.killed, injured: harm.injured,
        links: incidents.links[id] ?? [])
    }
    return IncidentSummary(entries, counts: counts, query: query, dataVersion: version)
  }

  /// Every incident that matches, whatever the page asked for.
  private func matches(_ filter: IncidentFilter) throws -> ([Int32], MatchCounts) {
    if let nearest = filter.query.nearest {
      let page = try nearestPage(nearest, filter: filter)
      return (
        page.features.compactMap { ordinal(of: $0.id).map { Int32(clamping: $0) } }, page.counts
      )
    }
    var answer = Answer(begin: 0, limit: .max)
    try survey(filter, &answer)
    return (answer.matching.page().ordinals, answer.counts)
  }

  private func isCertain(_ incident: Int, _ filter: IncidentFilter) throws -> Bool {
    guard let area = filter.area else { return true }
    return try certainty(of: incident, in: area, asOf: filter.query.asOf) == .certain
  }

  private func compactHarm(of incident: Int, asOf: CivilDate?) -> ExplainedHarm {
    let found = namedAssessment(of: incident, asOf: asOf)
    return (found.killed, found.injured)
  }
}

extension Atlas {
  /// The one row that an incident stands in, and whether it surely does.
  private func row(
    of incident: Int, by dimension: SummaryDimension, asOf: CivilDate?
  ) throws -> (group: SummaryGroup, isCertain: Bool) {
    switch dimension {
    case .district: try districtRow(of: incident, asOf: asOf)
    case .month: (monthRow(of: incident), true)
    case .attribution: partyRow(of: incident, asOf: asOf)
    case .grade:
      (
        assessment(of: incident, asOf: asOf).shownGrade.map { .grade($0) } ?? .rest(.ungraded),
        true
      )
    }
  }

  /// A district that surely holds the incident, else the only one that may.
  private func districtRow(
    of incident: Int, asOf: CivilDate?
  ) throws -> (group: SummaryGroup, isCertain: Bool) {
    guard !placedCandidates(of: incident, asOf: asOf).isEmpty else {
      return (.rest(.unplaced), true)
    }
    let districts = try districts(of: incident, asOf: asOf)
    let certain = districts.filter { $0.certainty == .certain }
    if let holder = only(certain, isInnermost: true) {
      return (.district(holder.place, name: holder.name), true)
    }
    if certain.isEmpty, let holder = only(districts, isInnermost: false) {
      return (.district(holder.place, name: holder.name), false)
    }
    return (.rest(districts.isEmpty ? .noDistrict : .severalPossible), true)
  }

  /// The one district of some: of a quarter and what contains it by name, the inner one when both
  /// surely hold an incident, the outer one when both only may.
  private func only(
    _ districts: [DistrictMembership], isInnermost: Bool
  ) -> DistrictMembership? {
    guard districts.count > 1 else { return districts.first }
    return districts.first { candidate in
      guard let own = areas.ordinals[candidate.place] else { return false }
      return districts.allSatisfy { other in
        guard let other = areas.ordinals[other.place] else { return false }
        return isInnermost ? areas.isInside(own, other) : areas.isInside(other, own)
      }
    }
  }

  private func monthRow(of incident: Int) -> SummaryGroup {
    guard let time = incidents.time(of: incident) else { return .rest(.undated) }
    guard let start = time.start?.components, let end = time.end?.components,
      (start.year, start.month) == (end.year, end.month)
    else { return .rest(.severalPossible) }
    return .month(year: start.year, month: start.month)
  }

  /// The only party named; surely when a claim that surely speaks of the incident names it.
  private func partyRow(
    of incident: Int, asOf: CivilDate?
  ) -> (group: SummaryGroup, isCertain: Bool) {
    var named: Set<Int32> = []
    var isCertain = false
    for row in incidents.claimOffsets[incident] {
      let claim = Int(incidents.claims[row])
      let blamed = claims.attributions[claims.attributionOffsets[claim]]
      guard claims.isPublic(claim, asOf: asOf), !blamed.isEmpty else { continue }
      named.formUnion(blamed)
      if incidents.claimIsCertain[row] { isCertain = true }
    }
    guard let party = named.first else { return (.rest(.unattributed), true) }
    guard named.count == 1 else { return (.rest(.severalPossible), true) }
    return (.party(parties[Int(party)]), isCertain)
  }
}
