import SimpleFeatures
import TestSupport
import Testing

@testable import MapRendering

@Suite struct FrameRendererTests {
  /// Looks of a receiver, each of them drawn for in turn.
  private static let receivers: [RenderCapabilities] =
    GlyphSet.allCases.map { RenderCapabilities(glyphs: $0, colourDepth: .palette256) }
    + [
      RenderCapabilities(), RenderCapabilities(glyphs: .braille, blank: .braille),
      RenderCapabilities(glyphs: .braille, colourDepth: .trueColour, theme: .light),
      RenderCapabilities(glyphs: .braille, ambiguousWidth: .wide),
    ]

  @Test func `A frame is what a map drawn alone is, whatever came before`() throws {
    var generator = SeededGenerator(seed: 101)
    var renderer = FrameRenderer()
    var view = try MapView(envelope: SyntheticScene.envelope, width: 90, height: 28)
    var scene = SyntheticScene.make()
    var capabilities = Self.receivers[2]
    for _ in 0..<70 {
      switch Int.random(in: 0...7, using: &generator) {
      case 0: scene = RandomScene.make(&generator)
      case 1:
        view = view.panned(
          columns: Int.random(in: -9...9, using: &generator),
          rows: Int.random(in: -4...4, using: &generator))
      case 2: view = view.zoomed(by: 1.3, aboutColumn: 40, row: 9)
      case 3:
        view = try MapView(
          envelope: RandomScene.envelope(&generator),
          width: Int.random(in: 1...130, using: &generator),
          height: Int.random(in: 1...40, using: &generator))
      case 4: capabilities = Self.receivers.randomElement(using: &generator) ?? capabilities
      case 6: scene.selection = scene.symbols.ids.randomElement(using: &generator)
      case 5: scene.caption.title = TerminalText(RandomScene.hostile(&generator))
      default: break
      }
      let alone = MapRenderer.render(scene, view: view, capabilities: capabilities)
      renderer.draw(scene, view: view, capabilities: capabilities)
      #expect(renderer.bytes == alone.bytes, "seed \(generator.seed)")
      #expect(renderer.withBytes { Array($0) } == alone.bytes)
      let again = renderer.render(scene, view: view, capabilities: capabilities)
      #expect(again == alone, "seed \(generator.seed)")
    }
  }

  @Test func `Symbols that move within their cells, or change their class, are drawn`() throws {
    let view = try MapView(envelope: SyntheticScene.envelope, width: 80, height: 24)
    let capabilities = RenderCapabilities(glyphs: .braille, colourDepth: .palette256)
    var renderer = FrameRenderer()
    for classID in [7, 8, 9, 7] {
      for count in [1, 2, 3] {
        let scene = MapScene(
          caption: SyntheticScene.caption, areas: SyntheticScene.areas,
          places: SyntheticScene.places, symbolClasses: SyntheticScene.classes,
          symbols: [
            MapSymbol(
              id: "a", position: SyntheticScene.position(50, 25), classID: classID, count: count)
          ])
        renderer.draw(scene, view: view, capabilities: capabilities)
        #expect(
          renderer.bytes
            == MapRenderer.render(scene, view: view, capabilities: capabilities).bytes)
      }
    }
  }

  @Test func `The legend in its corner stays where it is as rings come and go with the selection`()
    throws
  {
    var scene = SyntheticScene.make()
    // As wide as the legend, so that it takes a row of its own.
    scene.caption.features[.radius] = TerminalText("anywhere inside, for nobody says it better")
    let exact = MapSymbol(id: "exact", position: SyntheticScene.position(50, 25), classID: 8)
    let vague = (0..<8).map { index in
      MapSymbol(
        id: "\(index)", position: SyntheticScene.position(10 + Double(index) * 8, 25), classID: 8,
        radiusMeters: 700)
    }
    scene.symbols = SymbolColumns(vague + [exact], classes: SyntheticScene.classes)
    let view = try MapView(envelope: SyntheticScene.envelope, width: 120, height: 40)
    func legend(_ selection: String?) throws -> (rows: Range<Int>, says: Bool) {
      scene.selection = selection
      let map = MapRenderer.render(scene, view: view)
      let picture = MapRenderer.compose(scene, view, GlyphSet.ascii.tier).picture
      return (try #require(picture.corner).rows, map.text.contains("() anywhere inside"))
    }
    let (none, vagueOne, exactOne) = (try legend(nil), try legend("3"), try legend("exact"))
    #expect(!none.says && vagueOne.says && !exactOne.says)
    #expect(vagueOne.rows == exactOne.rows)
    #expect(none.rows.count < exactOne.rows.count, "no room is kept where nothing is selected")
    scene.symbols = SymbolColumns([exact], classes: SyntheticScene.classes)
    #expect(try legend("exact").rows.count < exactOne.rows.count, "nor where no ring can come")
  }

  @Test func `Maps drawn at once on many threads are the same`() async throws {
    let scene = SyntheticScene.make()
    let view = try MapView(envelope: SyntheticScene.envelope, width: 100, height: 30)
    let expected = Self.receivers.map {
      MapRenderer.render(scene, view: view, capabilities: $0).bytes
    }
    let drawn = await withTaskGroup(of: [[UInt8]].self) { group in
      for _ in 0..<8 {
        group.addTask { @concurrent in
          Self.receivers.map { MapRenderer.render(scene, view: view, capabilities: $0).bytes }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(drawn.count == 8 && drawn.allSatisfy { $0 == expected })
  }
}
