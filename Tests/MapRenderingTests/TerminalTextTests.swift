import MapRendering
import TestSupport
import Testing

@Suite struct TerminalTextTests {
  @Test func `Plain text passes unchanged`() {
    let text = TerminalText("Hayy al-Jadida 17 (west)")
    #expect(text.string == "Hayy al-Jadida 17 (west)")
    #expect(text.columns == 24)
    #expect(text.isASCII)
  }

  @Test(
    "What could drive a terminal becomes U+FFFD",
    arguments: [
      "\u{0}", "\u{7}", "\u{8}", "\t", "\n", "\r", "\u{1B}", "\u{7F}", "\u{80}", "\u{85}", "\u{9B}",
      "\u{9D}", "\u{AD}", "\u{61C}", "\u{180E}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}",
      "\u{200F}", "\u{2028}", "\u{2029}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}",
      "\u{202E}", "\u{2060}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{206F}",
      "\u{3164}", "\u{FE0F}", "\u{FEFF}", "\u{FFF9}", "\u{1D173}", "\u{E0001}", "\u{E0041}",
      "\u{E007F}", "\u{E0100}", "\u{1F3FB}", "\u{1F1EE}",
    ] as [Unicode.Scalar])
  func refusal(scalar: Unicode.Scalar) {
    #expect(TerminalText("a\(scalar)b").string == "a\u{FFFD}b")
    #expect(TerminalText("a\(scalar)b").columns == 3)
  }

  @Test func `Every scalar that comes out is harmless`() {
    for block in UInt32(0)..<0x1100 {
      var text = ""
      for value in block * 0x100..<(block + 1) * 0x100 {
        guard let scalar = Unicode.Scalar(value) else { continue }
        text.unicodeScalars.append("a")
        text.unicodeScalars.append(scalar)
      }
      for out in TerminalText(text).string.unicodeScalars where !out.isASCII || out.value < 0x20 {
        switch out.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
          Issue.record("U+\(String(out.value, radix: 16)) passes")
        default: break
        }
      }
    }
  }

  @Test func `An escape sequence comes out as text`() {
    #expect(
      TerminalText("\u{1B}[2J\u{1B}]0;owned\u{7}").string == "\u{FFFD}[2J\u{FFFD}]0;owned\u{FFFD}")
  }

  @Test func `A line feed passes only where it is allowed`() {
    let text = TerminalText("one\ntwo two\r\n", lineFeeds: .allowed)
    #expect(text.string == "one\ntwo two\u{FFFD}\n")
    #expect(text.columns == 8)
  }

  @Test func `A character keeps eight combining marks`() {
    let text = TerminalText("e" + String(repeating: "\u{301}", count: 10_000) + "x")
    #expect(text.string.unicodeScalars.count == 1 + 8 + 1 + 1)
    #expect(text.columns == 3)
  }

  @Test func `A mark without a character under it is refused`() {
    #expect(TerminalText("\u{301}a").string.unicodeScalars.first == "\u{FFFD}")
    #expect(TerminalText("\u{1B}\u{301}").string.unicodeScalars.allSatisfy { $0 == "\u{FFFD}" })
  }

  @Test func `Joiners pass between Arabic letters and nowhere else`() {
    #expect(TerminalText("می\u{200C}خواهم").string == "می\u{200C}خواهم")
    #expect(TerminalText("a\u{200D}b").string == "a\u{FFFD}b")
    #expect(!TerminalText("م\u{200D}\u{200D}\u{200D}م").string.unicodeScalars.contains("\u{200D}"))
    #expect(TerminalText("👩\u{200D}👧").string == "👩\u{FFFD}👧")
  }

  @Test(
    "Widths are those of the filtered text",
    arguments: [
      ("", 0), ("Mosul", 5), ("الموصل", 6), ("مُوصِل", 4), ("城市", 4), ("👩", 2), ("Şūq", 3),
      ("a\u{3000}b", 3), ("·", 1), ("\u{FFFD}", 1), ("⣿", 1),
    ])
  func width(text: String, columns: Int) {
    #expect(TerminalText(text).columns == columns)
  }

  @Test func `Ambiguous characters are two wide where the terminal says so`() {
    #expect(TerminalText("a·b", ambiguousWidth: .wide).columns == 4)
  }

  @Test func `Cutting and filling give the exact width`() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<500 {
      let text = TerminalText(RandomScene.hostile(&generator))
      let width = Int.random(in: 0...40, using: &generator)
      let fitted = text.fitted(to: width)
      // A wide character that would be halved leaves its first column blank.
      #expect(fitted.columns == width, "seed \(generator.seed)")
      #expect(TerminalText(fitted.string) == fitted, "seed \(generator.seed)")
      #expect(text.truncated(to: width).columns <= width)
    }
    #expect(TerminalText("Old City").truncated(to: 5).string == "Old …")
    #expect(TerminalText("Old City").truncated(to: 6, ellipsis: .asciiEllipsis).string == "Old...")
    #expect(TerminalText("城市城").truncated(to: 4).string == "城…")
    #expect(TerminalText("7").padded(to: 3, alignment: .trailing).string == "  7")
    #expect(TerminalText("ab").padded(to: 5, alignment: .center).string == " ab  ")
  }

  @Test func `Wrapping keeps every word and the width`() {
    let text = TerminalText("a claim by the ministry of Antidisestablishmentarianism")
    let lines = text.wrapped(to: 12)
    #expect(lines.allSatisfy { $0.columns <= 12 })
    #expect(
      lines.map(\.string) == [
        "a claim by", "the ministry", "of", "Antidisestab", "lishmentaria", "nism",
      ])
    #expect(TerminalText("").wrapped(to: 3).map(\.string) == [""])
  }

  @Test(
    "Folding to ASCII keeps what has a plain form",
    arguments: [
      ("Şūq al-Ḥadīd", "Suq al-Hadid"), ("Æro – œuvre…", "AEro - oeuvre..."), ("ʿAyn", "'Ayn"),
      ("الموصل", "??????"), ("e\u{301}", "e"), ("ß · →", "ss - ->"),
    ])
  func folding(text: String, folded: String) {
    #expect(TerminalText(text).asciiFolded.string == folded)
    #expect(TerminalText(text).asciiFolded.isASCII)
  }

  @Test func `Nothing of two possible widths is left where that matters`() throws {
    #expect(TerminalText("Şūq · 3–4 → café …").widthSafe.string == "Şuq - 3-4 -> cafe ...")
    #expect(TerminalText("الموصل 城 ▴").widthSafe.string == "الموصل 城 ▴")
    let view = try MapView(envelope: SyntheticScene.envelope, width: 90, height: 30)
    for glyphs in GlyphSet.pictures {
      let map = MapRenderer.render(
        SyntheticScene.make(), view: view,
        capabilities: RenderCapabilities(glyphs: glyphs, ambiguousWidth: .wide))
      for row in map.text.split(separator: "\n") {
        let text = String(row)
        #expect(
          TerminalText(text).columns == TerminalText(text, ambiguousWidth: .wide).columns)
      }
    }
  }

  @Test func `Right-to-left text is told apart`() {
    #expect(TerminalText("الموصل").isRightToLeft)
    #expect(TerminalText("נינוה").isRightToLeft)
    #expect(!TerminalText("Şūq 城").isRightToLeft)
  }
}
