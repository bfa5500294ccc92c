import Assessment
import Inquiry
import Records

/// A question made ready to be put to one incident after another.
struct IncidentFilter {
  let query: IncidentQuery
  let area: AreaTest?
  private let words: WordSearch?
  private let expression: ExpressionTest?
  /// The parties whose names contain the one asked for, as ordinals.
  private let parties: Set<Int32>?
  private let first: Int32
  private let last: Int32
  /// What claims come to, where the question asks for it and it is at hand.
  let findings: FindingColumns?

  init(_ query: IncidentQuery, of atlas: Atlas) throws {
    self.query = query
    area = try query.area.map { try AreaTest($0, areas: atlas.areas) }
    expression = try ExpressionTest(query, of: atlas)
    words = query.text.flatMap { WordSearch($0, places: atlas.areas.places) }
    parties = query.attributedTo.map { wanted in
      let wanted = wanted.lowercased()
      let matching = atlas.parties.indices.filter {
        wanted.isEmpty || atlas.parties[$0].lowercased().contains(wanted)
      }
      return Set(matching.map { Int32(clamping: $0) })
    }
    first = query.time?.start?.daysSinceEpoch ?? .min
    last = query.time?.end?.daysSinceEpoch ?? ClaimColumns.noDay
    let asksFindings =
      !query.grades.isEmpty || query.minimumHarm != nil || expression?.asksFindings ?? false
      || query.properties.order.contains { FindingColumns.properties.contains($0.property) }
    findings =
      asksFindings && query.asOf == nil ? atlas.findingMemo.findings(of: atlas) : nil
  }

  /// Whether nothing but place is asked about.
  var isOpen: Bool {
    query.time == nil && query.asOf == nil && words == nil && parties == nil
      && query.kinds.isEmpty && query.grades.isEmpty && query.minimumHarm == nil
      && expression == nil
  }

  /// The incidents that have to be looked at; of the others none can match or be counted.
  func narrowing(in atlas: Atlas) -> Narrowing {
    var narrowing = Narrowing(of: atlas.incidents.count)
    if query.time != nil, first <= last {
      narrowing.keep(atlas.timeBlocks.runs(meeting: first...last))
    }
    if let findings, !query.grades.isEmpty {
      narrowing.keep(findings.incidents(graded: Set(query.grades)))
    }
    expression?.narrow(&narrowing, of: atlas, findings)
    return narrowing
  }

  /// Whether the incident may have happened in the span asked about; `nil` when it has no time.
  func meetsTime(_ incident: Int, of columns: IncidentColumns) -> Bool? {
    guard query.time != nil else { return true }
    guard columns.hasTime[incident] else { return nil }
    return columns.starts[incident] <= last && first <= columns.ends[incident]
  }

  /// Whether the incident passes everything but place, time and report: the cheap questions first.
  ///
  /// - Throws: `FilterError` where a filter cannot be decided.
  func passesAttributes(_ incident: Int, of atlas: Atlas) throws -> Bool {
    if !query.kinds.isEmpty, !query.kinds.contains(atlas.incidents.kinds[incident]) {
      return false
    }
    if let parties, !isAttributed(incident, to: parties, in: atlas) { return false }
    if let words, !words.matches(incident, of: atlas.incidents) { return false }
    guard passesAssessment(incident, of: atlas) else { return false }
    return try expression?.passes(incident, of: atlas, findings) ?? true
  }

  private func passesAssessment(_ incident: Int, of atlas: Atlas) -> Bool {
    guard query.minimumHarm != nil || !query.grades.isEmpty else { return true }
    if let findings, let reach = findings.reach(of: incident) {
      if let least = query.minimumHarm, reach < least { return false }
      return query.grades.isEmpty
        || findings.grade(of: incident).map { query.grades.contains($0) } ?? false
    }
    let rows = atlas.incidents.claimOffsets[incident]
    if let tally = atlas.tally(of: rows, asOf: query.asOf) {
      if let least = query.minimumHarm, !tally.mayReach(least) { return false }
      return query.grades.isEmpty || tally.shownGrade.map { query.grades.contains($0) } ?? false
    }
    let assessment = atlas.assessment(of: incident, asOf: query.asOf)
    if let least = query.minimumHarm {
      guard [assessment.killed, assessment.injured].contains(where: { $0.mayReach(least) }) else {
        return false
      }
    }
    return query.grades.isEmpty
      || assessment.shownGrade.map { query.grades.contains($0) } ?? false
  }

  private func isAttributed(
    _ incident: Int, to parties: Set<Int32>, in atlas: Atlas
  ) -> Bool {
    guard !parties.isEmpty else { return false }
    let claims = atlas.claims
    return atlas.incidents.claimOffsets[incident].contains { row in
      let claim = Int(atlas.incidents.claims[row])
      return claims.isPublic(claim, asOf: query.asOf)
        && claims.attributions[claims.attributionOffsets[claim]].contains(where: parties.contains)
    }
  }
}

extension HarmRange {
  /// Whether some claim behind the range gives a number as high as this one.
  fileprivate func mayReach(_ number: Int) -> Bool {
    (maximum ?? minimum).map { $0.value >= number } ?? false
  }
}

extension Atlas {
  /// Whom the claims about an incident hold responsible, in the order first named.
  func parties(of incident: Int, asOf: CivilDate?) -> [String] {
    var seen: [Int32] = []
    for row in incidents.claimOffsets[incident] {
      let claim = Int(incidents.claims[row])
      guard claims.isPublic(claim, asOf: asOf) else { continue }
      for place in claims.attributionOffsets[claim] {
        let party = claims.attributions[place]
        if !seen.contains(party) { seen.append(party) }
      }
    }
    return seen.map { parties[Int($0)] }
  }
}
