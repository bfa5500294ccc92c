import SimpleFeatures
import TestSupport
import Testing

@testable import MapRendering

@Suite struct NavigationTests {
  /// A settled view of somewhere, near the antimeridian as often as not.
  private func view(_ generator: inout SeededGenerator) throws -> MapView {
    let center = Position(
      longitude: Bool.random(using: &generator)
        ? Double.random(in: -180...180, using: &generator)
        : 180 - Double.random(in: 0...0.01, using: &generator),
      latitude: Double.random(in: -80...80, using: &generator))
    let fitted = try MapView(
      center: center,
      metersAcross: 1_000_000 / Double(Int.random(in: 1...100_000, using: &generator)),
      width: Int.random(in: 20...300, using: &generator),
      height: Int.random(in: 5...100, using: &generator),
      cellAspect: Double.random(in: 0.3...0.8, using: &generator))
    return fitted.anchored(pictureRows: Int.random(in: 1...fitted.height, using: &generator))
  }

  private func pictureRows(_ view: MapView) -> Int { view.anchor?.pictureRows ?? 0 }

  @Test func `A move and its opposite lead back exactly`() throws {
    var generator = SeededGenerator(seed: 71)
    for _ in 0..<500 {
      let start = try view(&generator)
      var moved = start
      var moves: [(Int, Int)] = []
      for _ in 0..<8 {
        let move = (
          Int.random(in: -300...300, using: &generator), Int.random(in: -9...9, using: &generator)
        )
        moves.append(move)
        moved = moved.panned(columns: move.0, rows: move.1)
      }
      for move in moves.shuffled(using: &generator) {
        moved = moved.panned(columns: -move.0, rows: -move.1)
      }
      #expect(moved == start, "seed \(generator.seed)")
    }
  }

  @Test func `What a move uncovers is where it was reckoned to be`() throws {
    var generator = SeededGenerator(seed: 72)
    for _ in 0..<500 {
      let start = try view(&generator)
      let (columns, rows) = (
        Int.random(in: -500...500, using: &generator), Int.random(in: -20...20, using: &generator)
      )
      guard let beyond = start.position(column: columns, row: rows) else { continue }
      let moved = start.panned(columns: columns, rows: rows)
      let cell = try #require(moved.cell(of: beyond), "seed \(generator.seed)")
      #expect(cell == (0, 0), "seed \(generator.seed)")
    }
  }

  @Test func `Each cell's position falls into that cell, in the picture too`() throws {
    var generator = SeededGenerator(seed: 73)
    for _ in 0..<300 {
      let view = try view(&generator)
      let rows = try #require(view.anchor).pictureRows
      let viewport = Viewport(view, columns: view.width, rows: rows, dots: .twoByFour)
      for _ in 0..<20 {
        let column = Int.random(in: 0..<view.width, using: &generator)
        let row = Int.random(in: 0..<rows, using: &generator)
        guard let position = view.position(column: column, row: row) else { continue }
        let cell = try #require(view.cell(of: position), "seed \(generator.seed)")
        #expect(cell == (column, row), "seed \(generator.seed)")
        let world = try #require(WorldPosition(position))
        let drawn = try #require(viewport.cell(world), "seed \(generator.seed)")
        #expect(drawn == (column, row), "seed \(generator.seed)")
      }
    }
  }

  @Test func `Zooming keeps the cell under the pointer, and back again`() throws {
    var generator = SeededGenerator(seed: 74)
    for _ in 0..<500 {
      let view = try view(&generator)
      let column = Int.random(in: 0..<view.width, using: &generator)
      let row = Int.random(in: 0..<pictureRows(view), using: &generator)
      guard let position = view.position(column: column, row: row), abs(view.center.latitude) < 60
      else { continue }
      let factor = Double.random(in: 1.1...4, using: &generator)
      let near = view.zoomed(by: factor, aboutColumn: column, row: row)
      let cell = try #require(near.cell(of: position), "seed \(generator.seed)")
      #expect(cell == (column, row), "seed \(generator.seed)")
      let before = try #require(view.anchor)
      let after = try #require(near.anchor)
      #expect(after.unitsPerColumn <= before.unitsPerColumn)
      let back = near.zoomed(by: factor, aboutColumn: column, row: row)
      #expect(back.cell(of: position).map { $0 == (column, row) } == true)
    }
  }

