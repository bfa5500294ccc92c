import SimpleFeatures
import TestSupport
import Testing

@testable import MapRendering

@Suite struct ArabicTests {
  /// Forms in reading order, as an independent shaper gives them (arabic-reshaper of PyPI), turned
  /// round here.
  @Test(
    "Letters take the form that their neighbours ask for",
    arguments: [
      ("الموصل", "FE8D FEDF FEE4 FEEE FEBB FEDE"),
      ("دجلة", "FEA9 FE9F FEE0 FE94"),
      ("الأندلس", "FE8D FEF7 FEE7 FEAA FEDF FEB2"),
      ("الإصلاح", "FE8D FEF9 FEBB FEFC FEA1"),
      ("لا", "FEFB"), ("بلا", "FE91 FEFC"), ("لآ", "FEF5"),
      ("رأس الكور", "FEAD FE83 FEB1 20 FE8D FEDF FEDC FEEE FEAD"),
      ("ماء", "FEE3 FE8E FE80"), ("مـا", "FEE3 640 FE8E"), ("على", "FECB FEE0 FEF0"),
      ("باب", "FE91 FE8E FE8F"), ("ب", "FE8F"),
    ])
  func forms(text: String, forms: String) throws {
    let shaped = try #require(ArabicShaping.visual(TerminalText(text)))
    let reading = shaped.string.unicodeScalars.reversed().map {
      String($0.value, radix: 16, uppercase: true)
    }
    #expect(reading.joined(separator: " ") == forms)
  }

  @Test func `A mark stays on its letter and does not part its neighbours`() throws {
    let shaped = try #require(ArabicShaping.visual(TerminalText("مُوصِل")))
    #expect(shaped.columns == 4)
    let scalars = shaped.string.unicodeScalars.map(\.value)
    #expect(scalars == [0xFEDE, 0xFEBB, 0x650, 0xFEEE, 0xFEE3, 0x64F])
  }

  @Test func `Figures and Latin runs keep their direction, brackets turn`() throws {
    let shaped = try #require(ArabicShaping.visual(TerminalText("حي 17 (A2)")))
    #expect(shaped.string == "(A2) 17 \u{FEF2}\u{FEA3}")
  }

  @Test func `A joiner that forbids joining is heeded`() throws {
    let shaped = try #require(ArabicShaping.visual(TerminalText("بل\u{200C}ب")))
    #expect(shaped.string.unicodeScalars.map(\.value) == [0xFE8F, 0xFEDE, 0xFE91])
  }

  @Test func `A letter without a form in the block is not half joined`() {
    #expect(ArabicShaping.visual(TerminalText("گرد")) == nil)
  }

  @Test func `All letters have forms of their own, and those are one column wide`() {
    var seen: Set<UInt32> = []
    for value in Array(0x621...0x63A) + Array(0x641...0x64A) {
      guard let letter = Unicode.Scalar(UInt32(value)) else { continue }
      // Alone, between two letters that join, and at either end of such a word.
      for word in ["\(letter)", "ب\(letter)ب", "\(letter)ب", "ب\(letter)"] {
        guard let shaped = ArabicShaping.visual(TerminalText(word)) else { continue }
        #expect(shaped.columns == word.unicodeScalars.count)
        seen.formUnion(shaped.string.unicodeScalars.map(\.value))
      }
    }
    // All of U+FE80…U+FEF4 but what only alef maksura's missing forms would reach.
    #expect(Set(0xFE80...0xFEF4).isSubset(of: seen))
    #expect(seen.allSatisfy { (0xFE80...0xFEFC).contains($0) })
  }

  private func scene(_ change: (inout MapCaption) -> Void) -> MapScene {
    var caption = SyntheticScene.caption
    caption.language = .arabic
    change(&caption)
    let places = [("ا", "الشمال", 22.0, 38.0), ("ب", "الميناء", 22, 18)].map {
      MapPlace(
        id: $0.0, position: SyntheticScene.position($0.2, $0.3), name: "Latin " + $0.1.prefix(0),
        names: [.arabic: $0.1])
    }
    return MapScene(
      caption: caption, areas: SyntheticScene.areas, lines: SyntheticScene.lines, places: places,
      symbolClasses: SyntheticScene.classes, symbols: SyntheticScene.symbols)
  }

  @Test func `By the safe rule, canvas rows hold no Arabic and key rows end in it`() throws {
    let view = try MapView(envelope: SyntheticScene.envelope, width: 100, height: 40)
    let map = MapRenderer.render(
      scene { _ in }, view: view, capabilities: RenderCapabilities(glyphs: .braille))
    let rows = map.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for row in rows.dropFirst().prefix(map.pictureSize.rows) {
      #expect(!TerminalText(row).isRightToLeft)
    }
    #expect(map.placedLabels.map(\.text.string) == ["<1>", "<2>"])
    #expect(rows.contains(" <1> الشمال"))
    #expect(rows.contains(" <2> الميناء"))
  }

  @Test func `Inline names stand on the canvas in visual order`() throws {
    let view = try MapView(envelope: SyntheticScene.envelope, width: 100, height: 40)
    let map = MapRenderer.render(
      scene { $0.arabicPlacement = .inline }, view: view,
      capabilities: RenderCapabilities(glyphs: .braille))
    let shaped = try #require(ArabicShaping.visual(TerminalText("الشمال")))
    #expect(map.placedLabels.first?.text == shaped)
    #expect(map.text.contains(shaped.string))
  }

  @Test func `In ASCII the Latin name stands for the Arabic one`() throws {
    let view = try MapView(envelope: SyntheticScene.envelope, width: 100, height: 40)
    let map = MapRenderer.render(scene { _ in }, view: view)
    #expect(map.placedLabels.allSatisfy { $0.form == .name && $0.text.isASCII })
    #expect(map.bytes.allSatisfy { $0 < 0x80 })
  }
}
