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
    for _ in 0..<60 {
      switch Int.random(in: 0...6, using: &generator) {
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
