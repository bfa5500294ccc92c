import Foundation
import TestSupport
import Testing

@testable import MapRendering

@Suite struct GoldenTests {
  /// One golden file: a view at a size, in characters and colours.
  struct Frame: Sendable, CustomStringConvertible {
    let view: GoldenView
    let width: Int
    let height: Int
    let glyphs: GlyphSet
    let depth: ColourDepth
    var theme = ColourTheme.dark

    var capabilities: RenderCapabilities {
      RenderCapabilities(glyphs: glyphs, colourDepth: depth, theme: theme)
    }

    var description: String {
      "\(view)-\(width)x\(height)-\(glyphs)-\(depth)" + (theme == .light ? "-light" : "")
    }

    /// The files kept as bytes, for people to look at: `cat` shows them.
    static let kept: [Frame] =
      GlyphSet.pictures.flatMap { glyphs in
        [(80, 24), (120, 40)].flatMap { size in
          [ColourDepth.none, .palette256].map {
            Frame(view: .whole, width: size.0, height: size.1, glyphs: glyphs, depth: $0)
          }
        }
      }
      + GoldenView.allCases.filter { $0 != .whole }.map {
        Frame(view: $0, width: 100, height: 34, glyphs: .braille, depth: .none)
      }
      + [
        Frame(view: .whole, width: 40, height: 12, glyphs: .ascii, depth: .none),
        Frame(view: .certainty, width: 80, height: 24, glyphs: .text, depth: .none),
        Frame(view: .arabicKey, width: 80, height: 24, glyphs: .text, depth: .none),
        Frame(view: .whole, width: 100, height: 34, glyphs: .braille, depth: .trueColour),
        Frame(
          view: .whole, width: 100, height: 34, glyphs: .braille, depth: .palette256,
          theme: .light),
      ]
  }

  @Test(arguments: Frame.kept)
  func `The test city looks as it did`(frame: Frame) throws {
    let map = MapRenderer.render(
      frame.view.scene, view: try frame.view.view(width: frame.width, height: frame.height),
      capabilities: frame.capabilities)
    let name = "\(frame).ans"
    let cells = differences(map.bytes, name, frame)
    if !cells.isEmpty { Issue.record("\(name) differs\n\(cells.joined(separator: "\n"))") }
    expectGolden(map.bytes, name)
  }

  /// The first cells in which a golden file and a map differ.
  private func differences(_ bytes: [UInt8], _ name: String, _ frame: Frame) -> [String] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Goldens/\(name)")
    guard frame.glyphs != .text, let expected = try? [UInt8](Data(contentsOf: file)),
      expected != bytes
    else { return [] }
    var screens = [expected, bytes].map { bytes in
      var screen = TestScreen(columns: frame.width, rows: frame.height + 1)
      screen.print(bytes)
      return screen.cells
    }
    let actual = screens.removeLast()
    return zip(screens[0], actual).enumerated().filter { $0.element.0 != $0.element.1 }.prefix(8)
      .map { index, cells in
        "row \(index / frame.width), column \(index % frame.width): "
          + "\(cells.0) was expected, \(cells.1) came"
      }
  }

  /// Every view in all characters, colours and sizes, as a hash of its bytes.
  ///
  /// Colours change no cell but what stands behind it, so two grids give four encodings.
  @Test func `All forms of all views have the bytes they had`() throws {
    let sizes = [(40, 12), (80, 24), (120, 40), (200, 60)]
    var lines: [String] = []
    for view in GoldenView.allCases {
      let scene = view.scene
      for size in sizes {
        let frame = try view.view(width: size.0, height: size.1)
        for glyphs in GlyphSet.pictures {
          for depths in [[ColourDepth.none, .ansi16], [.palette256, .trueColour]] {
            let grid = MapRenderer.grid(
              scene, view: frame,
              capabilities: RenderCapabilities(glyphs: glyphs, colourDepth: depths[0])
            ).grid
            for depth in depths {
              let bytes = grid.encoded(
                capabilities: RenderCapabilities(glyphs: glyphs, colourDepth: depth))
              lines.append("\(view) \(size.0)x\(size.1) \(glyphs) \(depth) \(hash(bytes))")
            }
          }
        }
        let text = MapRenderer.render(
          scene, view: frame, capabilities: RenderCapabilities(glyphs: .text))
        lines.append("\(view) \(size.0)x\(size.1) text none \(hash(text.bytes))")
      }
    }
    #expect(lines.count == 12 * 4 * (5 * 4 + 1))
    expectGolden(Array((lines.joined(separator: "\n") + "\n").utf8), "hashes.txt")
  }

  /// FNV-1a, 64 bits: enough to tell that bytes changed, and the same on every machine.
  private func hash(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
