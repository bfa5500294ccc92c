import JSONText
import MapRendering
import SimpleFeatures
import TestSupport
import Testing

@Suite struct AuditTests {
  /// Boxes apart by a blank column, inside the picture, off the signs, no rank passed over.
  private func check(_ map: RenderedMap, _ comment: Comment) {
    let audit = map.audit
    #expect(audit.boxes.count == map.placedLabels.count, comment)
    #expect(audit.hidden.count == map.hiddenLabelCount, comment)
    #expect(audit.violations.isEmpty, comment)
    #expect(audit.eligiblePlacedCount <= audit.eligibleCount, comment)
    var rows: [Int: [Range<Int>]] = [:]
    for box in audit.boxes {
      let cells = box.column..<box.column + box.width
      let isInside =
        box.column >= 0 && box.row >= 0 && cells.upperBound <= audit.pictureSize.columns
        && box.row < audit.pictureSize.rows
      #expect(isInside, comment)
      let halo = box.column - 1..<cells.upperBound + 1
      let isApart = rows[box.row, default: []].allSatisfy { !$0.overlaps(halo) }
      #expect(isApart, comment)
      rows[box.row, default: []].append(cells)
      // The name of a river stands on water, where signs may be its neighbours.
      for sign in map.clusters where sign.row == box.row && box.priority != nil {
        #expect(!(sign.column..<sign.column + sign.width).overlaps(halo), comment)
      }
    }
  }

  @Test func `Anything anywhere keeps the rules`() throws {
    var generator = SeededGenerator(seed: 61)
    for round in 0..<30 {
      let scene = RandomScene.make(&generator)
      let view = try MapView(
        envelope: SyntheticScene.envelope, width: Int.random(in: 20...200, using: &generator),
        height: Int.random(in: 5...60, using: &generator))
      let glyphs = GlyphSet.pictures[round % GlyphSet.pictures.count]
      let map = MapRenderer.render(
        scene, view: view, capabilities: RenderCapabilities(glyphs: glyphs))
      check(map, "seed \(generator.seed), \(view.width)x\(view.height), \(glyphs)")
    }
  }

  /// A grid of districts with one name each, and symbols strewn over it.
  private func city(_ generator: inout SeededGenerator, symbols: Int) -> MapScene {
    var areas: [MapArea] = []
    var places: [MapPlace] = []
    for row in 0..<8 {
      for column in 0..<9 {
        let (x, y) = (Double(column) * 11, Double(row) * 6)
        let id = "\(row * 9 + column)"
        areas.append(
          MapArea(
            id: id, order: row * 9 + column, role: .district,
            polygons: SyntheticScene.box(x, y, x + 11, y + 6), tint: column % 4))
        let length = Int.random(in: 4...16, using: &generator)
        places.append(
          MapPlace(
            id: id, rank: 1, position: SyntheticScene.position(x + 5.5, y + 3),
            name: String(repeating: "abcd ", count: 4).prefix(length) + "x",
            shortName: "ab \(id)", areaID: id))
      }
    }
    return MapScene(
      caption: SyntheticScene.caption, areas: areas, places: places,
      symbolClasses: SyntheticScene.classes,
      symbols: (0..<symbols).map { index in
        MapSymbol(
          id: "\(index)",
          position: SyntheticScene.position(
            Double.random(in: 0...100, using: &generator),
            Double.random(in: 0...50, using: &generator)), classID: 7)
      })
  }

  @Test func `Of 72 districts at 120x40, 95 in a hundred are named in every view`() throws {
    var generator = SeededGenerator(seed: 62)
    for round in 0..<12 {
      let scene = city(&generator, symbols: round * 8)
      let view = try MapView(envelope: SyntheticScene.envelope, width: 120, height: 40)
      let map = MapRenderer.render(scene, view: view)
      check(map, "seed \(generator.seed), round \(round)")
      let audit = map.audit
      #expect(audit.eligibleCount >= 60)
      #expect(audit.placedShare >= 0.95, "seed \(generator.seed), round \(round)")
    }
  }

  @Test(.enabled(if: MosulScene.isPresent))
  func `Views all over Mosul keep the rules`() throws {
    var generator = SeededGenerator(seed: 63)
    let scene = try MosulScene.load()
    for _ in 0..<16 {
      let across = Double.random(in: 1_500...30_000, using: &generator)
      let view = try MapView(
        center: Position(
          longitude: Double.random(in: 43.05...43.22, using: &generator),
          latitude: Double.random(in: 36.3...36.4, using: &generator)),
        metersAcross: across, width: Int.random(in: 80...200, using: &generator),
        height: Int.random(in: 24...60, using: &generator))
      let map = MapRenderer.render(
        scene, view: view, capabilities: RenderCapabilities(glyphs: .braille))
      check(map, "seed \(generator.seed), \(across) m")
      if view.width >= 120, view.height >= 40 {
        #expect(map.audit.placedShare >= 0.95, "seed \(generator.seed), \(across) m")
      }
    }
  }

  @Test func `The audit's JSON says what the audit says`() throws {
    let view = try MapView(envelope: SyntheticScene.envelope, width: 100, height: 30)
    let audit = MapRenderer.render(SyntheticScene.make(), view: view).audit
    let root = try #require(JSONValue(parsing: audit.json).object)
    #expect(root["columns"]?.integer == 100)
    #expect(root["labels"]?.array?.count == audit.boxes.count)
    #expect(root["eligible"]?.integer == audit.eligibleCount)
    #expect(root["placedShare"]?.double == audit.placedShare)
    let first = try #require(root["labels"]?.array?.first?.object)
    #expect(first["place"]?.string == "bridge")
    #expect(first["priority"]?.integer == 0)
    #expect(audit.eligibleCount == 4)
    #expect(audit.placedShare == 1)
  }
}