  @Test func `Halving and doubling the scale leads back to the same cells`() throws {
    var generator = SeededGenerator(seed: 75)
    for _ in 0..<200 {
      let start = try MapView(
        center: Position(longitude: 43.1, latitude: 36.3), metersAcross: 40_000, width: 120,
        height: 40
      ).anchored(pictureRows: 30)
      let column = Int.random(in: 0..<120, using: &generator)
      let row = Int.random(in: 0..<30, using: &generator)
      let back = start.zoomed(by: 2, aboutColumn: column, row: row)
        .zoomed(by: 0.5, aboutColumn: column, row: row)
      for _ in 0..<20 {
        let (x, y) = (
          Int.random(in: 0..<120, using: &generator), Int.random(in: 0..<30, using: &generator)
        )
        let position = try #require(start.position(column: x, row: y))
        let cell = try #require(back.cell(of: position), "seed \(generator.seed)")
        #expect(cell == (x, y), "seed \(generator.seed)")
      }
    }
  }

  @Test func `Scales end at metres and at the world`() throws {
    let start = try MapView(
      center: Position(longitude: 43.1, latitude: 36.3), metersAcross: 40_000, width: 120,
      height: 40
    ).anchored(pictureRows: 30)
    var near = start
    var far = start
    for _ in 0..<60 {
      near = near.zoomed(by: 2, aboutColumn: 60, row: 15)
      far = far.zoomed(by: 0.5, aboutColumn: 60, row: 15)
    }
    #expect(near.metersAcross > 3 && near.metersAcross < 30)
    #expect(far.envelope.west == -180 && far.envelope.east == 180)
    #expect(far.zoomed(by: .nan, aboutColumn: 0, row: 0) == far)
    for step in [-7, 3] {
      var edge = far
      for _ in 0..<50 { edge = edge.panned(columns: 0, rows: step) }
      #expect(abs(edge.center.latitude) <= 85.06)
    }
    #expect(near.panned(columns: .max, rows: .min).center.isValid)
    let far2 = near.zoomed(by: 1e-300, aboutColumn: .max, row: .min)
    #expect(far2.center.isValid)
  }

  @Test func `The drawn view is the one to go on from`() throws {
    let scene = SyntheticScene.make()
    let view = try MapView(envelope: SyntheticScene.envelope, width: 80, height: 24)
    let map = MapRenderer.render(scene, view: view)
    let again = MapRenderer.render(scene, view: map.view)
    #expect(again.view == map.view)
    #expect(again.pictureSize == map.pictureSize)
    #expect(again.symbolsInView == map.symbolsInView)
    // All of the box asked for is in it, and its middle is the picture's.
    #expect(map.view.envelope.covers(SyntheticScene.envelope))
    #expect(abs(map.view.center.longitude - 10.05) < 0.001)
    #expect(abs(map.view.center.latitude - 50.025) < 0.001)
    let moved = MapRenderer.render(scene, view: map.view.panned(columns: 3, rows: -2))
    let signs = Set(map.clusters.map { [$0.column - 3, $0.row + 2, $0.count] })
    for cluster in moved.clusters where cluster.row > 1 && cluster.column < 76 {
      #expect(signs.contains([cluster.column, cluster.row, cluster.count]))
    }
  }

  @Test func `A frame of another size keeps scale and middle`() throws {
    var generator = SeededGenerator(seed: 76)
    for _ in 0..<200 {
      let start = try view(&generator)
      let other = start.resized(
        width: Int.random(in: 20...300, using: &generator),
        height: Int.random(in: 5...100, using: &generator))
      let before = try #require(start.anchor)
      let after = try #require(other.anchor)
      // Unless the world is smaller than the frame.
      guard after.unitsPerColumn == before.unitsPerColumn else { continue }
      #expect(abs(other.centerX - start.centerX) <= 2 * before.unitsPerColumn)
      #expect(abs(other.centerY - start.centerY) <= 2 * before.unitsPerRow)
    }
    let start = try view(&generator)
    let there = Position(longitude: -12, latitude: 33)
    let middle = try #require(start.centered(on: there).cell(of: there))
    #expect(middle == (start.width / 2, pictureRows(start) / 2))
  }
}
