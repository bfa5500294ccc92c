import MapRendering
import SimpleFeatures
import TestSupport
import Testing

@Suite struct HostileNameTests {
  static let names = [
    "\u{1B}[2J\u{1B}[31mRed", "\u{9B}31mC1", "\u{1B}]0;title\u{07}", "\u{202E}gnirts\u{202C}",
    "\u{2066}isolate\u{2069}", "👩\u{200D}👩\u{200D}👧\u{200D}👦", "a\u{200D}\u{200D}\u{200D}b",
    String(repeating: "long ", count: 2_000), String(repeating: "\u{301}", count: 10_000),
    String(repeating: "\u{202E}", count: 500), "\r\nsecond line", "tab\there", "\u{0}nul",
    "e" + String(repeating: "\u{316}", count: 10_000), "\u{E0041}\u{E007F}tag", "⚠\u{FE0F}",
    "الموصل\u{202E}", "\u{FEFF}bom", "\u{FFF9}note\u{FFFB}",
  ]

  @Test(arguments: names, [GlyphSet.text, .ascii, .braille])
  func `No text of a stranger drives the terminal`(name: String, glyphs: GlyphSet) throws {
    let place = MapPlace(
      id: name, position: SyntheticScene.position(50, 25), name: name, shortName: name,
      code: name, names: [.arabic: name])
    for language in MapLanguage.allCases {
      var caption = MapCaption(
        title: name, asOf: name, noun: name, notes: [name],
        features: Dictionary(uniqueKeysWithValues: MapFeature.allCases.map { ($0, name) }),
        attribution: name, hints: [name])
      caption.language = language
      caption.arabicPlacement = .inline
      caption.dataVersion = name
      let scene = MapScene(
        caption: caption, areas: SyntheticScene.areas, lines: SyntheticScene.lines,
        places: [place], symbolClasses: SyntheticScene.classes,
        symbols: [
          MapSymbol(
            id: name, position: SyntheticScene.position(20, 20), classID: 7, radiusMeters: 900,
            summary: name)
        ],
        margin: [MapMarginGroup(id: name, name: name, counts: [7: 1], summaries: [name])],
        reference: MapReference(name: name, position: SyntheticScene.position(50, 25)))
      let view = try MapView(envelope: SyntheticScene.envelope, width: 80, height: 24)
      let map = MapRenderer.render(
        scene, view: view, capabilities: RenderCapabilities(glyphs: glyphs))
      let rows = map.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(rows.allSatisfy { TerminalText(String($0)).columns <= 80 })
      for scalar in map.text.unicodeScalars where scalar != "\n" {
        let isHarmless =
          !(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
          || (0xFE00...0xFE0F).contains(scalar.value) || scalar.value == 0xFEFF
          || (0xE0000...0xE0FFF).contains(scalar.value))
        #expect(isHarmless)
        if !isHarmless { return }
      }
      // JSON may hold what a terminal may not, but escaped.
      let json = MapRenderer.json(scene, view: view)
      #expect(json.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    }
  }
}
