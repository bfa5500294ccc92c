import SimpleFeatures
import TestSupport
import Testing
import Topology

@Suite struct OverlayTests {
  @Test func `overlays of two squares`() throws {
    let a = try shape("POLYGON((0 0,4 0,4 4,0 4,0 0))")
    let b = try shape("POLYGON((2 2,6 2,6 6,2 6,2 2))")
    #expect(try a.intersection(b).equals(shape("POLYGON((2 2,4 2,4 4,2 4,2 2))")))
    #expect(try a.difference(b).equals(shape("POLYGON((0 0,4 0,4 2,2 2,2 4,0 4,0 0))")))
    #expect(
      try a.union(b).equals(shape("POLYGON((0 0,4 0,4 2,6 2,6 6,2 6,2 4,0 4,0 0))")))
    #expect(try a.symmetricDifference(b).equals(a.union(b).difference(a.intersection(b))))
    #expect(try a.difference(a) == .geometryCollection([]))
    #expect(
      try Geometry.multiPolygon(a.polygons + b.polygons).unaryUnion().equals(a.union(b)))
  }

  @Test func `holes survive the way in and out`() throws {
    let ring = try shape("POLYGON((0 0,9 0,9 9,0 9,0 0),(3 3,6 3,6 6,3 6,3 3))")
    let cut = try ring.intersection(shape("POLYGON((-1 -1,10 -1,10 10,-1 10,-1 -1))"))
    #expect(cut.polygons.first?.interiorRings.count == 1)
    #expect(try cut.equals(ring))
    #expect(try !ring.intersects(shape("POINT(4 4)")))
  }

  @Test func `areas add up`() throws {
    var random = SeededGenerator(seed: 111)
    for _ in 0..<60 {
      let a = Geometry.polygon(star(&random, vertices: 20))
      let b = Geometry.polygon(star(&random, vertices: 15))
      let shared = try a.intersection(b).areaSquareMeters
      let only = try a.difference(b).areaSquareMeters
      // A cut edge moves by rounding only: a part in 10⁹ of a city.
      #expect(abs(shared + only - a.areaSquareMeters) < 0.1, "seed \(random.seed)")
      let whole = try a.union(b).areaSquareMeters
      #expect(
        abs(whole + shared - a.areaSquareMeters - b.areaSquareMeters) < 0.1,
        "seed \(random.seed)")
      let share = try a.share(inside: b) ?? -1
      #expect(abs(share - shared / a.areaSquareMeters) < 1e-9, "seed \(random.seed)")
    }
  }

  @Test func `shares of areas, paths and points`() throws {
    let east = try shape("POLYGON((1 -1,9 -1,9 9,1 9,1 -1))")
    #expect(try shape("POINT(1 0)").share(inside: east) == 1)
    #expect(try shape("POINT(0 0)").share(inside: east) == 0)
    #expect(try shape("MULTIPOINT((0 0),(2 0),(3 0),(0 3))").share(inside: east) == 0.5)
    let path = try shape("LINESTRING(0 0,4 0)").share(inside: east) ?? -1
    #expect(abs(path - 0.75) < 1e-12)
    #expect(try shape("POLYGON((2 0,3 0,3 1,2 0))").share(inside: east) == 1)
    #expect(try shape("POLYGON((0 0,1 0,1 1,0 0))").share(inside: east) == 0)
    let half = try shape("POLYGON((0 0,2 0,2 1,0 1,0 0))").share(inside: east) ?? -1
    #expect(abs(half - 0.5) < 1e-12)
  }

  @Test func `faults are named and placed, and repaired`() throws {
    let bowtie = try shape("POLYGON((0 0,4 4,4 0,0 4,0 0))")
    #expect(
      try bowtie.validity()
        == .invalid(.selfIntersection, at: Position(longitude: 2, latitude: 2)))
    let repaired = try bowtie.makeValid()
    #expect(try repaired.validity() == .valid)
    #expect(repaired.polygons.count == 2)
    let hole = try shape("POLYGON((0 0,4 0,4 4,0 4,0 0),(9 9,10 9,10 10,9 9))")
    guard case .invalid(.holeOutsideShell, _) = try hole.validity() else {
      Issue.record("hole not found: \(try hole.validity())")
      return
    }
    let overlapping = try shape(
      "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((2 0,6 0,6 4,2 4,2 0)))")
    #expect(try overlapping.validity() != .valid)
    #expect(try overlapping.makeValid().equals(shape("POLYGON((0 0,6 0,6 4,0 4,0 0))")))
  }

  @Test func `shapes of a shape`() throws {
    let corner = try shape("POLYGON((0 0,9 0,9 1,1 1,1 9,0 9,0 0))")
    let centre = try #require(try corner.centroid())
    let inside = try #require(try corner.pointOnSurface())
    #expect(!corner.covers(centre) && corner.covers(inside))
    #expect(
      try corner.convexHull().equals(shape("POLYGON((0 0,9 0,9 1,1 9,0 9,0 0))")))
    #expect(try shape("POINT(1 2)").convexHull() == shape("POINT(1 2)"))
  }

  @Test func `a buffer in metres stands at its distance`() throws {
    let site = Position(longitude: 43.1059, latitude: 36.33256)
    let disc = try Geometry.point(site).buffer(meters: 1_000)
    disc.forEachPosition { #expect(abs($0.distanceMeters(to: site) - 1_000) < 0.001) }
    let street = try shape("LINESTRING(43.10 36.33,43.14 36.35)")
    let around = try street.buffer(meters: 500)
    around.forEachPosition { vertex in
      let distance = street.distanceMeters(from: vertex) ?? 0
      #expect(abs(distance - 500) < 1.5, "\(distance)")
    }
    #expect(try around.buffer(meters: -600).isEmpty)
    #expect(throws: TopologyError.outsideLocalPlane(.bufferMeters)) {
      try shape("POINT(179.99 0)").buffer(meters: 50_000)
    }
    #expect(throws: TopologyError.outsideLocalPlane(.bufferMeters)) {
      try shape("POINT(0 89)").buffer(meters: 1_000)
    }
  }

  @Test func `results are the same on every run`() throws {
    var random = SeededGenerator(seed: 112)
    let a = Geometry.polygon(star(&random, vertices: 50))
    let b = Geometry.polygon(star(&random, vertices: 50))
    let first = try a.union(b).wkb()
    for _ in 0..<5 { #expect(try a.union(b).wkb() == first) }
  }
}
