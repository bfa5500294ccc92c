public import Assessment
import Records

extension IncidentDossier {
  /// The dossier's claims as the explained methods take them.
  public var testimony: Testimony {
    Testimony(
      claims.map { Testimony.Entry(claim: $0.claim, certainty: $0.certainty) }, sources: sources)
  }

  /// The dossier as if only some of its claims existed.
  ///
  /// Figures, parties and places are those of the remaining claims. Districts go where a place
  /// went, for which of them remain is a question to the atlas.
  ///
  /// - Parameter pattern: Which claims remain.
  /// - Returns: The narrower dossier.
  public func keeping(_ pattern: ClaimPattern) -> IncidentDossier {
    let kept = claims.filter { pattern.matches($0.claim.id) }
    let places = locations.filter { pattern.matches($0.candidate.assertedBy) }
    let narrow = testimony.selecting { pattern.matches($0.id) }
    let evidence = narrow.gradedEvidence()
    let all = places.count == locations.count
    let narrowed = IncidentFeature(
      id: feature.id, title: feature.title, time: feature.time,
      timePrecision: feature.timePrecision, kind: feature.kind, point: all ? feature.point : nil,
      support: all ? feature.support : nil, candidateCount: places.count,
      assessment: IncidentAssessment(of: evidence),
      attributedTo: kept.flatMap(\.claim.attributedTo).withoutRepeats,
      undatedClaimCount: feature.undatedClaimCount, placement: nil,
      districts: all ? feature.districts : [], distanceMeters: nil,
      independentOriginCount: Origins(narrow).independentCount)
    return IncidentDossier(
      incident: incident, feature: narrowed, claims: kept, locations: places, sources: sources,
      reported: IncidentAssessment(of: evidence, heedsAssessors: false), asOf: asOf,
      dataVersion: dataVersion, linkedIncidents: linkedIncidents)
  }
}

extension Array where Element: Hashable {
  fileprivate var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
