import SimpleFeatures
import TestSupport
import Testing

@testable import MapRendering

@Suite struct RasterTests {
  @Test func `Filling agrees with asking each sample`() throws {
    var generator = SeededGenerator(seed: 51)
    for _ in 0..<12 {
      let rings = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        LinearRing(ring(&generator))
      }
      let polygon = Polygon(exteriorRing: rings[0], interiorRings: Array(rings.dropFirst()))
      let area = try #require(
        SceneArea.ordered([MapArea(id: "a", role: .district, polygons: [polygon])]).first)
      let view = try MapView(envelope: SyntheticScene.envelope, width: 60, height: 24)
      let viewport = Viewport(view, columns: 60, rows: 24, dots: .twoByFour)
      var filled = Set<[Int]>()
      var fill = AreaFill.dots(viewport)
      fill.fill(area) { row, span in for column in span { filled.insert([row, column]) } }
      let edges = edges(area)
      var wrong = 0
      for row in 0..<viewport.dotRows {
        for column in 0..<viewport.dotColumns {
          let sample = middle(column, row, viewport)
          // Slopes are kept to 1/65536: on edges as long as these, a 300th of a dot.
          if distance(sample, edges) < 32 { continue }
          if covers(sample, edges) != filled.contains([row, column]) { wrong += 1 }
        }
      }
      #expect(wrong == 0, "seed \(generator.seed)")
    }
  }

  private func ring(_ generator: inout SeededGenerator) -> [Position] {
    let positions = (0..<Int.random(in: 3...9, using: &generator)).map { _ in
      SyntheticScene.position(
        Double.random(in: -60...160, using: &generator),
        Double.random(in: -40...90, using: &generator))
    }
    return positions + [positions[0]]
  }

  /// The middle of a dot in world units, by floating point.
  private func middle(_ column: Int, _ row: Int, _ viewport: Viewport) -> (x: Double, y: Double) {
    let unitsX = Double(viewport.fixedUnitsPerColumn) / 256 / 2
    let unitsY = Double(viewport.fixedUnitsPerRow) / 256 / 4
    return (
      Double(viewport.originX) + (Double(column) + 0.5) * unitsX,
      Double(viewport.originY) + (Double(row) + 0.5) * unitsY
    )
  }

  /// The even–odd rule by a ray to the east.
  private func covers(_ point: (x: Double, y: Double), _ edges: [Edge]) -> Bool {
    var isInside = false
    for edge in edges {
      guard (edge.y0 > point.y) != (edge.y1 > point.y) else { continue }
      let x = edge.x0 + (point.y - edge.y0) / (edge.y1 - edge.y0) * (edge.x1 - edge.x0)
      if point.x < x { isInside.toggle() }
    }
    return isInside
  }

  /// World units to the nearest edge.
  private func distance(_ point: (x: Double, y: Double), _ edges: [Edge]) -> Double {
    edges.reduce(.infinity) { nearest, edge in
      let (dx, dy) = (edge.x1 - edge.x0, edge.y1 - edge.y0)
      let length = dx * dx + dy * dy
      let along = (point.x - edge.x0) * dx + (point.y - edge.y0) * dy
      let share = length == 0 ? 0 : min(max(along / length, 0), 1)
      let (x, y) = (edge.x0 + share * dx - point.x, edge.y0 + share * dy - point.y)
      return min(nearest, (x * x + y * y).squareRoot())
    }
  }

  private typealias Edge = (x0: Double, y0: Double, x1: Double, y1: Double)

  private func edges(_ area: SceneArea) -> [Edge] {
    area.rings.flatMap { ring in
      ring.xs.indices.map { index in
        let before = index == 0 ? ring.xs.count - 1 : index - 1
        return (
          Double(ring.xs[before]), Double(ring.ys[before]), Double(ring.xs[index]),
          Double(ring.ys[index])
        )
      }
    }
  }

  @Test func `A line is one run of touching dots from edge to edge`() throws {
    var generator = SeededGenerator(seed: 52)
    for _ in 0..<60 {
      let view = try MapView(envelope: SyntheticScene.envelope, width: 50, height: 20)
      let viewport = Viewport(view, columns: 50, rows: 20, dots: .twoByFour)
      let ends = (0..<2).map { _ in
        SyntheticScene.position(
          Double.random(in: -900...900, using: &generator),
          Double.random(in: -900...900, using: &generator))
      }
      let path = try #require(WorldPath(ends))
      var dots: [(x: Int, y: Int)] = []
      LineRaster(viewport).trace(path) { x, y in dots.append((x, y)) }
      let gaps = zip(dots, dots.dropFirst()).map { max(abs($0.x - $1.x), abs($0.y - $1.y)) }
      #expect(gaps.allSatisfy { $0 <= 1 }, "seed \(generator.seed)")
    }
  }

  @Test func `The bitmap agrees with a set of cells`() {
    var generator = SeededGenerator(seed: 53)
    for _ in 0..<12 {
      let columns = Int.random(in: 1...400, using: &generator)
      var bitmap = OccupancyBitmap(columns: columns, rows: 3)
      var cells = Set<[Int]>()
      for _ in 0..<60 {
        let row = Int.random(in: -1...3, using: &generator)
        let low = Int.random(in: -5...columns + 5, using: &generator)
        let run = low..<low + Int.random(in: 0...90, using: &generator)
        let inside = run.filter { $0 >= 0 && $0 < columns && row >= 0 && row < 3 }
        let count = inside.filter { cells.contains([row, $0]) }.count
        #expect(bitmap.count(row: row, run) == count, "seed \(generator.seed)")
        #expect(bitmap.isFree(row: row, run) == (count == 0), "seed \(generator.seed)")
        let isSet = Bool.random(using: &generator)
        bitmap.set(row: row, run, to: isSet)
        for column in inside {
          if isSet { cells.insert([row, column]) } else { cells.remove([row, column]) }
        }
      }
      let plane = (0..<3 * columns).map { cell in
        cells.contains([cell / columns, cell % columns]) ? UInt8(7) : 0
      }
      let copy = OccupancyBitmap(nonzero: plane, columns: columns)
      for row in 0..<3 {
        #expect(copy.count(row: row, 0..<columns) == bitmap.count(row: row, 0..<columns))
      }
    }
  }

  @Test(arguments: [
    Envelope(west: .nan, south: 0, east: 1, north: 1),
    Envelope(west: 0, south: 2, east: 1, north: 1),
    Envelope(west: 0, south: 0, east: 181, north: 1),
    Envelope(west: 0, south: -91, east: 1, north: 1),
  ])
  func `A box that is not in the world is refused`(envelope: Envelope) {
    #expect(throws: MapRenderingError.self) {
      try MapView(envelope: envelope, width: 80, height: 24)
    }
  }

  @Test func `A view around nothing is refused`() {
    let center = Position(longitude: 43, latitude: 36)
    for span in [0, -1, .nan, .infinity] {
      #expect(throws: MapRenderingError.self) {
        try MapView(center: center, metersAcross: span, width: 80, height: 24)
      }
    }
    let nowhere = Position(longitude: 200, latitude: 0)
    #expect(throws: MapRenderingError.invalidCenter(nowhere)) {
      try MapView(center: nowhere, metersAcross: 1000, width: 80, height: 24)
    }
  }
}
