import MapRendering
import TestSupport
import Testing

@Suite struct GoldenTests {
  struct Frame: Sendable, CustomStringConvertible {
    let width: Int
    let height: Int
    let glyphs: GlyphSet
    let depth: ColourDepth

    var description: String { "\(width)x\(height)-\(glyphs)-\(depth)" }

    static let all = [(40, 12), (80, 24), (120, 40)].flatMap { size in
      GlyphSet.pictures.flatMap { glyphs in
        [ColourDepth.none, .palette256].map { depth in
          Frame(width: size.0, height: size.1, glyphs: glyphs, depth: depth)
        }
      }
    }
  }

  @Test(arguments: Frame.all)
  func `The test city looks as it did`(frame: Frame) throws {
    let view = try MapView(
      envelope: SyntheticScene.envelope, width: frame.width, height: frame.height)
    let map = MapRenderer.render(
      SyntheticScene.make(), view: view,
      capabilities: RenderCapabilities(glyphs: frame.glyphs, colourDepth: frame.depth))
    expectGolden(map.bytes, "\(frame).ans")
  }
}
