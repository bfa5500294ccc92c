import SimpleFeatures
import TestSupport
import Testing
import Topology

/// Geometries and ordinates that kill or hang GEOS 3.11 when they reach it (facts F1 and F2).
@Suite struct BorderTests {
  static let point = Position(longitude: 10, latitude: 0)
  static let line = LineString([point, Position(longitude: 11, latitude: 1)])
  static let area = Polygon(
    exteriorRing: LinearRing([
      point, Position(longitude: 12, latitude: 0), Position(longitude: 12, latitude: 2), point,
    ]))
  static let emptyArea = Polygon(exteriorRing: LinearRing([]))

  static let withEmptyParts: [Geometry] = [
    .geometryCollection([.point(point), .multiPoint([])]),
    .geometryCollection([.geometryCollection([]), .point(point), .lineString(LineString([]))]),
    .multiLineString([LineString([]), line, LineString([])]),
    .multiPolygon([emptyArea, area]),
    .polygon(Polygon(exteriorRing: area.exteriorRing, interiorRings: [LinearRing([])])),
    .geometryCollection([.polygon(emptyArea), .polygon(area), .multiPolygon([])]),
  ]

  static let whollyEmpty: [Geometry] = [
    .multiPoint([]), .lineString(LineString([])), .polygon(emptyArea), .multiLineString([]),
    .multiLineString([LineString([])]), .multiPolygon([emptyArea, emptyArea]),
    .geometryCollection([]), .geometryCollection([.multiPoint([]), .polygon(emptyArea)]),
  ]

  @Test(arguments: withEmptyParts)
  func `empty parts change no answer`(geometry: Geometry) throws {
    let probe = Geometry.polygon(Polygon.disc(center: Self.point, radiusMeters: 500_000))
    #expect(try geometry.intersects(probe))
    #expect(try probe.covers(geometry))
    #expect(try geometry.coveredBy(probe))
    #expect(try !geometry.disjoint(probe))
    #expect(try geometry.within(probe))
    #expect(try probe.contains(geometry))
    #expect(try geometry.equals(geometry))
    #expect(try geometry.relate(probe).count == 9)
    #expect(try !geometry.intersection(probe).isEmpty)
    #expect(try geometry.difference(probe).isEmpty)
    #expect(try geometry.union(probe).dimension == 2)
    #expect(try geometry.pointOnSurface().map { probe.covers($0) } == true)
    #expect(try geometry.centroid() != nil)
    #expect(try !geometry.convexHull().isEmpty)
    #expect(try geometry.validity() == .valid)
    #expect(try !geometry.makeValid().isEmpty)
    #expect(try geometry.buffer(degrees: 0.1).dimension == 2)
    #expect(try geometry.buffer(meters: 1_000).dimension == 2)
    #expect(try geometry.share(inside: probe) == 1)
    let region = try PreparedRegion(geometry)
    #expect(try region.intersects(probe))
    #expect(region.covers(Self.point))
    #expect(try PreparedRegion(probe).covers(geometry))
  }

  @Test(arguments: whollyEmpty)
  func `an empty geometry has the answers that the documentation gives`(empty: Geometry) throws {
    let area = Geometry.polygon(Self.area)
    for (a, b) in [(empty, area), (area, empty), (empty, empty)] {
      #expect(try !a.intersects(b))
      #expect(try a.disjoint(b))
      #expect(try !a.covers(b))
      #expect(try !a.contains(b))
      #expect(try !a.within(b))
      #expect(try !a.touches(b))
      #expect(try !a.crosses(b))
      #expect(try !a.overlaps(b))
      #expect(try a.intersection(b).isEmpty)
      #expect(throws: TopologyError.emptyOperand(.relate)) { try a.relate(b) }
    }
    #expect(try empty.equals(empty) && !empty.equals(area))
    #expect(try empty.union(area).equals(area))
    #expect(try area.difference(empty).equals(area))
    #expect(try empty.difference(area).isEmpty)
    #expect(try area.symmetricDifference(empty).equals(area))
    #expect(try empty.unaryUnion().isEmpty && empty.convexHull().isEmpty)
    #expect(try empty.buffer(degrees: 1).isEmpty && empty.buffer(meters: 1).isEmpty)
    #expect(try empty.centroid() == nil && empty.pointOnSurface() == nil)
    #expect(try empty.validity() == .valid && empty.makeValid().isEmpty)
    #expect(try empty.share(inside: area) == nil && area.share(inside: empty) == 0)
    let region = try PreparedRegion(empty)
    #expect(try !region.covers(Self.point) && !region.intersects(area) && !region.covers(area))
    #expect(try voronoiCells(of: [Self.point], clippedTo: empty) == [.geometryCollection([])])
  }

