import Atlas
import Inquiry
import Records
import SimpleFeatures
import TestSupport
import Testing
import Topology

/// A random register with the records kept beside it, so that answers can be worked out plainly.
struct SyntheticRegister {
  let places: [Place]
  let incidents: [Incident]
  let claims: [Claim]
  let atlas: Atlas

  static let region = box(42.9, 36.2, 43.3, 36.5)

  init(seed: UInt64, count: Int, shuffled: Bool = false, links: Int = 0) throws {
    var generator = SeededGenerator(seed: seed)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    places = try Self.makePlaces(&generator)
    var incidents: [Incident] = []
    var claims: [Claim] = []
    for number in 0..<count {
      let (incident, own) = try Self.makeIncident(number, places, &generator)
      incidents.append(incident)
      claims += own
    }
    for _ in 0..<links {
      // Both hypotheses, and some links out of the register.
      let target: IncidentID =
        try generator.isOnce(in: 5) ? id("elsewhere") : generator.pick(incidents).id
      let holder = generator.integer(in: 0...(incidents.count - 1))
      incidents[holder].links.append(
        IncidentLink(kind: generator.pick([.possiblySameEvent, .conflatedWith]), target: target))
    }
    self.incidents = incidents
    self.claims = claims
    var batch = RecordBatch(places: places, incidents: incidents, claims: claims)
    if shuffled {
      batch.incidents.shuffle(using: &generator)
      batch.claims.shuffle(using: &generator)
    }
    atlas = try makeAtlas(batch)
  }

  static func position(_ generator: inout SeededGenerator) -> Position {
    Position(
      longitude: Double.random(in: region.west...region.east, using: &generator),
      latitude: Double.random(in: region.south...region.north, using: &generator))
  }

  /// Four rectangles side by side, a point with a precision and a name without a place.
  private static func makePlaces(_ generator: inout SeededGenerator) throws -> [Place] {
    func place(_ text: String, _ kind: PlaceKind, _ geometry: Geometry?) throws -> Place {
      Place(
        id: try id(text), kind: kind, names: [PlaceName(text)],
        location: geometry.map {
          PlaceLocation(
            geometry: $0, origin: .surveyed, precisionMeters: 300, isApproximate: false,
            source: "made up")
        })
    }
    let quarters = try (0..<4).map { index in
      let west = 42.95 + Double(index) * 0.08
      return try place(
        "quarter-\(index)", .district,
        .polygon(Polygon(exteriorRing: ring(west, 36.25, west + 0.08, 36.45))))
    }
    return quarters + [
      try place("village", .village, .point(position(&generator))),
      try place("lost", .locality, nil),
    ]
  }

  private static func makeIncident(
    _ number: Int, _ places: [Place], _ generator: inout SeededGenerator
  ) throws -> (Incident, [Claim]) {
    let incidentID: IncidentID = try id("I\(number)")
    let base = try day("2017-01-01")
    let start = base.adding(days: generator.integer(in: 0...60))
    let time: StatedTime? =
      switch generator.integer(in: 0...9) {
      case 0: nil
      case 1: .interval(start: ExtendedDate(start), end: nil)
      case 2: .interval(start: nil, end: ExtendedDate(start))
      case 3:
        .interval(start: ExtendedDate(start), end: ExtendedDate(start.adding(days: 9)))
      default: StatedTime(start)
      }
    let claims = try (0..<generator.integer(in: 0...4)).map { index in
      let least = generator.integer(in: 0...30)
      let quantity = try #require(
        Quantity(
          minimum: generator.isOnce(in: 4) ? nil : least,
          maximum: generator.isOnce(in: 4) ? nil : least + generator.integer(in: 0...9),
          unit: .civilians, status: generator.isOnce(in: 3) ? .injured : .killed,
          bound: .between))
      return Claim(
        id: try id("C\(number)-\(index)"), claimant: try id("someone"), kinds: [.reportsDeaths],
        quantities: [quantity],
        published: generator.isOnce(in: 5)
          ? nil : StatedTime(start.adding(days: generator.integer(in: 0...30))),
        incidents: [
          IncidentMembership(
            incident: incidentID, certainty: generator.isOnce(in: 5) ? .possible : .certain)
        ], attributedTo: generator.isOnce(in: 3) ? ["Party \(generator.integer(in: 0...2))"] : [])
    }
    let locations =
      try claims.isEmpty
      ? []
      : (0..<generator.integer(in: 0...3)).map { _ -> LocationCandidate in
        LocationCandidate(
          assertedBy: generator.pick(claims).id,
          scale: generator.pick([.neighbourhood, .exact, .city]),
          extent: try extent(places, &generator))
      }
    let incident = Incident(
      id: incidentID, title: "Event \(number)", time: time,
      kind: generator.pick([.airstrike, .shooting, .unknown]), locations: locations)
    return (incident, claims)
  }

  private static func extent(
    _ places: [Place], _ generator: inout SeededGenerator
  ) throws -> LocationCandidate.Extent? {
    switch generator.integer(in: 0...5) {
    case 0: nil
    case 1, 2: .place(generator.pick(places).id)
    default:
      .disc(
        center: position(&generator), radiusMeters: generator.pick([1, 100, 700, 3_000, 9_000]))
    }
  }
}
