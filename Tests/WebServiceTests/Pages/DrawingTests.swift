import Assessment
import Inquiry
import Records
import SimpleFeatures
import TestSupport
import Testing

@testable import WebService

@Suite struct DrawingTests {
  private func mark(
    _ id: String, _ longitude: Double, _ latitude: Double, radius: Double = 250,
    grade: Grade? = .fair, title: String = "Strike", isApproximate: Bool = false
  ) throws -> SVGMap.Mark {
    SVGMap.Mark(
      subject: .incident(try SampleRegister.id(id)), title: title,
      position: Position(longitude: longitude, latitude: latitude), radiusMeters: radius,
      grade: grade, isApproximate: isApproximate)
  }

  private func drawing(_ map: SVGMap, in language: PageLanguage = .english) -> String {
    var page = PageWriter(PageScope(language: language))
    map.write(to: &page)
    return String(decoding: page.html.bytes, as: UTF8.self)
  }

  @Test func `a known map is drawn as it was looked at`() throws {
    let square = Geometry.polygon(
      Polygon(
        exteriorRing: LinearRing([
          Position(longitude: 43.10, latitude: 36.32), Position(longitude: 43.14, latitude: 36.32),
          Position(longitude: 43.14, latitude: 36.36), Position(longitude: 43.10, latitude: 36.36),
          Position(longitude: 43.10, latitude: 36.32),
        ])))
    let river = Geometry.lineString(
      LineString([
        Position(longitude: 43.09, latitude: 36.37), Position(longitude: 43.15, latitude: 36.31),
      ]))
    let shapes = [
      MapShape(role: .district, name: "Quarter", geometry: square, isApproximate: true),
      MapShape(role: .water, name: "River", geometry: river, isApproximate: false),
    ].compactMap(\.self)
    let map = try #require(
      SVGMap(
        [
          try mark("A", 43.11, 36.33, grade: .confirmed), try mark("B", 43.12, 36.34, radius: 900),
          try mark("C", 43.13, 36.35, grade: nil, isApproximate: true),
        ], on: shapes))
    expectGolden(Array(drawing(map).utf8), "map.svg")
  }

  @Test func `a hostile title stays text`() throws {
    let map = try #require(
      SVGMap([try mark("A", 43, 36, title: "\"/><script>alert('x')</script>\u{202E}")], on: []))
    let read = MarkupReader(drawing(map))
    #expect(read.faults.isEmpty)
    #expect(!read.elements.contains { $0.name == "script" })
    #expect(read.text.contains("<script>alert('x')</script>\u{FFFD}"))
  }

  @Test func `circles are to scale, wide ones below, and never too small to see`() throws {
    let map = try #require(
      SVGMap(
        [
          try mark("small", 43.10, 36.34, radius: 1), try mark("wide", 43.14, 36.34, radius: 1_000),
          try mark("far", 43.20, 36.34, radius: 50_000),
        ], on: []))
    #expect(map.marks.map(\.radiusMeters) == [50_000, 1_000, 1])
    let radii = MarkupReader(drawing(map)).values(of: "r", in: "circle").compactMap { Double($0) }
    try #require(radii.count == 3)
    #expect(radii[2] == 12)
    #expect(abs(radii[1] - 1_000 * map.projection.unitsPerMeter) < 0.06)
    #expect(abs(radii[0] - 50_000 * map.projection.unitsPerMeter) < 0.06)
    #expect(map.cutsCircles)
  }

  @Test func `distances on the drawing are those on the sphere`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let latitude = Double.random(in: -60...60, using: &random)
      let middle = Position(
        longitude: Double.random(in: -180...180, using: &random), latitude: latitude)
      let projection = MapProjection(Envelope(middle).expanded(byMeters: 5_000), width: 960)
      let bearing = Double.random(in: 0..<360, using: &random)
      let target = middle.destination(bearingDegrees: bearing, distanceMeters: 4_000)
      let (from, to) = (projection.point(middle), projection.point(target))
      let length = ((from.x - to.x) * (from.x - to.x) + (from.y - to.y) * (from.y - to.y))
        .squareRoot()
      let meters = length / projection.unitsPerMeter
      // The scale is true at the middle latitude; over 5 km at 60° it is off by under 0.2 %.
      #expect(abs(meters - 4_000) < 8, "seed \(random.seed): \(middle)")
      #expect(to.x >= 0 && to.x <= 960 && to.y >= 0 && to.y <= projection.height)
    }
  }

  @Test func `the antimeridian does not tear a map apart`() throws {
    let map = try #require(
      SVGMap([try mark("A", 179.99, 10), try mark("B", -179.99, 10)], on: []))
    #expect(map.projection.unitsPerMeter > 0.05)
    let (a, b) = (
      map.projection.point(Position(longitude: 179.99, latitude: 10)),
      map.projection.point(Position(longitude: -179.99, latitude: 10))
    )
    #expect(b.x > a.x && b.x - a.x < 960)
  }

  @Test func `more marks than can be read are cut, and it is said`() throws {
    let marks = try (0..<1_200).map { try mark("I\($0)", 43 + Double($0) / 10_000, 36) }
    let map = try #require(SVGMap(marks, on: []))
    #expect(map.marks.count == SVGMap.markLimit)
    #expect(map.markCount == 1_200)
    #expect(drawing(map).contains("1000 / 1200"))
    #expect(SVGMap([], on: []) == nil)
  }

  @Test func `numbers of a drawing are finite whatever comes in`() {
    #expect("\(svg: 1.25)|\(svg: -0.04)|\(svg: 3)" == "1.3|0|3")
    #expect("\(svg: .nan)|\(svg: .infinity)|\(svg: -1e300)" == "0|0|-100000")
  }

  @Test func `a chart climbs by steps and leaves gaps where nothing is known`() throws {
    let days = try ["2017-03-17", "2017-03-20", "2017-03-25"].map(SampleRegister.day)
    func range(_ low: Int?, _ high: Int?, isOpen: Bool = false) -> HarmRange<ClaimID> {
      HarmRange(
        minimum: low.map { RangeEnd(value: $0, claims: [], rule: .lowestReported) },
        maximum: high.map {
          RangeEnd(value: $0, claims: [], rule: .highestReported, isOpen: isOpen)
        })
    }
    let chart = try #require(
      StepChart([
        .init(day: days[0], range: range(nil, nil)),
        .init(day: days[1], range: range(40, 40, isOpen: true)),
        .init(day: days[2], range: range(61, 278)),
      ]))
    var page = PageWriter(PageScope(language: .english))
    chart.write(to: &page)
    expectGolden(page.html.bytes, "chart.svg")
    #expect(StepChart([.init(day: days[0], range: range(nil, nil))]) == nil)
    #expect(StepChart([]) == nil)
  }
}
