import Assessment
import Inquiry
import Interchange
import Records
import SimpleFeatures
import Testing

/// An answer of three incidents: one with everything, one with little, one without a place.
enum ExportFixture {
  static func id<Record>(_ text: String) throws -> Identifier<Record> {
    try #require(Identifier<Record>(text))
  }

  static func claim(
    _ text: String, _ minimum: Int?, _ maximum: Int?, _ bound: Bound, grade: Grade? = nil
  ) throws -> Claim {
    let quantity = try #require(
      Quantity(
        minimum: minimum, maximum: maximum, unit: .civilians, status: .killed, bound: bound))
    return Claim(
      id: try id(text), claimant: try id("someone"), kinds: [.reportsDeaths],
      quantities: [quantity], published: StatedTime("2017-03-25"), grade: grade)
  }

  static func full() throws -> IncidentFeature {
    let claims = [
      try claim("C1", 40, nil, .atLeast), try claim("C2", 105, 141, .between, grade: .confirmed),
    ]
    let center = Position(longitude: 43.123456789, latitude: 36.3)
    return IncidentFeature(
      id: try id("CI550"), title: "=SUM(1), \"Jadida\"\nحي الجديدة",
      time: DayInterval(start: CivilDate("2017-03-17"), end: CivilDate("2017-03-17")),
      timePrecision: .day, kind: .airstrike,
      point: RepresentativePoint(
        position: center, radiusMeters: 100, scale: .within100Metres, assertedBy: try id("C2"),
        isApproximate: false),
      support: .polygon(
        Polygon(
          exteriorRing: LinearRing([
            Position(longitude: 43.1, latitude: 36.2), Position(longitude: 43.2, latitude: 36.2),
            Position(longitude: 43.2, latitude: 36.4), Position(longitude: 43.1, latitude: 36.2),
          ]))),
      candidateCount: 2,
      assessment: IncidentAssessment(of: claims.map { Evidence($0, certainty: .certain) }),
      attributedTo: ["US-led Coalition", "Iraqi forces"], undatedClaimCount: 1,
      placement: Placement(
        certainty: .possible, share: 0.25, decidedBy: [try id("C2")],
        reason: "a quarter of it lies inside"),
      districts: [
        DistrictMembership(
          place: try id("jadida"), name: "Mosul al-Jadida", certainty: .possible, share: 0.123456,
          isApproximate: true)
      ], distanceMeters: 1234.5678)
  }

  static func sparse(_ text: String, isPlaced: Bool) throws -> IncidentFeature {
    IncidentFeature(
      id: try id(text), title: "Strike", time: nil, timePrecision: .year, kind: .unknown,
      point: isPlaced
        ? RepresentativePoint(
          position: Position(longitude: -0.00000001, latitude: 90), radiusMeters: 150_000,
          scale: .governorate, assertedBy: try id("C9"), isApproximate: true) : nil,
      support: nil, candidateCount: isPlaced ? 1 : 0,
      assessment: IncidentAssessment(of: [Evidence<ClaimID>]()), attributedTo: [],
      undatedClaimCount: 0, placement: nil, districts: [], distanceMeters: nil)
  }

  static func page() throws -> IncidentPage {
    var query = IncidentQuery()
    query.asOf = CivilDate("2017-05-25")
    var counts = MatchCounts()
    counts.certain = 1
    counts.possible = 1
    counts.unplaced = 1
    return IncidentPage(
      features: [
        try full(), try sparse("B-2", isPlaced: true), try sparse("C-3", isPlaced: false),
      ], numberMatched: 7, counts: counts, next: nil, query: query,
      dataVersion: DataVersion(
        sequence: 3, hash: "ab12", recordedAt: Instant("2026-01-02T03:04:05Z")))
  }

  /// Everything that an encoder writes of the answer.
  static func encode(_ encoder: any IncidentEncoder) throws -> [UInt8] {
    var encoder = encoder
    var bytes: [UInt8] = []
    let page = try page()
    encoder.begin(page, into: &bytes)
    for feature in page.features { encoder.encode(feature, into: &bytes) }
    encoder.end(into: &bytes)
    return bytes
  }
}
