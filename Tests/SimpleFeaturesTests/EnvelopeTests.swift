import SimpleFeatures
import TestSupport
import Testing

@Suite struct EnvelopeTests {
  private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Envelope {
    Envelope(west: west, south: south, east: east, north: north)
  }

  @Test func `the box around positions is the least`() {
    #expect(Envelope(enclosing: [Position]()) == nil)
    let positions = [
      Position(longitude: 3, latitude: -1), Position(longitude: -2, latitude: 5),
      Position(longitude: 0, latitude: 0),
    ]
    #expect(Envelope(enclosing: positions) == box(-2, -1, 3, 5))
    #expect(Geometry.multiPoint(positions).envelope == box(-2, -1, 3, 5))
    #expect(Geometry.geometryCollection([.multiPoint([])]).envelope == nil)
  }

  @Test(arguments: [
    ((0.0, 10.0), (5.0, 20.0), (0.0, 20.0)), ((170.0, 180.0), (-180.0, -170.0), (170.0, -170.0)),
    ((170.0, -170.0), (160.0, 165.0), (160.0, -170.0)), ((-10.0, 10.0), (0.0, 5.0), (-10.0, 10.0)),
    ((170.0, -170.0), (175.0, 178.0), (170.0, -170.0)),
    ((-100.0, 80.0), (70.0, -90.0), (-180.0, 180.0)),
    ((-180.0, 180.0), (170.0, -170.0), (-180.0, 180.0)),
  ])
  func `union is the narrowest box around both`(
    first: (Double, Double), second: (Double, Double), expected: (Double, Double)
  ) {
    let a = box(first.0, 0, first.1, 1)
    let b = box(second.0, -1, second.1, 0.5)
    #expect(a.union(b) == box(expected.0, -1, expected.1, 1))
    #expect(b.union(a) == a.union(b))
  }

  @Test func `union covers both, and covers agrees with positions`() {
    var random = SeededGenerator(seed: 51)
    for _ in 0..<1_000 {
      let boxes = (0..<2).map { _ in
        let latitudes = [random.position().latitude, random.position().latitude].sorted()
        return box(
          random.position().longitude, latitudes[0], random.position().longitude, latitudes[1])
      }
      let whole = boxes[0].union(boxes[1])
      #expect(whole.covers(boxes[0]) && whole.covers(boxes[1]), "seed \(random.seed)")
      let position = random.position()
      if boxes[0].covers(position) { #expect(whole.covers(position), "seed \(random.seed)") }
      if boxes[0].covers(boxes[1]), boxes[1].covers(position) {
        #expect(boxes[0].covers(position), "seed \(random.seed)")
      }
    }
  }

  @Test func `a box grown by a distance holds everything within it`() {
    var random = SeededGenerator(seed: 52)
    for _ in 0..<1_000 {
      let center = random.position()
      let distance = Double.random(in: 1...2_000_000, using: &random)
      let grown = Envelope(center).expanded(byMeters: distance)
      let bearing = Double.random(in: 0...360, using: &random)
      let reached = center.destination(
        bearingDegrees: bearing, distanceMeters: distance * 0.999_999)
      #expect(grown.covers(reached), "\(center) \(distance) \(bearing), seed \(random.seed)")
    }
    let city = box(43, 36, 43.2, 36.4)
    #expect(city.expanded(byMeters: 0) == city)
    let grown = city.expanded(byMeters: 1_000)
    #expect(abs(grown.north - 36.408_993) < 1e-6)
    #expect(abs(grown.west - (43 - 0.011_173)) < 1e-5)
  }

  @Test func `a box near the antimeridian or a pole wraps`() {
    let wrapped = box(179.9, 0, 179.95, 1).expanded(byMeters: 50_000)
    #expect(wrapped.crossesAntimeridian)
    #expect(wrapped.covers(Position(longitude: -179.9, latitude: 0.5)))
    let polar = box(10, 89, 20, 89.5).expanded(byMeters: 100_000)
    #expect(polar.west == -180 && polar.east == 180 && polar.north == 90)
  }
}
