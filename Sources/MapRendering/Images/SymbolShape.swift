/// The shape of a class of symbols as geometry, the same in every picture.
package enum SymbolShape: Sendable, Hashable, CaseIterable {
  case fisheye
  case disc
  case square
  case diamond
  case ring
  case asterisk
  case cross
  case triangle
  case plus
  case hexagon

  /// The shape of a class; a hexagon where its character is not known.
  package init(_ symbolClass: MapSymbolClass) {
    self = Self(symbolClass.unicode) ?? .hexagon
  }

  /// The shape that looks like a character, if any does.
  package init?(_ character: Character) {
    switch character {
    case "◉", "⊚": self = .fisheye
    case "∙", "◍": self = .disc
    case "◼", "▪", "⊞", "⊡": self = .square
    case "❖", "✦", "⊠": self = .diamond
    case "◦", "◻", "▫": self = .ring
    case "✱", "✸", "⊛": self = .asterisk
    case "✕", "✗", "⊗": self = .cross
    case "▴", "▵", "⌂": self = .triangle
    case "✚": self = .plus
    default: return nil
    }
  }

  /// One closed outline.
  package enum Outline: Sendable, Hashable {
    /// A circle around the middle.
    case circle(radius: Int)
    /// Corners, offsets from the middle.
    case polygon([DisplayPoint])
  }

  /// The outlines that are filled by the even–odd rule, the outer one first.
  ///
  /// - Parameter radius: Units from the middle to the edge; shapes look equally large.
  /// - Returns: One to three.
  package func outlines(radius: Int) -> [Outline] {
    func corners(_ points: [(Int, Int)]) -> Outline {
      .polygon(points.map { DisplayPoint($0.0 * radius / 100, $0.1 * radius / 100) })
    }
    switch self {
    case .fisheye:
      return [
        .circle(radius: radius), .circle(radius: radius * 72 / 100),
        .circle(radius: radius * 42 / 100),
      ]
    case .disc: return [.circle(radius: radius)]
    case .ring: return [.circle(radius: radius), .circle(radius: radius * 55 / 100)]
    case .square: return [corners([(-88, -88), (88, -88), (88, 88), (-88, 88)])]
    case .diamond: return [corners([(0, -120), (120, 0), (0, 120), (-120, 0)])]
    case .triangle: return [corners([(0, -110), (110, 85), (-110, 85)])]
    case .hexagon:
      return [corners([(-50, -87), (50, -87), (100, 0), (50, 87), (-50, 87), (-100, 0)])]
    case .plus:
      return [
        corners([
          (-32, -105), (32, -105), (32, -32), (105, -32), (105, 32), (32, 32), (32, 105),
          (-32, 105), (-32, 32), (-105, 32), (-105, -32), (-32, -32),
        ])
      ]
    case .cross:
      return [
        corners([
          (-65, -107), (0, -42), (65, -107), (107, -65), (42, 0), (107, 65), (65, 107), (0, 42),
          (-65, 107), (-107, 65), (-42, 0), (-107, -65),
        ])
      ]
    case .asterisk:
      return [
        corners([
          (-20, -110), (20, -110), (20, -35), (85, -72), (105, -38), (40, 0), (105, 38), (85, 72),
          (20, 35), (20, 110), (-20, 110), (-20, 35), (-85, 72), (-105, 38), (-40, 0),
          (-105, -38), (-85, -72), (-20, -35),
        ])
      ]
    }
  }

  /// The radius of a symbol that stands alone.
  package static func radius(of weight: MapSymbolWeight) -> Int {
    switch weight {
    case .light: DisplayUnit.pixel * 9 / 2
    case .medium: DisplayUnit.pixel * 5
    case .heavy: DisplayUnit.pixel * 11 / 2
    case .extreme: DisplayUnit.pixel * 6
    }
  }

  /// The radii of the arcs on either side of it that show its size, as flanks do in cells: thin, so
  /// that what lies under them is still seen.
  package static func arcs(of weight: MapSymbolWeight) -> [Int] {
    let radii = [17, 23, 29].map { DisplayUnit.pixel * $0 / 2 }
    return switch weight {
    case .light: []
    case .medium: Array(radii.prefix(1))
    case .heavy: Array(radii.prefix(2))
    case .extreme: radii
    }
  }

  /// Units of an arc's line.
  package static let arcWidth = DisplayUnit.pixel * 8 / 5

  /// From the middle to the outermost line.
  package static func extent(of weight: MapSymbolWeight) -> Int {
    (arcs(of: weight).last ?? radius(of: weight)) + arcWidth
  }
}
