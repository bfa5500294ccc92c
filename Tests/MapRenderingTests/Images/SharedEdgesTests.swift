import Testing

@testable import MapRendering

@Suite struct SharedEdgesTests {
  static func path(_ points: [(Int, Int)]) -> [DisplayPoint] {
    points.map { DisplayPoint($0.0 * DisplayUnit.pixel, $0.1 * DisplayUnit.pixel) }
  }

  static func length(_ paths: [[DisplayPoint]]) -> Int {
    paths.reduce(0) { sum, path in
      sum
        + path.indices.dropFirst().reduce(0) {
          $0 + StrokeOutline.length(path[$1].x - path[$1 - 1].x, path[$1].y - path[$1 - 1].y)
        }
    }
  }

  @Test func `An edge of two squares is drawn once`() {
    let left = Self.path([(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)])
    let right = Self.path([(10, 0), (20, 0), (20, 10), (10, 10), (10, 0)])
    var edges = SharedEdges([left, right])
    let fresh = [left, right].flatMap { edges.fresh($0) }
    #expect(Self.length(fresh) == 70 * DisplayUnit.pixel)
  }

  @Test func `An edge with a corner on one side only is drawn once`() {
    let large = Self.path([(0, 0), (10, 0), (10, 20), (0, 20), (0, 0)])
    let upper = Self.path([(10, 0), (20, 0), (20, 8), (10, 8), (10, 0)])
    let lower = Self.path([(10, 8), (20, 8), (20, 20), (10, 20), (10, 8)])
    var edges = SharedEdges([large, upper, lower])
    let fresh = [large, upper, lower].flatMap { edges.fresh($0) }
    #expect(Self.length(fresh) == (60 + 28 + 22) * DisplayUnit.pixel)
  }

  @Test func `Corners that differ by less than can be seen are one`() {
    let left = Self.path([(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)])
    let right = [(321, 2), (640, 0), (640, 320), (318, 319), (321, 2)].map {
      DisplayPoint($0.0, $0.1)
    }
    var edges = SharedEdges([left, right])
    let fresh = [left, right].flatMap { edges.fresh($0) }
    #expect(abs(Self.length(fresh) - 70 * DisplayUnit.pixel) < 8)
  }
}
