import Districting
import Records
import SimpleFeatures
import TestSupport
import Testing
import Topology

@Suite struct DistrictMapTests {
  private func id(_ text: String) throws -> PlaceID { try #require(PlaceID(text)) }

  private func seed(
    _ name: String, _ longitude: Double, _ latitude: Double, bank: Bank = .unknown,
    parent: String? = nil
  ) throws -> DistrictSeed {
    DistrictSeed(
      id: try id(name), site: .point(Position(longitude: longitude, latitude: latitude)),
      bank: bank,
      precisionMeters: 300, parent: try parent.map { try id($0) })
  }

  /// A box of 18 by 11 km with a river down the middle.
  private func halves() throws -> CityHalves {
    let line = LineString([
      Position(longitude: 43.1, latitude: 36.5), Position(longitude: 43.1, latitude: 36.2),
    ])
    return try CityHalves(
      outline: Geometry(wkt: "POLYGON((43 36.3,43.2 36.3,43.2 36.4,43 36.4,43 36.3))"),
      river: RiverCourse(
        centreline: line, water: Geometry.lineString(line).buffer(meters: 100)))
  }

  @Test func `cells stay on their bank, in reach and apart`() throws {
    let seeds = [
      try seed("west", 43.095, 36.35), try seed("east", 43.105, 36.35),
      try seed("far-east", 43.12, 36.35, bank: .left), try seed("village", 43.3, 36.35),
      try seed("mahalla", 43.106, 36.351, parent: "east"),
    ]
    let halves = try halves()
    let map = try DistrictMap(seeds: seeds, halves: halves)
    #expect(map.cells.map(\.id.text) == ["west", "east", "far-east"])
    #expect(map.cells.map(\.bank) == [.right, .left, .left])
    #expect(map.withoutCell.map(\.seed.text) == ["village", "mahalla"])
    #expect(map.withoutCell.map(\.reason) == [.outsideOutline, .partOf(try id("east"))])
    for (cell, seed) in zip(map.cells, seeds) {
      let position = try #require(seed.position)
      #expect(cell.isApproximate && cell.seedPrecisionMeters == 300)
      #expect(cell.method.contains("1600 m") && cell.method.contains("not surveyed"))
      #expect(cell.geometry.covers(position))
      #expect(try cell.geometry.validity() == .valid)
      // No vertex may be nearer to another seed of the same bank, beyond the plane's error.
      let rivals = map.cells.filter { $0.bank == cell.bank && $0.id != cell.id }.compactMap {
        other in
        seeds.first { $0.id == other.id }?.position
      }
      cell.geometry.forEachPosition { vertex in
        let own = vertex.distanceMeters(to: position)
        #expect(own < 1_600.01)
        #expect(halves.bank(of: vertex) == cell.bank)
        for rival in rivals { #expect(vertex.distanceMeters(to: rival) > own - 0.5) }
      }
    }
    #expect(map.neighbours(of: try id("east")) == [try id("far-east")])
    #expect(map.neighbours(of: try id("village")).isEmpty)
    #expect(map.cell(of: try id("west"))?.bank == .right)
  }

  @Test func `a place near an edge gets every candidate`() throws {
    let map = try DistrictMap(
      seeds: [
        seed("west", 43.09, 36.35), seed("east", 43.11, 36.35), seed("far-east", 43.12, 36.35),
      ], halves: halves())
    func names(_ longitude: Double, _ precision: Double, bank: Bank = .unknown) -> [String] {
      map.candidates(
        for: Position(longitude: longitude, latitude: 36.35), precisionMeters: precision,
        bank: bank
      ).map(\.id.text)
    }
    #expect(names(43.11, 10) == ["east"])
    #expect(names(43.1149, 100) == ["east", "far-east"])
    #expect(names(43.1151, 100) == ["far-east", "east"])
    #expect(names(43.1, 50) == [])
    #expect(names(43.1, 101).sorted() == ["east", "west"])
    #expect(names(43.1, 101, bank: .right) == ["west"])
    #expect(names(43.19, 500) == [])
    let near = map.candidates(
      for: Position(longitude: 43.1149, latitude: 36.35), precisionMeters: 100)
    #expect(near[0].isInside && near[0].distanceMeters == 0)
    let metres = 0.0001 * EarthSphere.metersPerDegree * 0.8054
    #expect(abs(near[1].distanceMeters - metres) < 1)
  }

  @Test func `an outline is kept as given and the rest is divided around it`() throws {
    let quarter = try Geometry(
      wkt: "POLYGON((43.104 36.345,43.112 36.345,43.112 36.355,43.104 36.355,43.104 36.345))")
    let known = DistrictSeed(
      id: try id("known"), site: .outline(quarter, isApproximate: false), precisionMeters: 5)
    let map = try DistrictMap(
      seeds: [seed("east", 43.115, 36.35), known], halves: halves())
    let cell = try #require(map.cell(of: known.id))
    #expect(cell.geometry == quarter && cell.bank == .left && !cell.isApproximate)
    #expect(cell.origin == .given(isApproximate: false) && cell.method == "an outline as given")
    let east = try #require(map.cell(of: try id("east")))
    #expect(try east.geometry.intersection(quarter).areaSquareMeters < 0.01)
    let disc = Polygon.disc(
      center: Position(longitude: 43.115, latitude: 36.35), radiusMeters: 1_600)
    let land = try halves().left.intersection(.polygon(disc)).difference(quarter)
    #expect(abs(land.areaSquareMeters - east.geometry.areaSquareMeters) < 0.01)
  }

  @Test func `a seed whose bank has no land near it is told so`() throws {
    let map = try DistrictMap(
      seeds: [seed("wrong-side", 43.02, 36.35, bank: .left)], halves: halves())
    #expect(map.cells.isEmpty)
    #expect(map.withoutCell.map(\.reason) == [.noLand])
  }

  @Test func `bad input is refused with the reason`() throws {
    let halves = try halves()
    let one = try seed("one", 43.09, 36.35)
    #expect(throws: DistrictingError.duplicateSeed(one.id)) {
      try DistrictMap(seeds: [one, one], halves: halves)
    }
    #expect(throws: DistrictingError.badReach(0)) {
      try DistrictMap(seeds: [one], halves: halves, reachMeters: 0)
    }
    let lost = try seed("lost", 443, 36.35)
    let place = Position(longitude: 443, latitude: 36.35)
    #expect(throws: DistrictingError.seedOutsideWorld(lost.id, place)) {
      try DistrictMap(seeds: [lost], halves: halves)
    }
  }

  @Test func `a place with a point becomes a seed, others do not`() throws {
    let point = Position(longitude: 43.1, latitude: 36.3)
    var place = Place(id: try id("zanjili"), kind: .district, names: [], bank: .right)
    #expect(DistrictSeed(place) == nil)
    place.location = PlaceLocation(
      geometry: .point(point), origin: .publishedPoint, precisionMeters: 400,
      isApproximate: true, source: "test")
    #expect(
      DistrictSeed(place)
        == DistrictSeed(id: place.id, site: .point(point), bank: .right, precisionMeters: 400))
    let disc = Geometry.polygon(Polygon.disc(center: point, radiusMeters: 10))
    place.location?.geometry = disc
    #expect(DistrictSeed(place)?.site == .outline(disc, isApproximate: true))
    place.location?.geometry = .lineString(LineString([point, point]))
    #expect(DistrictSeed(place) == nil)
  }
}
