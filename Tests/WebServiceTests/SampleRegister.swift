import Assessment
import Inquiry
import Records
import SimpleFeatures
import Testing

/// Made-up records with known answers.
enum SampleRegister {
  /// An identifier that the test wrote itself.
  static func id<Record>(_ text: String) throws -> Identifier<Record> {
    try #require(Identifier<Record>(text))
  }

  static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  static func version() throws -> DataVersion {
    DataVersion(sequence: 7, hash: "ab12", recordedAt: Instant("2026-01-02T03:04:05Z"))
  }

  /// Twelve dated incidents on a row eastward from 43.00, one a day from 2017-03-01, then one
  /// without a place (2017-03-05) and one without a time.
  static func source() throws -> MemorySource {
    var incidents: [IncidentFeature] = []
    for index in 0..<12 {
      incidents.append(
        try incident(
          "I-\(index + 10)", day: "2017-03-\(index < 9 ? "0" : "")\(index + 1)",
          longitude: 43 + Double(index) / 100))
    }
    incidents.append(try incident("I-unplaced", day: "2017-03-05", longitude: nil))
    incidents.append(try incident("I-undated", day: nil, longitude: 43.5))
    let dossier = try dossier()
    return MemorySource(
      version: try version(), incidents: incidents, dossiers: [dossier.incident.id: dossier],
      places: try places(), claims: try claims())
  }

  static func incident(
    _ name: String, day: String?, longitude: Double?
  ) throws -> IncidentFeature {
    let reporter: ClaimID = try id("c-\(name)")
    let figure = try #require(
      Quantity(minimum: 2, maximum: 5, unit: .civilians, status: .killed, bound: .between))
    let evidence = Evidence(
      claim: reporter, publicDay: nil, isAssessment: false, grade: .fair,
      figures: [Figure(figure, isAllSides: false)], isCertain: true)
    let point = longitude.map { longitude in
      RepresentativePoint(
        position: Position(longitude: longitude, latitude: 36.35), radiusMeters: 250,
        scale: .neighbourhood, assertedBy: reporter, isApproximate: false)
    }
    let districts = [
      DistrictMembership(
        place: try id("old-city"), name: "Old City", certainty: .possible, share: 0.25,
        isApproximate: true)
    ]
    return IncidentFeature(
      id: try id(name), title: "Strike \(name)",
      time: try day.map { DayInterval(try Self.day($0)) },
      timePrecision: .day, kind: .airstrike, point: point,
      support: point.map { .disc(center: $0.position, radiusMeters: $0.radiusMeters) },
      candidateCount: point == nil ? 0 : 1, assessment: IncidentAssessment(of: [evidence]),
      attributedTo: ["Coalition"], undatedClaimCount: 0,
      placement: point.map { _ in
        Placement(certainty: .possible, share: 0.5, decidedBy: [reporter], reason: "part inside")
      }, districts: point == nil ? [] : districts, distanceMeters: nil)
  }

  static func places() throws -> [PlaceFeature] {
    let position = Position(longitude: 43.13, latitude: 36.34)
    let located = Place(
      id: try id("old-city"), kind: .area,
      names: [PlaceName("Old City"), PlaceName("المدينة القديمة", language: "ar")],
      parent: try id("mosul"), bank: .right,
      location: PlaceLocation(
        geometry: .point(position), origin: .publishedPoint, precisionMeters: 100,
        isApproximate: false, source: "sample"))
    let named = Place(id: try id("dwrat-abude"), kind: .locality, names: [PlaceName("Dwrat Abude")])
    return [
      PlaceFeature(
        place: located,
        area: PlaceArea(
          geometry: .disc(center: position, radiusMeters: 100), basis: .disc, isApproximate: true)),
      PlaceFeature(place: named, area: nil),
    ]
  }
}
