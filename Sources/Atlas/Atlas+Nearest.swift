import Inquiry
import Records
import SimpleFeatures
import SpatialIndex

extension Atlas {
  /// The incidents nearest to a position among those that match, nearest first.
  ///
  /// The distance is to the nearest candidate finer than a city: 0 inside it; of incidents that are
  /// equally far, the one whose point is nearer comes first. Incidents without a place, those placed
  /// only in a city or larger and those known by a name alone have no distance; they stay in the
  /// counts.
  func nearestPage(_ nearest: NearestQuery, filter: IncidentFilter) throws -> IncidentPage {
    guard nearest.position.isValid else {
      throw InquiryError.badArea(reason: "the position reaches beyond ±180, ±90")
    }
    var answer = Answer(begin: 0, limit: filter.isNarrow ? .max : 0)
    try survey(filter, &answer)
    var matching: [Bool]?
    if filter.isNarrow {
      var flags = [Bool](repeating: false, count: incidents.count)
      for incident in answer.matching.page().ordinals { flags[Int(incident)] = true }
      matching = flags
    }
    let wanted = max(0, min(nearest.count, filter.query.limit))
    let measured = self.measured(nearest.position, wanted, asOf: filter.query.asOf) { incident in
      matching?[incident] != false
    }
    return IncidentPage(
      features: try measured.map {
        try feature($0.incident, filter: filter, distanceMeters: $0.meters)
      }, numberMatched: answer.matching.count, counts: answer.counts, next: nil,
      query: filter.query, dataVersion: version)
  }

  private typealias Measured = (incident: Int, meters: Double, pointMeters: Double)

  /// The nearest incidents by the distance to their supports.
  ///
  /// Boxes bound that distance from below: ever more boxes are taken until the next is farther than
  /// the last incident kept.
  private func measured(
    _ position: Position, _ wanted: Int, asOf: CivilDate?, where isMatch: (Int) -> Bool
  ) -> [Measured] {
    guard wanted > 0 else { return [] }
    var measured: [Measured] = []
    var taken = 0
    var batch = min(wanted, supports.count) + 16
    while true {
      let boxes = supports.neighbors(of: position, count: batch) { item in
        isMatch(Int(indexed[item]))
      }
      for box in boxes.dropFirst(taken) {
        if measured.count == wanted, let last = measured.last, box.distanceMeters > last.meters {
          return measured
        }
        let incident = Int(indexed[box.ordinal])
        guard let far = distance(from: position, to: incident, asOf: asOf) else { continue }
        let place = measured.partitioningIndex {
          ($0.meters, $0.pointMeters, $0.incident) > (far.meters, far.pointMeters, incident)
        }
        measured.insert((incident, far.meters, far.pointMeters), at: place)
        if measured.count > wanted { measured.removeLast() }
      }
      guard boxes.count == batch else { return measured }
      taken = boxes.count
      batch = batch.multipliedReportingOverflow(by: 4).partialValue
    }
  }

  /// Metres to the nearest candidate's area, and to the nearest point that a candidate is given by.
  private func distance(
    from position: Position, to incident: Int, asOf: CivilDate?
  ) -> (meters: Double, pointMeters: Double)? {
    let candidates = placedCandidates(of: incident, asOf: asOf)
      .filter { incidents.candidates.scales[$0].isFinerThanCity && isWhereabouts($0) }
    guard
      let meters = candidates.compactMap({ shape(of: $0)?.distanceMeters(from: position) }).min()
    else { return nil }
    let points = candidates.compactMap { candidate -> Position? in
      if incidents.candidates.discs[candidate].radiusMeters >= 0 {
        return incidents.candidates.discs[candidate].center
      }
      return incidents.candidates.place(of: candidate)
        .flatMap { areas.places[Int($0)].location?.geometry.position }
    }
    return (meters, points.map { position.distanceMeters(to: $0) }.min() ?? .infinity)
  }
}

extension IncidentFilter {
  /// Whether some incident with a place may fail to match.
  var isNarrow: Bool { area != nil || !isOpen }
}
