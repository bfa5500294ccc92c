import Inquiry
import Records
import SimpleFeatures
import Topology

/// The answer to a question worked out record by record, with the overlays and predicates of GEOS
/// and no index: the oracle of the atlas.
struct PlainAnswer {
  var matching: [String] = []
  var counts = MatchCounts()
  /// Incidents so near to a border that a disc and the polygon in its place may differ.
  var doubtful: Set<String> = []
  var considered = 0

  init(_ query: IncidentQuery, of register: SyntheticRegister) throws {
    let ordered = register.incidents.sorted { left, right in
      let days = (Self.sortDay(left), Self.sortDay(right))
      return days.0 != days.1 ? days.0 < days.1 : left.id < right.id
    }
    for incident in ordered {
      let claims = register.claims.filter { claim in
        claim.incidents.contains { $0.incident == incident.id }
      }
      try take(incident, claims, query, register)
    }
  }

  private static func sortDay(_ incident: Incident) -> Int {
    guard let time = incident.time?.interval else { return .max }
    return time.start.map { Int($0.daysSinceEpoch) } ?? .min
  }

  private mutating func take(
    _ incident: Incident, _ claims: [Claim], _ query: IncidentQuery, _ register: SyntheticRegister
  ) throws {
    let time = incident.time?.interval
    if let asked = query.time, let time, !time.intersects(asked) { return }
    let known = claims.filter { claim in
      guard let asOf = query.asOf else { return true }
      return claim.publicDay.map { $0 <= asOf } ?? false
    }
    if !query.kinds.isEmpty, !query.kinds.contains(incident.kind) { return }
    if let party = query.attributedTo,
      !known.contains(where: { $0.attributedTo.contains { $0.contains(party) } })
    {
      return
    }
    considered += 1
    if query.asOf != nil, known.isEmpty {
      counts.notYetReported += 1
      return
    }
    if query.time != nil, time == nil {
      counts.undated += 1
      if !query.includesUndated { return }
    }
    let shapes = incident.locations.filter { location in
      query.asOf == nil || known.contains { $0.id == location.assertedBy }
    }.compactMap { Self.shape($0, register) }
    try count(incident.id.text, shapes, query)
  }

  private static func shape(
    _ location: LocationCandidate, _ register: SyntheticRegister
  ) -> Geometry? {
    switch location.extent {
    case .disc(let center, let radius):
      return .disc(center: center, radiusMeters: radius, segments: 240)
    case .place(let id):
      guard let location = register.places.first(where: { $0.id == id })?.location else {
        return nil
      }
      guard let point = location.geometry.position else { return location.geometry }
      return .disc(center: point, radiusMeters: location.precisionMeters, segments: 240)
    case nil: return nil
    }
  }

  private mutating func count(
    _ id: String, _ shapes: [Geometry], _ query: IncidentQuery
  ) throws {
    guard let area = query.area?.plainGeometry else {
      counts.certain += shapes.isEmpty ? 0 : 1
      counts.unplaced += shapes.isEmpty ? 1 : 0
      matching.append(id)
      return
    }
    guard !shapes.isEmpty else {
      counts.unplaced += 1
      if query.includesUnplaced && query.match == .possible { matching.append(id) }
      return
    }
    if shapes.contains(where: { $0.boundaryIsNear(area) }) { doubtful.insert(id) }
    if try shapes.allSatisfy({ try area.covers($0) }) {
      counts.certain += 1
      matching.append(id)
    } else if try shapes.contains(where: { try area.intersects($0) }) {
      counts.possible += 1
      if query.match == .possible { matching.append(id) }
    } else {
      counts.excluded += 1
    }
  }
}

extension QueryArea {
  /// The area as polygons; a place is none of this oracle's.
  fileprivate var plainGeometry: Geometry? {
    switch self {
    case .envelope(let box):
      .polygon(Polygon(exteriorRing: ring(box.west, box.south, box.east, box.north)))
    case .geometry(let geometry): geometry
    case .disc(let center, let radius): .disc(center: center, radiusMeters: radius, segments: 240)
    case .place: nil
    }
  }
}

extension Geometry {
  /// Whether two boundaries come so near that the corners of a disc's polygon decide.
  fileprivate func boundaryIsNear(_ other: Geometry) -> Bool {
    var nearest = Double.infinity
    forEachPosition { position in
      nearest = min(nearest, other.boundaryDistanceMeters(from: position) ?? .infinity)
    }
    // Boundaries that cross are near, but then both ways answer "possible".
    return nearest < 1 && nearest > 0
  }
}
