import Records
import SimpleFeatures

/// Small records around the strike of 17 March 2017, made from facts of public record.
enum Sample {
  static func id<Record>(_ text: String) -> Identifier<Record> {
    // A literal that breaks the rules is a mistake in the test itself.
    guard let id = Identifier<Record>(text) else { preconditionFailure("identifier \(text)") }
    return id
  }

  static func source(_ id: String, name: String = "Civil Defence") -> Source {
    Source(id: Sample.id(id), name: name, kind: .rescueService, language: "ar")
  }

  static func place(
    _ id: String, longitude: Double = 43.11, latitude: Double = 36.32, name: String = "Jadida"
  ) -> Place {
    Place(
      id: Sample.id(id), kind: .district, names: [PlaceName(name), PlaceName("الموصل الجديدة")],
      bank: .right,
      location: PlaceLocation(
        geometry: .point(Position(longitude: longitude, latitude: latitude)),
        origin: .publishedPoint, precisionMeters: 500, isApproximate: false, source: "a gazetteer"))
  }

  static func area(_ id: String) -> Place {
    let ring = [(43.0, 36.0), (43.2, 36.0), (43.2, 36.4), (43.0, 36.4), (43.0, 36.0)]
    return Place(
      id: Sample.id(id), kind: .area, names: [PlaceName("West Mosul")], bank: .right,
      location: PlaceLocation(
        geometry: .polygon(
          Polygon(
            exteriorRing: LinearRing(ring.map { Position(longitude: $0.0, latitude: $0.1) }))),
        origin: .approximate, precisionMeters: 400, isApproximate: true, source: "drawn by hand"))
  }

  static func incident(
    _ id: String, at positions: [(Double, Double)] = [(43.105, 36.325)], title: String = "Strike",
    foreign: String? = nil, assertedBy claim: String? = nil
  ) -> Incident {
    Incident(
      id: Sample.id(id), title: title, time: StatedTime("2017-03-17"), kind: .airstrike,
      locations: positions.map {
        LocationCandidate(
          assertedBy: Sample.id(claim ?? "\(id)-c"), scale: .within100Metres,
          extent: .disc(
            center: Position(longitude: $0.0, latitude: $0.1), radiusMeters: 100))
      }, foreignID: foreign.map { ForeignID(source: Sample.id("ucdp"), id: $0) })
  }

  static func claim(
    _ id: String, of incidents: [String] = ["CI550"], killed: Int = 137, foreign: String? = nil
  ) -> Claim {
    Claim(
      id: Sample.id(id), claimant: Sample.id("civil-defence"), kinds: [.reportsDeaths],
      statement: "more than \(killed) killed",
      quantities: [
        Quantity(minimum: killed, maximum: nil, unit: .persons, status: .killed, bound: .atLeast)
      ].compactMap { $0 }, published: StatedTime("2017-03-23"),
      incidents: incidents.map { IncidentMembership(incident: Sample.id($0), certainty: .certain) },
      foreignID: foreign.map { ForeignID(source: Sample.id("ucdp"), id: $0) })
  }
}
