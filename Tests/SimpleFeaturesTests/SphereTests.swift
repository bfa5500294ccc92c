import SimpleFeatures
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct SphereTests {
  private let mosul = Position(longitude: 43.13, latitude: 36.34)

  @Test func `known distances`() {
    let radius = EarthSphere.radiusMeters
    let origin = Position(longitude: 0, latitude: 0)
    let quarter = origin.distanceMeters(to: Position(longitude: 90, latitude: 0))
    #expect(abs(quarter - radius * .pi / 2) < 1e-6)
    let antipode = origin.distanceMeters(to: Position(longitude: 180, latitude: 0))
    #expect(abs(antipode - radius * .pi) < 1e-3)
    let across = Position(longitude: 179.5, latitude: 0).distanceMeters(
      to: Position(longitude: -179.5, latitude: 0))
    #expect(abs(across - EarthSphere.metersPerDegree) < 1e-6)
    #expect(mosul.distanceMeters(to: mosul) == 0)
  }

  @Test func `destination, distance and bearing invert one another`() {
    var random = SeededGenerator(seed: 61)
    for _ in 0..<1_000 {
      let start = Position(
        longitude: Double.random(in: -180...180, using: &random),
        latitude: Double.random(in: -89...89, using: &random))
      let distance = Double.random(in: 1...10_000_000, using: &random)
      let bearing = Double.random(in: 0..<360, using: &random)
      let end = start.destination(bearingDegrees: bearing, distanceMeters: distance)
      #expect(end.isValid)
      // Near the antipode's half the arcsine loses digits: a centimetre is the tolerance.
      #expect(abs(start.distanceMeters(to: end) - distance) < 0.01, "seed \(random.seed)")
      let turn = abs(start.initialBearingDegrees(to: end) - bearing)
      #expect(min(turn, 360 - turn) < 1e-5, "\(start) \(bearing), seed \(random.seed)")
    }
  }

  @Test func `the area of a box in longitude and latitude is exact`() {
    let ring = square(43, 36, 0.5)
    let radian = Double.pi / 180
    let exact =
      EarthSphere.radiusMeters * EarthSphere.radiusMeters * 0.5 * radian
      * (sin(36.5 * radian) - sin(36 * radian))
    #expect(abs(ring.areaSquareMeters - exact) < exact * 1e-12)
    let world = LinearRing([
      Position(longitude: -180, latitude: -90), Position(longitude: 180, latitude: -90),
      Position(longitude: 180, latitude: 90), Position(longitude: -180, latitude: 90),
      Position(longitude: -180, latitude: -90),
    ])
    let sphere = 4 * Double.pi * EarthSphere.radiusMeters * EarthSphere.radiusMeters
    #expect(abs(world.areaSquareMeters - sphere) < sphere * 1e-12)
  }

  @Test func `holes and winding do not change the sign of an area`() {
    let outer = square(43, 36, 0.1)
    let hole = square(43.02, 36.02, 0.01)
    let polygon = Polygon(exteriorRing: outer, interiorRings: [hole])
    #expect(polygon.areaSquareMeters == outer.areaSquareMeters - hole.areaSquareMeters)
    let reversed = LinearRing(outer.positions.reversed())
    #expect(abs(reversed.areaSquareMeters - outer.areaSquareMeters) < 1e-3)
    let tiny = square(43, 36, 1e-7)
    let side = EarthSphere.metersPerDegree * 1e-7
    #expect(abs(tiny.areaSquareMeters - side * side * cos(36 * .pi / 180)) < 1e-7)
  }

  @Test func `a disc has the radius and nearly the area asked for`() {
    let polygon = Polygon.disc(center: mosul, radiusMeters: 1_600)
    #expect(polygon.exteriorRing.positions.count == 65)
    #expect(polygon.exteriorRing.positions.first == polygon.exteriorRing.positions.last)
    #expect(polygon.exteriorRing.winding == .counterClockwise)
    for vertex in polygon.exteriorRing.positions {
      #expect(abs(vertex.distanceMeters(to: mosul) - 1_600) < 1e-6)
    }
    let inscribed = 32 * sin(2 * Double.pi / 64) * 1_600 * 1_600
    #expect(abs(polygon.areaSquareMeters - inscribed) < inscribed * 1e-4)
    #expect(Geometry.disc(center: mosul, radiusMeters: 1_600) == .polygon(polygon))
    #expect(Geometry.disc(center: mosul, radiusMeters: 0) == .point(mosul))
  }

  @Test func `a disc over the antimeridian or a pole keeps its whole area`() {
    let plain = Geometry.disc(
      center: Position(longitude: 0, latitude: 50), radiusMeters: 200_000)
    for longitude in [179.9, -179.5, 180, -180] {
      let center = Position(longitude: longitude, latitude: 50)
      let cut = Geometry.disc(center: center, radiusMeters: 200_000)
      #expect(cut.type == .multiPolygon && cut.polygons.count == 2)
      #expect(abs(cut.areaSquareMeters - plain.areaSquareMeters) < plain.areaSquareMeters * 1e-4)
      cut.forEachPosition { #expect($0.isValid) }
      #expect(cut.covers(Position(longitude: 180, latitude: 50)))
      #expect(cut.covers(Position(longitude: -180, latitude: 50)))
    }
    for latitude in [89.0, -89.5] {
      let polar = Geometry.disc(
        center: Position(longitude: 100, latitude: latitude), radiusMeters: 300_000, segments: 256)
      polar.forEachPosition { #expect($0.isValid) }
      let cap =
        2 * Double.pi * EarthSphere.radiusMeters * EarthSphere.radiusMeters
        * (1 - cos(300_000 / EarthSphere.radiusMeters))
      #expect(abs(polar.areaSquareMeters - cap) < cap * 0.01)
      #expect(polar.covers(Position(longitude: -50, latitude: latitude > 0 ? 90 : -90)))
    }
  }

  @Test func `the distance to a piece is the distance to its nearest place`() {
    var random = SeededGenerator(seed: 62)
    for _ in 0..<60 {
      let points = (0..<3).map { _ in
        mosul.destination(
          bearingDegrees: Double.random(in: 0..<360, using: &random),
          distanceMeters: Double.random(in: 0...30_000, using: &random))
      }
      let measured = points[0].distanceMeters(toSegmentFrom: points[1], to: points[2])
      let sampled = (0...4_000).map { step in
        let part = Double(step) / 4_000
        return points[0].distanceMeters(
          to: Position(
            longitude: points[1].longitude + part * (points[2].longitude - points[1].longitude),
            latitude: points[1].latitude + part * (points[2].latitude - points[1].latitude)))
      }.min()
      let least = sampled ?? 0
      #expect(abs(measured - least) <= max(8, least * 1e-4), "seed \(random.seed)")
    }
  }

  @Test func `the distance to an area is nothing inside and positive outside`() {
    let polygon = Polygon.disc(center: mosul, radiusMeters: 1_000, segments: 256)
    let area = Geometry.polygon(polygon)
    #expect(area.distanceMeters(from: mosul) == 0)
    #expect(abs((polygon.boundaryDistanceMeters(from: mosul) ?? 0) - 1_000) < 1)
    let away = mosul.destination(bearingDegrees: 77, distanceMeters: 3_000)
    #expect(abs((area.distanceMeters(from: away) ?? 0) - 2_000) < 1)
    #expect(Geometry.multiPoint([]).distanceMeters(from: mosul) == nil)
  }
}
