import MapRendering
import SimpleFeatures

/// A small city on a river, made up, with one of everything.
enum SyntheticScene {
  static let envelope = Envelope(west: 10, south: 50, east: 10.1, north: 50.05)

  static func make() -> MapScene {
    MapScene(
      caption: caption, areas: areas, lines: lines, bridges: bridges, places: places,
      symbolClasses: classes, symbols: symbols)
  }

  static let classes = [
    MapSymbolClass(
      id: 7, rank: 0, ascii: UInt8(ascii: "@"), unicode: "◉", colour: .vermillion, word: "proven"),
    MapSymbolClass(
      id: 8, rank: 1, ascii: UInt8(ascii: "o"), unicode: "▴", colour: .yellow, word: "weak"),
    MapSymbolClass(
      id: 9, rank: 2, ascii: UInt8(ascii: "x"), unicode: "✕", colour: .skyBlue, word: "denied"),
  ]

  static let caption = MapCaption(
    title: "Delta city · test scene", asOf: "as of 2020-01-02", noun: "events", total: 13,
    notes: ["3 have no place"],
    features: [
      .water: "Delta", .bridge: "bridge", .boundary: "wall", .approximateBoundary: "computed",
      .hatch: "somewhere here", .road: "road",
    ],
    weights: [.light: "to 9", .medium: "10-49", .heavy: "50-99", .extreme: "100+"],
    attribution: "data: invented for tests", hints: ["closer: sijil map Harbour"])

  static func position(_ x: Double, _ y: Double) -> Position {
    Position(longitude: 10 + x / 1000, latitude: 50 + y / 1000)
  }

  static func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> [Polygon] {
    let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
    return [Polygon(exteriorRing: LinearRing(corners.map { position($0.0, $0.1) }))]
  }

  static let areas = [
    MapArea(
      id: "north", order: 0, role: .district, polygons: box(4, 28, 40, 48), tint: 1,
      isApproximate: true),
    MapArea(
      id: "harbour", order: 1, role: .district, polygons: box(4, 4, 40, 28), tint: 3,
      isApproximate: true),
    MapArea(id: "east", order: 2, role: .district, polygons: box(60, 4, 96, 48), tint: 0),
    MapArea(id: "fort", order: 3, role: .enclosure, polygons: box(64, 8, 76, 20)),
    MapArea(id: "heath", order: 4, role: .hatch, polygons: box(80, 30, 94, 46)),
    MapArea(id: "lake", order: 5, role: .water, polygons: box(10, 8, 18, 14)),
  ]

  static let lines = [
    MapLine(
      id: "delta", role: .river,
      paths: [
        LineString([
          position(44, 52), position(48, 40), position(46, 26), position(54, 10),
          position(56, -2),
        ])
      ]),
    MapLine(
      id: "high road", role: .road, paths: [LineString([position(0, 25), position(100, 27)])]),
  ]

  static let bridges = [MapBridge(id: "old bridge", position: position(46.2, 26))]

  static let places = [
    MapPlace(
      id: "bridge", rank: 0, role: .point, position: position(46.2, 26), name: "Old Bridge",
      code: "B1"),
    MapPlace(
      id: "north", rank: 1, position: position(22, 38), name: "North Quarter", areaID: "north"),
    MapPlace(
      id: "harbour", rank: 1, position: position(22, 18), name: "Harbour", areaID: "harbour"),
    MapPlace(
      id: "east", rank: 1, position: position(78, 26), name: "East of the Delta",
      shortName: "East", areaID: "east"),
    MapPlace(id: "fort", rank: 2, position: position(70, 14), name: "Fort", areaID: "fort"),
    MapPlace(id: "souk", rank: 3, position: position(30, 10), name: "Şūq al-Ḥadīd"),
  ]

  static let symbols: [MapSymbol] =
    [
      MapSymbol(id: "a", order: 1, position: position(8, 44), classID: 7, weight: .extreme),
      MapSymbol(id: "b", order: 2, position: position(34, 44), classID: 8, weight: .heavy),
      MapSymbol(id: "c", order: 3, position: position(22, 24), classID: 9, weight: .medium),
      MapSymbol(id: "d", order: 4, position: position(90, 20), classID: 9),
      MapSymbol(id: "e", order: 5, position: position(88, 12), classID: 8, count: 2),
      MapSymbol(id: "f", order: 6, position: position(88, 12), classID: 7),
      MapSymbol(id: "g", order: 7, position: position(62, 40), classID: 9, count: 3),
      MapSymbol(id: "outside", order: 8, position: position(5000, 40), classID: 9),
      MapSymbol(
        id: "nowhere", order: 9, position: Position(longitude: .nan, latitude: 0), classID: 9),
    ]
}

