import TestSupport
import Testing

@testable import MapRendering

@Suite struct CoverageTests {
  /// The cover of all pixels, 2048 for a whole one.
  static func cover(
    _ outlines: [[DisplayPoint]], _ rule: CoverageFill.Rule, width: Int = 16, height: Int = 16
  ) -> [[Int]] {
    var coverage = CoverageFill(width: width, height: height)
    for outline in outlines { coverage.add(outline) }
    var pixels = Array(repeating: Array(repeating: 0, count: width), count: height)
    coverage.finish(rule) { row, run, cover in
      for pixel in run { pixels[row][pixel] = Int(cover[pixel]) }
    }
    return pixels
  }

  static func box(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int) -> [DisplayPoint] {
    [(x0, y0), (x1, y0), (x1, y1), (x0, y1)].map { DisplayPoint($0.0, $0.1) }
  }

  @Test func `A box covers whole and part pixels by its area`() {
    let cover = Self.cover([Self.box(256, 256, 3 * 256 + 64, 2 * 256 + 128)], .evenOdd)
    #expect(cover[1][1] == 2048 && cover[1][2] == 2048 && cover[1][3] == 512)
    #expect(cover[2][1] == 1024 && cover[2][3] == 256)
    #expect(cover[0].allSatisfy { $0 == 0 } && cover[3].allSatisfy { $0 == 0 })
    #expect(cover[1][0] == 0 && cover[1][4] == 0)
  }

  @Test func `Even-odd leaves holes and non-zero unites`() {
    let boxes = [Self.box(0, 0, 2560, 2560), Self.box(512, 512, 1536, 1536)]
    let holed = Self.cover(boxes, .evenOdd)
    let united = Self.cover(boxes, .nonZero)
    #expect(holed[3][3] == 0 && holed[1][1] == 2048 && holed[8][8] == 2048)
    #expect(united[3][3] == 2048 && united[1][1] == 2048)
  }

  @Test func `The cover of any triangle sums up to its area`() {
    var generator = SeededGenerator(seed: 502)
    for _ in 0..<200 {
      let points = (0..<3).map { _ in
        DisplayPoint(
          Int.random(in: 0...4096, using: &generator), Int.random(in: 0...4096, using: &generator))
      }
      let doubled = abs(
        (points[1].x - points[0].x) * (points[2].y - points[0].y)
          - (points[2].x - points[0].x) * (points[1].y - points[0].y))
      let sum = Self.cover([points], .evenOdd).joined().reduce(0, +)
      // Areas in 1/65536 pixels, sums in 1/2048. What lies between two scan lines at a corner is
      // missed or added, two pixels at most: half a line's step along the width of the canvas.
      let area = doubled / 64
      let error = abs(sum - area)
      #expect(error <= 4096, "\(points), seed \(generator.seed)")
    }
  }

  @Test func `What lies outside the canvas is clipped and not wrapped`() {
    let cover = Self.cover([Self.box(-9999, -9999, 700, 99_999)], .evenOdd)
    for row in cover { #expect(row.prefix(4) == [2048, 2048, 188 * 8, 0]) }
  }

  @Test func `A stroke is as wide as it was asked to be`() {
    var outlines: [[DisplayPoint]] = []
    StrokeOutline(halfWidth: 384, hasRoundCaps: false).trace([
      DisplayPoint(0, 2048), DisplayPoint(4096, 2048),
    ]) { outlines.append($0) }
    let cover = Self.cover(outlines, .nonZero)
    for column in 0..<16 {
      let sum = cover.map { $0[column] }.reduce(0, +)
      #expect(sum == 3 * 2048)
    }
    // The same at 45°, by area: 3 pixels wide, 8·√2 long.
    outlines = []
    StrokeOutline(halfWidth: 384, hasRoundCaps: false).trace([
      DisplayPoint(1024, 1024), DisplayPoint(3072, 3072),
    ]) { outlines.append($0) }
    let sum = Self.cover(outlines, .nonZero).joined().reduce(0, +)
    #expect(abs(sum - Int(3 * 8 * 1.41421 * 2048)) < 1200, "sum \(sum)")
  }

  @Test func `Dashes are on and off in turn along the whole path`() {
    var outlines: [[DisplayPoint]] = []
    StrokeOutline(halfWidth: 128, dash: [512, 256], hasRoundCaps: false).trace([
      DisplayPoint(0, 128), DisplayPoint(1280, 128), DisplayPoint(4096, 128),
    ]) { outlines.append($0) }
    let row = Self.cover(outlines, .nonZero, height: 1)[0]
    #expect(row.map { $0 > 0 } == (0..<16).map { $0 % 3 != 2 }, "\(row)")
  }

  @Test func `Square roots are the largest whole ones`() {
    var generator = SeededGenerator(seed: 503)
    let numbers =
      [0, 1, 2, 3, 4, 15, 16, 17, 1 << 40, Int(Int32.max)]
      + (0..<500).map { _ in Int.random(in: 0...(1 << 50), using: &generator) }
    for number in numbers {
      let root = StrokeOutline.squareRoot(number)
      #expect(root * root <= number && (root + 1) * (root + 1) > number)
    }
  }
}
