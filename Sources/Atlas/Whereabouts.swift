import Inquiry
import Records
import SimpleFeatures

/// Where an incident may have happened, as its feature shows it.
struct Whereabouts {
  let point: RepresentativePoint?
  let support: IncidentSupport
  let candidateCount: Int
}

extension Atlas {
  /// Where an incident may have happened by the candidates public on a day.
  ///
  /// Most incidents have one candidate, a disc, and need no union of areas.
  func whereabouts(of incident: Int, asOf: CivilDate?) throws -> Whereabouts {
    let rows = incidents.candidateOffsets[incident]
    if rows.count == 1, isKnown(rows.lowerBound, asOf: asOf) {
      let disc = incidents.candidates.discs[rows.lowerBound]
      if disc.radiusMeters >= 0 {
        return Whereabouts(
          point: try point(of: rows.lowerBound),
          support: .disc(center: disc.center, radiusMeters: disc.radiusMeters),
          candidateCount: 1)
      }
    }
    let candidates = placedCandidates(of: incident, asOf: asOf)
    let support = try support(of: candidates)
    return Whereabouts(
      point: try representativePoint(of: candidates),
      support: support.map { support in .computed { support.geometry } } ?? .unplaced,
      candidateCount: candidates.count)
  }
}