/// Scenes of anything anywhere, for properties that hold for all of them.
enum RandomScene {
  static func make(_ generator: inout some RandomNumberGenerator) -> MapScene {
    MapScene(
      caption: MapCaption(
        title: hostile(&generator), asOf: hostile(&generator), noun: hostile(&generator),
        notes: (0..<3).map { _ in hostile(&generator) },
        features: [.water: hostile(&generator), .bridge: hostile(&generator)],
        weights: [.heavy: hostile(&generator)], attribution: hostile(&generator),
        hints: [hostile(&generator)]),
      areas: (0..<Int.random(in: 0...12, using: &generator)).map { index in
        MapArea(
          id: "\(index)", order: index,
          role: MapAreaRole.allCases.randomElement(using: &generator) ?? .district,
          polygons: [Polygon(exteriorRing: LinearRing(path(&generator)))],
          tint: Int.random(in: -1...9, using: &generator),
          isApproximate: Bool.random(using: &generator))
      },
      lines: (0..<Int.random(in: 0...6, using: &generator)).map { index in
        MapLine(
          id: "\(index)", role: MapLineRole.allCases.randomElement(using: &generator) ?? .river,
          paths: [LineString(path(&generator))])
      },
      bridges: (0..<3).map { MapBridge(id: "\($0)", position: position(&generator)) },
      places: (0..<Int.random(in: 0...60, using: &generator)).map { index in
        MapPlace(
          id: "\(index)", rank: Int.random(in: 0...3, using: &generator),
          role: Bool.random(using: &generator) ? .area : .point, position: position(&generator),
          name: hostile(&generator), shortName: hostile(&generator),
          code: Bool.random(using: &generator) ? hostile(&generator) : nil,
          areaID: "\(Int.random(in: 0...12, using: &generator))")
      },
      symbolClasses: SyntheticScene.classes, symbols: symbols(&generator))
  }

  static func symbols(_ generator: inout some RandomNumberGenerator) -> [MapSymbol] {
    (0..<Int.random(in: 0...400, using: &generator)).map { index in
      MapSymbol(
        id: "\(index)", order: Int.random(in: 0...9, using: &generator),
        position: position(&generator), classID: Int.random(in: 6...10, using: &generator),
        weight: MapSymbolWeight.allCases.randomElement(using: &generator) ?? .light,
        count: Bool.random(using: &generator) ? 1 : Int.random(in: -1...4000, using: &generator))
    }
  }

  /// Mostly near 10° E 50° N, sometimes anywhere, sometimes nowhere.
  static func position(_ generator: inout some RandomNumberGenerator) -> Position {
    switch Int.random(in: 0...20, using: &generator) {
    case 0:
      Position(
        longitude: Double.random(in: -180...180, using: &generator),
        latitude: Double.random(in: -90...90, using: &generator))
    case 1: Position(longitude: .nan, latitude: .infinity)
    case 2: Position(longitude: 180, latitude: 90)
    default:
      Position(
        longitude: 10 + Double.random(in: -0.05...0.15, using: &generator),
        latitude: 50 + Double.random(in: -0.02...0.07, using: &generator))
    }
  }

  static func envelope(_ generator: inout some RandomNumberGenerator) -> Envelope {
    switch Int.random(in: 0...6, using: &generator) {
    case 0: Envelope(west: -180, south: -90, east: 180, north: 90)
    case 1: Envelope(west: 179.9, south: -1, east: -179.9, north: 1)
    case 2: Envelope(Position(longitude: 10.03, latitude: 50.02))
    case 3: Envelope(west: 10, south: 89, east: 10.001, north: 90)
    default: SyntheticScene.envelope
    }
  }

  private static func path(_ generator: inout some RandomNumberGenerator) -> [Position] {
    (0..<Int.random(in: 0...30, using: &generator)).map { _ in position(&generator) }
  }

  /// Text that tries to drive the terminal.
  static func hostile(_ generator: inout some RandomNumberGenerator) -> String {
    let pieces = [
      "Hayy", " ", "\u{1B}[31m", "\u{9B}2J", "\u{202E}", "\u{200D}\u{200D}", "e\u{301}\u{301}",
      "城", "\r\n", "\u{7F}", "\u{E0041}", "الموصل", "👩\u{200D}👧", "\u{0}", "Ş", "\u{2066}",
      "\u{FE0F}", "\u{301}", "\t", "·", String(repeating: "\u{316}", count: 20),
    ]
    let count = Int.random(
      in: 0...(Int.random(in: 0...30, using: &generator) == 0 ? 4000 : 6), using: &generator)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }
}
