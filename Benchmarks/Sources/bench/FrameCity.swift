import Foundation
import MapRendering
import SimpleFeatures

/// A made-up city for frames: districts, a river with its banks, streets and names, some 6,000 short
/// segments in all, and symbols on it.
enum FrameCity {
  static let box = Envelope(west: 43.02, south: 36.28, east: 43.25, north: 36.42)

  /// The city with so many symbols in view.
  ///
  /// - Parameters:
  ///   - count: How many symbols.
  ///   - shift: Moves the symbols by thousandths of the box: another day's.
  /// - Returns: The scene.
  static func scene(count: Int, shift: Int = 0) -> MapScene {
    var random = FixedGenerator(state: 20_161_017)
    return MapScene(
      caption: caption, areas: districts(&random) + [water], lines: [river] + streets(&random),
      places: places, symbolClasses: classes, symbols: symbols(count, shift))
  }

  private static let caption = MapCaption(
    title: "bench", asOf: "as of 2017-03-25", noun: "incidents",
    features: [.water: "river", .road: "street", .approximateBoundary: "district"],
    attribution: "made up")

  private static let classes = ["@", "#", "%", "o"].enumerated().map { rank, letter in
    MapSymbolClass(
      id: rank, rank: rank, ascii: letter.utf8.first ?? 0x2A, unicode: Character(letter),
      colour: [.vermillion, .orange, .yellow, .skyBlue][rank], word: "class \(rank)")
  }

  private static func symbols(_ count: Int, _ shift: Int) -> [MapSymbol] {
    var random = FixedGenerator(state: 7)
    return (0..<count).map { order in
      MapSymbol(
        id: "\(order)", order: order,
        position: at(
          Double.random(in: 0..<1, using: &random) * 0.99 + Double(shift) / 1000,
          Double.random(in: 0..<1, using: &random)), classID: order % 4)
    }
  }

  private static func at(_ x: Double, _ y: Double) -> Position {
    Position(
      longitude: box.west + min(max(x, 0), 1) * box.width,
      latitude: box.south + min(max(y, 0), 1) * (box.north - box.south))
  }

  /// Eight by seven cells with bent sides of eight segments.
  private static func districts(_ random: inout FixedGenerator) -> [MapArea] {
    (0..<56).map { index in
      let (left, low) = (Double(index % 8) / 8, Double(index / 8) / 7)
      let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)]
      var ring: [Position] = []
      for (from, to) in zip(corners, corners.dropFirst()) {
        for step in 0..<8 {
          let share = Double(step) / 8
          ring.append(
            at(
              left + (from.0 + (to.0 - from.0) * share) / 8
                + Double.random(in: -0.004...0.004, using: &random),
              low + (from.1 + (to.1 - from.1) * share) / 7
                + Double.random(in: -0.004...0.004, using: &random)))
        }
      }
      if let first = ring.first { ring.append(first) }
      return MapArea(
        id: "d\(index)", order: index, role: .district,
        polygons: [Polygon(exteriorRing: LinearRing(ring))], tint: index % 4 + 1,
        isApproximate: true)
    }
  }

  private static func course(_ offset: Double) -> [Position] {
    (0...400).map { step in
      let y = Double(step) / 400
      return at(0.5 + 0.06 * sin(y * 9) + 0.02 * sin(y * 31) + offset, y)
    }
  }

  private static let river = MapLine(
    id: "river", role: .river, paths: [LineString(course(0))], isApproximate: true)

  private static let water = MapArea(
    id: "banks", order: 100, role: .water,
    polygons: [Polygon(exteriorRing: LinearRing(course(-0.01) + course(0.01).reversed()))])

  /// Streets of ten segments each.
  private static func streets(_ random: inout FixedGenerator) -> [MapLine] {
    (0..<270).map { index in
      var (x, y) = (
        Double.random(in: 0..<1, using: &random), Double.random(in: 0..<1, using: &random)
      )
      let path = (0...10).map { _ in
        x += Double.random(in: -0.012...0.012, using: &random)
        y += Double.random(in: -0.012...0.012, using: &random)
        return at(x, y)
      }
      return MapLine(id: "s\(index)", order: index, role: .road, paths: [LineString(path)])
    }
  }

  private static let places: [MapPlace] = (0..<56).map { index in
    MapPlace(
      id: "p\(index)", rank: 1, order: index,
      position: at((Double(index % 8) + 0.5) / 8, (Double(index / 8) + 0.5) / 7),
      name: "District \(index)", shortName: "D\(index)", areaID: "d\(index)")
  }
}