  @Test(arguments: [
    Double.nan, .infinity, -.infinity, 1e308, -1e308, 180.000_001, .greatestFiniteMagnitude,
  ])
  func `an ordinate outside the world is refused before GEOS sees it`(ordinate: Double) throws {
    for bad in [
      Position(longitude: ordinate, latitude: 0), Position(longitude: 0, latitude: ordinate),
    ] {
      let shapes: [Geometry] = [
        .point(bad), .multiPoint([Self.point, bad]), .lineString(LineString([Self.point, bad])),
        .polygon(Polygon(exteriorRing: LinearRing([Self.point, bad, Self.point, Self.point]))),
        .geometryCollection([.point(Self.point), .lineString(LineString([bad, bad]))]),
      ]
      let area = Geometry.polygon(Self.area)
      for shape in shapes {
        #expect(throws: TopologyError.self) { try shape.intersects(area) }
        #expect(throws: TopologyError.self) { try area.covers(shape) }
        #expect(throws: TopologyError.self) { try shape.buffer(degrees: 1) }
        #expect(throws: TopologyError.self) { try shape.buffer(meters: 1) }
        #expect(throws: TopologyError.self) { try shape.union(area) }
        #expect(throws: TopologyError.self) { try shape.validity() }
        #expect(throws: TopologyError.self) { try shape.convexHull() }
        #expect(throws: TopologyError.self) { try shape.pointOnSurface() }
        #expect(throws: TopologyError.self) { try PreparedRegion(shape) }
      }
      #expect(throws: TopologyError.self) {
        try voronoiCells(of: [bad, Self.point], clippedTo: area)
      }
    }
  }

  @Test func `ordinates next to nothing are nothing`() throws {
    let tiny = Double.leastNonzeroMagnitude
    let ring = LinearRing([
      Position(longitude: tiny, latitude: -tiny), Position(longitude: 1, latitude: tiny),
      Position(longitude: 1, latitude: 1), Position(longitude: tiny, latitude: -tiny),
    ])
    let triangle = Geometry.polygon(Polygon(exteriorRing: ring))
    #expect(try triangle.validity() == .valid)
    #expect(try triangle.intersects(.point(Position(longitude: 0, latitude: 0))))
    #expect(try triangle.buffer(degrees: 0.1).dimension == 2)
    #expect(try triangle.buffer(meters: 10).dimension == 2)
  }

  @Test func `distances that are no numbers are refused`() throws {
    let area = Geometry.polygon(Self.area)
    #expect(throws: TopologyError.badDistance(.buffer, .infinity)) {
      try area.buffer(degrees: .infinity)
    }
    #expect(throws: TopologyError.badDistance(.buffer, 1e308)) { try area.buffer(degrees: 1e308) }
    #expect(throws: TopologyError.self) { try area.buffer(meters: .nan) }
    #expect(throws: TopologyError.outsideLocalPlane(.bufferMeters)) {
      try area.buffer(meters: 2_000_000)
    }
  }

  @Test func `work over the limit is refused before it begins`() throws {
    let positions = (0..<10_001).map {
      Position(longitude: Double($0) / 1_000, latitude: Double($0 % 7))
    }
    let long = Geometry.lineString(LineString(positions))
    #expect(
      throws: TopologyError.tooMuchWork(
        .intersects, product: 10_001 * 10_001, limit: 100_000_000)
    ) { try long.intersects(long) }
    let shorter = Geometry.multiPoint(Array(positions.prefix(9_998)))
    #expect(try long.covers(shorter))
  }

  @Test func `a broken ring is an error with the library's words, not a death`() throws {
    let open = Geometry.polygon(
      Polygon(exteriorRing: LinearRing(Array(Self.area.exteriorRing.positions.dropLast()))))
    let short = Geometry.polygon(Polygon(exteriorRing: LinearRing([Self.point, Self.point])))
    let single = Geometry.lineString(LineString([Self.point]))
    for shape in [open, short, single] {
      #expect(throws: TopologyError.self) { try shape.intersects(.polygon(Self.area)) }
      guard case .invalid = try shape.validity() else {
        Issue.record("\(shape) counts as valid")
        continue
      }
    }
    #expect(
      try open.validity() == .invalid(.ringNotClosed, at: Position(longitude: 12, latitude: 2)))
    do {
      _ = try open.intersects(.polygon(Self.area))
    } catch let error {
      #expect(
        error.description
          == "build failed: IllegalArgumentException: Points of LinearRing do not form a closed "
          + "linestring; repair the geometry with makeValid")
    }
  }
}
