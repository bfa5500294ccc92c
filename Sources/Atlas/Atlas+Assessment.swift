import Assessment
import Records

// What the claims about an incident come to, straight from the columns.
extension Atlas {
  /// What the claims about an incident come to.
  func assessment(
    of incident: Int, asOf: CivilDate?, heedsAssessors: Bool = true
  ) -> IncidentAssessment<Int32> {
    assessment(of: incident, asOf: asOf, heedsAssessors: heedsAssessors) { $0 }
  }

  /// The same with claims by their identifiers.
  func namedAssessment(
    of incident: Int, asOf: CivilDate?, heedsAssessors: Bool = true
  ) -> IncidentAssessment<ClaimID> {
    assessment(of: incident, asOf: asOf, heedsAssessors: heedsAssessors) { claims.ids[Int($0)] }
  }

  @inline(__always)
  private func assessment<Name>(
    of incident: Int, asOf: CivilDate?, heedsAssessors: Bool, naming name: (Int32) -> Name
  ) -> IncidentAssessment<Name> {
    let rows = incidents.claimOffsets[incident]
    if let tally = tally(of: rows, asOf: asOf, heedsAssessors: heedsAssessors) {
      return tally.assessment(naming: name)
    }
    return IncidentAssessment(
      of: evidence(of: rows, asOf: asOf), asOf: asOf, heedsAssessors: heedsAssessors
    ).mapClaims(name)
  }

  /// The claims in some rows counted one by one; `nil` where one may be replaced by another, for
  /// then all are weighed together.
  func tally(
    of rows: Range<Int>, asOf: CivilDate?, heedsAssessors: Bool = true
  ) -> AssessmentTally<Int32>? {
    let origins = originKeys(of: rows, asOf: asOf)
    var tally = AssessmentTally<Int32>(heedsAssessors: heedsAssessors)
    for row in rows {
      let claim = incidents.claims[row]
      guard !claims.superseders.has(claim) else { return nil }
      let place = Int(claim)
      guard claims.isPublic(place, asOf: asOf) else { continue }
      let isCertain = incidents.claimIsCertain[row]
      tally.count(
        claim, publicDay: claims.publicDay(of: place), grade: claims.grades[place],
        isCertain: isCertain, signals: claims.signals[place],
        origin: origins?[row - rows.lowerBound] ?? claims.origins[place].body)
      guard isCertain else { continue }
      for figure in claims.figureOffsets[place] {
        tally.count(
          claims.figures[figure], of: claim, isAssessment: claims.isAssessment[place])
      }
    }
    return tally
  }

  private func evidence(of rows: Range<Int>, asOf: CivilDate?) -> [Evidence<Int32>] {
    let origins = originKeys(of: rows, asOf: asOf)
    return rows.map { row in
      let claim = Int(incidents.claims[row])
      return claims.evidence(
        of: claim, isCertain: incidents.claimIsCertain[row],
        origin: origins?[row - rows.lowerBound] ?? claims.origins[claim].body)
    }
  }
}
