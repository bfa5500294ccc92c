import MapRendering
import SimpleFeatures
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct ScaleBarTests {
  @Test func `The bar is right within a column wherever it is`() throws {
    var generator = SeededGenerator(seed: 41)
    let scene = MapScene(caption: MapCaption(title: "t"))
    for _ in 0..<300 {
      let center = Position(
        longitude: Double.random(in: -180...180, using: &generator),
        latitude: Double.random(in: -70...70, using: &generator))
      let across = pow(10, Double.random(in: 2.5...6, using: &generator))
      let width = Int.random(in: 40...400, using: &generator)
      let view = try MapView(
        center: center, metersAcross: across, width: width, height: 30,
        cellAspect: Double.random(in: 0.3...0.8, using: &generator))
      guard let bar = MapRenderer.render(scene, view: view).scaleBar else {
        Issue.record("no scale bar at \(center), \(across) m, \(width) columns")
        continue
      }
      // The width was asked for in metres, so a column is a known share of it.
      let columns = Double(bar.meters) / (across / Double(width))
      #expect(abs(columns - Double(bar.columns)) < 1, "seed \(generator.seed)")
      if width >= 60 { #expect(bar.columns >= 15, "seed \(generator.seed)") }
      #expect(isRound(bar.meters))
    }
  }

  @Test func `The bar agrees with the great circle between its ends`() throws {
    let box = Envelope(west: 43.0, south: 36.28, east: 43.3, north: 36.4)
    let view = try MapView(envelope: box, width: 120, height: 60)
    let bar = try #require(
      MapRenderer.render(MapScene(caption: MapCaption(title: "t")), view: view).scaleBar)
    let degrees = 0.3 * Double(bar.columns) / 120
    let end = Position(longitude: 43.1 + degrees, latitude: 36.34)
    let meters = haversine(Position(longitude: 43.1, latitude: 36.34), end)
    let column = meters / Double(bar.columns)
    #expect(abs(meters - Double(bar.meters)) < column)
  }

  @Test(arguments: [-70.0, -45, -10, 0, 23, 36.34, 52, 66])
  func `Read from the picture, the bar spans what it says at every latitude`(
    latitude: Double
  ) throws {
    for across in [800.0, 12_000, 90_000] {
      let center = Position(longitude: 20, latitude: latitude)
      let view = try MapView(center: center, metersAcross: across, width: 120, height: 24)
      let map = MapRenderer.render(MapScene(caption: MapCaption(title: "t")), view: view)
      let bar = try #require(map.scaleBar)
      let line = try #require(
        map.text.split(separator: "\n").first { $0.contains("|--") && $0.contains(bar.label) })
      #expect(line.filter { $0 == "-" }.count + 2 == bar.columns)
      // The bar laid through the middle of the picture, its ends taken back to the ground.
      let row = map.pictureSize.rows / 2
      let first = (map.pictureSize.columns - bar.columns) / 2
      let west = try #require(map.view.position(column: first, row: row))
      let east = try #require(map.view.position(column: first + bar.columns, row: row))
      let meters = haversine(west, east)
      #expect(abs(meters - Double(bar.meters)) < meters / Double(bar.columns))
    }
  }

  private func isRound(_ number: Int) -> Bool {
    var rest = number
    while rest > 0, rest % 10 == 0 { rest /= 10 }
    return [1, 2, 5].contains(rest)
  }

  private func haversine(_ from: Position, _ to: Position) -> Double {
    let radians = Double.pi / 180
    let latitude = sin((to.latitude - from.latitude) * radians / 2)
    let longitude = sin((to.longitude - from.longitude) * radians / 2)
    let share =
      latitude * latitude + cos(from.latitude * radians) * cos(to.latitude * radians) * longitude
      * longitude
    return 2 * 6_371_008.8 * asin(sqrt(share))
  }
}
