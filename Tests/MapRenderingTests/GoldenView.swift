import MapRendering
import SimpleFeatures

/// Twelve fixed views that between them show everything a map can have.
enum GoldenView: String, CaseIterable, Sendable {
  case whole, quarter, bridge, far, tall, flatCells, narrowCells, certainty, crowd, bare
  case arabicKey, arabicInline

  /// What there is.
  var scene: MapScene {
    switch self {
    case .certainty: certainty
    case .crowd: crowd
    case .bare: captioned { $0.furniture = [] }
    case .arabicKey: captioned { $0.language = .arabic }
    case .arabicInline:
      captioned {
        $0.language = .arabic
        $0.arabicPlacement = .inline
      }
    default: captioned { _ in }
    }
  }

  /// The part of it that is drawn.
  func view(width: Int, height: Int) throws -> MapView {
    var envelope = SyntheticScene.envelope
    var aspect = 0.5
    switch self {
    case .quarter: envelope = Envelope(west: 10.004, south: 50.004, east: 10.04, north: 50.028)
    case .bridge: envelope = Envelope(west: 10.044, south: 50.024, east: 10.049, north: 50.028)
    case .far: envelope = Envelope(west: 9, south: 49.5, east: 11, north: 50.5)
    case .tall: envelope = Envelope(west: 10.04, south: 50, east: 10.06, north: 50.05)
    case .flatCells: aspect = 0.8
    case .narrowCells: aspect = 0.3
    default: break
    }
    return try MapView(envelope: envelope, width: width, height: height, cellAspect: aspect)
  }

  private static let arabicNames = [
    "bridge": "الجسر القديم", "north": "حي الشمال", "harbour": "الميناء", "east": "شرق الدلتا",
    "fort": "القلعة", "souk": "سوق الحديد", "delta": "الدلتا",
  ]

  private static let places: [MapPlace] =
    (SyntheticScene.places + [
      MapPlace(
        id: "delta", rank: 9, role: .river, position: SyntheticScene.position(50, 25),
        name: "Delta")
    ]).map { place in
      var place = place
      place.names = arabicNames[place.id].map { [.arabic: TerminalText($0)] } ?? [:]
      return place
    }

  private static let margin = [
    MapMarginGroup(id: "w", name: "Westside", counts: [7: 2, 8: 1]),
    MapMarginGroup(id: "", order: 1, name: nil, counts: [9: 1]),
  ]

  private func captioned(_ change: (inout MapCaption) -> Void) -> MapScene {
    var caption = SyntheticScene.caption
    caption.total = 17
    change(&caption)
    return MapScene(
      caption: caption, areas: SyntheticScene.areas, lines: SyntheticScene.lines,
      bridges: SyntheticScene.bridges, places: Self.places,
      symbolClasses: SyntheticScene.classes, symbols: SyntheticScene.symbols,
      margin: Self.margin,
      reference: MapReference(name: "the market", position: SyntheticScene.position(50, 25)))
  }

  /// Few points with their rings, and one area that is all that is known.
  private var certainty: MapScene {
    var caption = SyntheticScene.caption
    caption.total = nil
    caption.notes = []
    caption.features[.radius] = TerminalText("anywhere inside")
    let symbols = [(22.0, 24.0, 900.0), (70, 14, 150), (88, 36, 1_400)].enumerated().map {
      index, point in
      MapSymbol(
        id: "\(index)", order: index, position: SyntheticScene.position(point.0, point.1),
        classID: 7 + index, radiusMeters: point.2, summary: "Event \(index), made up")
    }
    return MapScene(
      caption: caption, areas: SyntheticScene.areas.filter { $0.role != .hatch },
      lines: SyntheticScene.lines, bridges: SyntheticScene.bridges, places: Self.places,
      symbolClasses: SyntheticScene.classes, symbols: symbols,
      margin: [
        MapMarginGroup(
          id: "n", name: "North Quarter", counts: [7: 1],
          hatching: SyntheticScene.box(4, 28, 40, 48), summaries: ["Event 3, made up"])
      ])
  }

  /// Four hundred points of all classes, strewn by a rule.
  private var crowd: MapScene {
    var state: UInt32 = 12_345
    func next(_ limit: UInt32) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int((state >> 8) % limit)
    }
    let symbols = (0..<400).map { index in
      MapSymbol(
        id: "\(index)", order: index,
        position: SyntheticScene.position(
          Double(next(1000)) / 10, Double(next(500)) / 10),
        classID: 7 + next(3), weight: MapSymbolWeight.allCases[next(4)],
        radiusMeters: Double(next(900)))
    }
    var caption = SyntheticScene.caption
    caption.total = nil
    return MapScene(
      caption: caption, areas: SyntheticScene.areas, lines: SyntheticScene.lines,
      bridges: SyntheticScene.bridges, places: Self.places,
      symbolClasses: SyntheticScene.classes, symbols: symbols)
  }
}
