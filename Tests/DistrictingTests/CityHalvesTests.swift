import Districting
import Records
import SimpleFeatures
import Testing
import Topology

@Suite struct CityHalvesTests {
  static func area(_ wkt: String) throws -> Geometry { try Geometry(wkt: wkt) }

  static let southward = LineString([
    Position(longitude: 43.1, latitude: 36.5), Position(longitude: 43.12, latitude: 36.35),
    Position(longitude: 43.1, latitude: 36.2),
  ])

  private func city() throws -> Geometry {
    try Self.area("POLYGON((43 36.3,43.2 36.3,43.2 36.4,43 36.4,43 36.3))")
  }

  private func water() throws -> Geometry {
    try Geometry.lineString(Self.southward).buffer(meters: 100)
  }

  @Test func `of a river that flows south the left bank is the east`() throws {
    let halves = try CityHalves(
      outline: city(), river: RiverCourse(centreline: Self.southward, water: water()))
    #expect(halves.left.covers(Position(longitude: 43.18, latitude: 36.35)))
    #expect(halves.right.covers(Position(longitude: 43.02, latitude: 36.35)))
    #expect(halves.bank(of: Position(longitude: 43.18, latitude: 36.35)) == .left)
    #expect(halves.bank(of: Position(longitude: 43.02, latitude: 36.35)) == .right)
    #expect(halves.bank(of: Position(longitude: 50, latitude: 36.35)) == .unknown)
    let turned = try CityHalves(
      outline: city(),
      river: RiverCourse(
        centreline: LineString(Self.southward.positions.reversed()), water: water()))
    #expect(try turned.left.equals(halves.right) && turned.right.equals(halves.left))
  }

  @Test func `halves and water make up the city`() throws {
    let water = try water()
    let halves = try CityHalves(
      outline: city(), river: RiverCourse(centreline: Self.southward, water: water))
    let wet = try city().intersection(water).areaSquareMeters
    let sum = halves.left.areaSquareMeters + halves.right.areaSquareMeters + wet
    #expect(abs(sum - (try city().areaSquareMeters)) < 1)
    #expect(try !halves.left.intersects(halves.right))
    #expect(
      halves.land(on: .both).areaSquareMeters
        == halves.left.areaSquareMeters + halves.right.areaSquareMeters)
  }

  @Test func `a line that ends inside the city still divides it`() throws {
    let short = LineString([
      Position(longitude: 43.1, latitude: 36.36), Position(longitude: 43.1, latitude: 36.34),
    ])
    let halves = try CityHalves(outline: city(), river: RiverCourse(centreline: short))
    #expect(abs(halves.left.areaSquareMeters - halves.right.areaSquareMeters) < 1)
  }

  @Test func `what cannot be divided is refused with the reason`() throws {
    let river = RiverCourse(centreline: Self.southward)
    #expect(throws: DistrictingError.emptyOutline) {
      try CityHalves(outline: .multiPolygon([]), river: river)
    }
    #expect(throws: DistrictingError.shortCentreline) {
      try CityHalves(outline: city(), river: RiverCourse(centreline: LineString([])))
    }
    let point = Position(longitude: 43.1, latitude: 36.35)
    #expect(throws: DistrictingError.shortCentreline) {
      try CityHalves(outline: city(), river: RiverCourse(centreline: LineString([point, point])))
    }
    #expect(throws: DistrictingError.cityOnOneBank) {
      try CityHalves(
        outline: Self.area("POLYGON((43.3 36.3,43.4 36.3,43.4 36.4,43.3 36.3))"), river: river)
    }
    let loop = LineString([
      Position(longitude: 43.05, latitude: 36.5), Position(longitude: 43.15, latitude: 36.3),
      Position(longitude: 43.15, latitude: 36.4), Position(longitude: 43.05, latitude: 36.2),
    ])
    #expect(throws: DistrictingError.centrelineCrossesItself) {
      try CityHalves(outline: city(), river: RiverCourse(centreline: loop))
    }
  }
}
