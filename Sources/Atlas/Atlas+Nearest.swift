import Inquiry
import Records
import SimpleFeatures
import SpatialIndex

extension Atlas {
  /// The incidents nearest to a position among those that match, nearest first.
  ///
  /// The distance is to the incident's support: 0 inside it. Incidents without a place, and those
  /// placed only in a city or larger, have no distance; they stay in the counts.
  func nearestPage(
    _ nearest: NearestQuery, answer: Answer, filter: IncidentFilter
  ) throws -> IncidentPage {
    let matching = Set(answer.ordinals)
    let asOf = filter.query.asOf
    let found = supports.neighbors(
      of: nearest.position, count: supports.count,
      where: { item in matching.contains(Int(indexed[item])) && isNearable(item, asOf: asOf) })
    var measured: [(incident: Int, meters: Double)] = []
    var bound = Double.infinity
    // Boxes bound the true distance from below: stop once the box is farther than the last kept.
    for neighbor in found {
      if measured.count >= nearest.count && neighbor.distanceMeters > bound { break }
      let incident = Int(indexed[neighbor.ordinal])
      let candidates = placedCandidates(of: incident, asOf: asOf)
      let meters = candidates.compactMap { distance(from: nearest.position, to: $0) }.min()
      guard let meters else { continue }
      measured.append((incident, meters))
      measured.sort { ($0.meters, $0.incident) < ($1.meters, $1.incident) }
      measured = Array(measured.prefix(nearest.count))
      bound = measured.last?.meters ?? .infinity
    }
    let shown = measured.prefix(max(0, filter.query.limit))
    return IncidentPage(
      features: try shown.map {
        try feature($0.incident, filter: filter, distanceMeters: $0.meters)
      }, numberMatched: answer.ordinals.count, counts: answer.counts, next: nil,
      query: filter.query, dataVersion: version)
  }

  private func isNearable(_ item: Int, asOf: CivilDate?) -> Bool {
    let candidates = placedCandidates(of: Int(indexed[item]), asOf: asOf)
    return !candidates.isEmpty
      && candidates.allSatisfy { incidents.candidates[$0].scale.isFinerThanCity }
  }

  private func distance(from position: Position, to candidate: Int) -> Double? {
    guard let shape = shape(of: candidate) else { return nil }
    switch shape.form {
    case .disc(let center, let radius):
      return max(0, position.distanceMeters(to: center) - radius)
    case .region(let geometry, _): return geometry.distanceMeters(from: position)
    }
  }
}
