import JSONText
import SimpleFeatures
import TestSupport
import Testing

@testable import MapRendering

/// Scenes whose things are shown by their names: they are counted, and have no signs.
@Suite struct NamedSceneTests {
  private func scene(hasSigns: Bool, symbols: [MapSymbol]) -> MapScene {
    var caption = SyntheticScene.caption
    caption.total = nil
    caption.notes = []
    return MapScene(
      caption: caption, areas: SyntheticScene.areas, lines: SyntheticScene.lines,
      bridges: SyntheticScene.bridges, places: SyntheticScene.places,
      symbolClasses: SyntheticScene.classes, symbols: symbols,
      margin: [MapMarginGroup(id: "", name: nil, counts: [7: 4])],
      reference: MapReference(name: "the centre", position: SyntheticScene.position(50, 25)),
      symbolsHaveSigns: hasSigns)
  }

  @Test func `counts are those of the same things with signs`() throws {
    var generator = SeededGenerator(seed: 58)
    for _ in 0..<40 {
      let symbols = (0..<generator.integer(in: 0...30)).map { index in
        MapSymbol(
          id: "\(index)", order: index,
          position: SyntheticScene.position(
            Double(generator.integer(in: -20...120)), Double(generator.integer(in: -10...60))),
          classID: 7 + generator.integer(in: 0...2), count: generator.integer(in: 1...3),
          radiusMeters: Double(generator.integer(in: 0...900)))
      }
      let view = try MapView(
        envelope: SyntheticScene.envelope, width: generator.integer(in: 60...160),
        height: generator.integer(in: 24...60))
      let named = scene(hasSigns: false, symbols: symbols)
      // Fixed cells: a legend of signs would take rows from the picture.
      let anchored = view.anchored(pictureRows: 20)
      let with = MapRenderer.render(
        scene(hasSigns: true, symbols: symbols), view: anchored,
        capabilities: RenderCapabilities(glyphs: .braille))
      for glyphs in GlyphSet.allCases where glyphs != .text {
        let without = MapRenderer.render(
          named, view: anchored, capabilities: RenderCapabilities(glyphs: glyphs))
        let comment: Comment = "seed \(generator.seed), \(glyphs)"
        #expect(without.clusters.isEmpty, comment)
        let facts = without.facts
        #expect(facts.inView + facts.outside + 4 == facts.total, comment)
        #expect(facts.classes.reduce(0) { $0 + $1.inView } == facts.inView, comment)
        if without.pictureSize == with.pictureSize {
          #expect(facts == with.facts, comment)
        }
        #expect(without.text.contains("\(facts.inView) of \(facts.total) events in view"), comment)
      }
    }
  }

  @Test func `the picture is that of a scene without them`() throws {
    let view = try MapView(envelope: SyntheticScene.envelope, width: 110, height: 40)
    let named = scene(hasSigns: false, symbols: SyntheticScene.symbols)
    let empty = scene(hasSigns: true, symbols: [])
    for glyphs in GlyphSet.allCases where glyphs != .text {
      let capabilities = RenderCapabilities(glyphs: glyphs)
      let map = MapRenderer.grid(
        named, view: view.anchored(pictureRows: 24), capabilities: capabilities)
      let plain = MapRenderer.grid(
        empty, view: view.anchored(pictureRows: 24), capabilities: capabilities)
      let rows = 1..<1 + min(map.map.pictureSize.rows, plain.map.pictureSize.rows)
      // The legend's corner apart, which both have.
      for row in rows {
        let cells = row * map.grid.columns..<(row + 1) * map.grid.columns
        #expect(map.grid.cells[cells] == plain.grid.cells[cells], "\(glyphs), row \(row)")
      }
      #expect(!map.map.text.contains("proven"), "no class in the legend")
    }
  }

  @Test func `sentences name each by its surroundings, not by itself`() throws {
    let view = try MapView(envelope: SyntheticScene.envelope, width: 100, height: 40)
    let bridge = MapSymbol(
      id: "bridge", position: SyntheticScene.position(46.2, 26), classID: 7,
      summary: "Old Bridge, bridge")
    let harbour = MapSymbol(
      id: "harbour", order: 1, position: SyntheticScene.position(22, 18), classID: 8,
      summary: "Harbour, district")
    let text = MapRenderer.render(
      scene(hasSigns: false, symbols: [bridge, harbour]), view: view,
      capabilities: RenderCapabilities(glyphs: .text)
    ).text
    #expect(text.contains("1. Old Bridge, bridge."))
    #expect(!text.contains("nearest bridge Old Bridge, 0 m"))
    #expect(!text.contains("Outside every district"))
    #expect(text.contains("2. Harbour, district."))
    #expect(!text.contains("In Harbour"))
    #expect(text.contains("proven 1, weak 1."))
  }

  @Test func `a renderer tells scenes with signs from those without`() throws {
    let view = try MapView(envelope: SyntheticScene.envelope, width: 100, height: 34)
    var renderer = FrameRenderer()
    for hasSigns in [true, false, true, true, false] {
      let scene = scene(hasSigns: hasSigns, symbols: SyntheticScene.symbols)
      #expect(
        renderer.render(scene, view: view, capabilities: RenderCapabilities()).bytes
          == MapRenderer.render(scene, view: view).bytes)
    }
  }
}
