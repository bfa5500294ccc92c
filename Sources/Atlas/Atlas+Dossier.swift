public import Inquiry
public import Records
import SimpleFeatures

extension Atlas {
  /// Where each location candidate of an incident is, and what it is near.
  ///
  /// - Parameters:
  ///   - incident: As recorded.
  ///   - asOf: Candidates that a later claim asserts are left out.
  /// - Returns: One per candidate in play, in the incident's order.
  /// - Throws: `TopologyError`.
  public func locations(of incident: Incident, asOf: CivilDate?) throws -> [DossierLocation] {
    guard let ordinal = ordinal(of: incident.id) else { return [] }
    let rows = incidents.candidateOffsets[ordinal]
    return try zip(rows, incident.locations).compactMap { row, candidate in
      guard isKnown(row, asOf: asOf) else { return nil }
      let point = try point(of: row)
      return DossierLocation(
        candidate: candidate, placeName: placeName(of: row), point: point,
        nearby: point.map { near($0) } ?? [], basis: basis(of: row))
    }
  }

  private func near(_ point: RepresentativePoint) -> [NearbyPlace] {
    // Nothing is said about the surroundings of a point that stands for a whole city.
    guard point.scale.isFinerThanCity else { return [] }
    return placesNear(point.position, count: 3, withinMeters: max(1_500, point.radiusMeters))
  }

  private func placeName(of candidate: Int) -> String? {
    incidents.candidates.place(of: candidate).map { areas.titles[Int($0)] }
  }

  private func basis(of candidate: Int) -> String {
    if incidents.candidates.discs[candidate].radiusMeters >= 0 { return "point with its radius" }
    guard let place = incidents.candidates.place(of: candidate) else {
      return "the words name no place that is known"
    }
    return areas.areas[Int(place)]?.basis.words ?? "name known, place unknown"
  }
}
