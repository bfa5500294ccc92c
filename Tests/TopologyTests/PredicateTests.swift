import SimpleFeatures
import TestSupport
import Testing
import Topology

@Suite struct PredicateTests {
  @Test(arguments: [
    ("POLYGON((0 0,4 0,4 4,0 4,0 0))", "POINT(4 2)", "FF20F1FF2"),
    ("POLYGON((0 0,4 0,4 4,0 4,0 0))", "POLYGON((2 2,6 2,6 6,2 6,2 2))", "212101212"),
    ("LINESTRING(0 0,4 4)", "LINESTRING(0 4,4 0)", "0F1FF0102"),
    ("POINT(1 1)", "POINT(2 2)", "FF0FFF0F2"),
  ])
  func `the intersection matrix is the standard's`(
    first: String, second: String, matrix: String
  ) throws {
    #expect(try shape(first).relate(shape(second)) == matrix)
  }

  @Test func `a point on the border is covered, not contained`() throws {
    let square = try shape("POLYGON((0 0,4 0,4 4,0 4,0 0))")
    let border = try shape("POINT(4 2)")
    #expect(try square.covers(border) && border.coveredBy(square))
    #expect(try !square.contains(border) && !border.within(square))
    #expect(try square.touches(border) && square.intersects(border))
  }

  @Test func `crosses, overlaps and equals`() throws {
    let square = try shape("POLYGON((0 0,4 0,4 4,0 4,0 0))")
    #expect(try shape("LINESTRING(-1 2,5 2)").crosses(square))
    #expect(try square.overlaps(shape("POLYGON((2 2,6 2,6 6,2 6,2 2))")))
    #expect(try square.equals(shape("POLYGON((4 4,0 4,0 0,2 0,4 0,4 4))")))
  }

  @Test func `a mixed collection is asked part by part, or refused`() throws {
    let mixed = try shape(
      "GEOMETRYCOLLECTION(POINT(9 9),LINESTRING(4 2,8 2),POLYGON((0 0,4 0,4 4,0 4,0 0)))")
    #expect(try mixed.intersects(shape("POINT(9 9)")))
    #expect(try mixed.covers(shape("LINESTRING(1 2,7 2)")))
    #expect(try !mixed.covers(shape("LINESTRING(1 2,9 2)")))
    #expect(try shape("POLYGON((0 0,9 0,9 9,0 9,0 0))").covers(mixed))
    #expect(throws: TopologyError.mixedCollection(.touches)) {
      try mixed.touches(shape("POINT(0 0)"))
    }
    #expect(try mixed.intersection(shape("POLYGON((3 1,5 1,5 3,3 3,3 1))")).dimension == 2)
    #expect(try mixed.difference(shape("POLYGON((0 0,4 0,4 4,0 4,0 0))")).dimension == 1)
    #expect(try mixed.buffer(degrees: 0.5).covers(mixed))
    #expect(try mixed.buffer(meters: 500).covers(mixed))
    #expect(try mixed.convexHull().covers(mixed))
    #expect(try mixed.validity() == .valid && mixed.makeValid().covers(mixed))
    #expect(try mixed.share(inside: shape("POLYGON((0 0,9 0,9 9,0 9,0 0))")) == 1)
    let region = try PreparedRegion(mixed)
    #expect(try region.covers(shape("LINESTRING(1 2,7 2)")))
    #expect(region.covers(Position(longitude: 9, latitude: 9)))
  }

  @Test func `areas of a collection that overlap are one area`() throws {
    let both = try shape(
      "GEOMETRYCOLLECTION(POLYGON((0 0,4 0,4 4,0 4,0 0)),POLYGON((2 0,6 0,6 4,2 4,2 0)))")
    #expect(try both.covers(shape("POLYGON((1 1,5 1,5 3,1 3,1 1))")))
    #expect(try both.equals(shape("POLYGON((0 0,6 0,6 4,0 4,0 0))")))
    #expect(
      try both.share(inside: shape("POLYGON((0 0,3 0,3 4,0 4,0 0))")).map { abs($0 - 0.5) < 1e-9 }
        == true)
  }

  @Test func `the exact path in Swift agrees with GEOS, on boundaries too`() throws {
    var random = SeededGenerator(seed: 101)
    for _ in 0..<150 {
      let polygon = star(&random, vertices: Int.random(in: 3...40, using: &random))
      let area = Geometry.polygon(polygon)
      let region = try PreparedRegion(area)
      let ring = polygon.exteriorRing.positions
      var probes = (0..<40).map { _ in nearby(&random) }
      probes += ring
      for (start, end) in zip(ring, ring.dropFirst()) {
        let part = Double.random(in: 0...1, using: &random)
        probes.append(
          Position(
            longitude: start.longitude + part * (end.longitude - start.longitude),
            latitude: start.latitude + part * (end.latitude - start.latitude)))
        probes.append(Position(longitude: probes[0].longitude, latitude: start.latitude))
      }
      for probe in probes {
        let library = try area.covers(Geometry.point(probe))
        #expect(polygon.covers(probe) == library, "\(probe), seed \(random.seed)")
        #expect(region.covers(probe) == library, "\(probe), seed \(random.seed)")
      }
    }
  }

  @Test func `a prepared region answers as the plain geometry does`() throws {
    var random = SeededGenerator(seed: 102)
    for _ in 0..<40 {
      let area = Geometry.polygon(star(&random, vertices: 30))
      let region = try PreparedRegion(area)
      for _ in 0..<20 {
        let other = Geometry.polygon(
          Polygon.disc(
            center: nearby(&random, radius: 0.06),
            radiusMeters: Double.random(in: 50...4_000, using: &random), segments: 16))
        #expect(try region.intersects(other) == area.intersects(other), "seed \(random.seed)")
        #expect(try region.covers(other) == area.covers(other), "seed \(random.seed)")
        #expect(try region.share(of: other) == other.share(inside: area), "seed \(random.seed)")
      }
    }
  }

  @Test func `tasks share a prepared region`() async throws {
    var random = SeededGenerator(seed: 103)
    let region = try PreparedRegion(.polygon(star(&random, vertices: 500)))
    let discs = (0..<200).map { _ in
      Geometry.polygon(
        Polygon.disc(center: nearby(&random), radiusMeters: 800, segments: 16))
    }
    let expected = try discs.map { try region.geometry.intersects($0) }
    try await withThrowingTaskGroup(of: [Bool].self) { group in
      for _ in 0..<8 {
        group.addTask { try discs.map { try region.intersects($0) } }
      }
      for try await answers in group { #expect(answers == expected) }
    }
  }
}
