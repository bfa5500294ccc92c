import Testing

@testable import MapRendering

@Suite struct StrokeFontTests {
  @Test func `The font has ASCII, transliteration and the signs of captions`() {
    let letters =
      (0x21...0x7E).compactMap { Unicode.Scalar($0) }
      + "āīūĀĪŪḥṣḍṭẓḤṢḌṬẒġšḫḏṯžçşğéèüöäâîûÇŞʿʾ’‘“”–—…·°×±≤≥→←↑".unicodeScalars
    for letter in letters {
      let glyph = StrokeFont.shared.glyph(letter)
      #expect(glyph?.strokes.isEmpty == false, "\(letter)")
    }
    #expect(StrokeFont.shared.covers(TerminalText("Ḥayy al-Ṣiḥḥa · 3–4 km")))
    #expect(!StrokeFont.shared.covers(TerminalText("الموصل")))
  }

  @Test func `Every letter lies in its cell and no two look the same`() {
    var seen: [[[DisplayPoint]]: Unicode.Scalar] = [:]
    for value in 0x21..<0x2300 {
      guard let letter = Unicode.Scalar(value), let glyph = StrokeFont.shared.glyph(letter) else {
        continue
      }
      let points = glyph.strokes.joined()
      #expect(
        points.allSatisfy { (0...7 * 256).contains($0.x) && (0...15 * 256).contains($0.y) },
        "\(letter)")
      #expect(glyph.low <= glyph.high)
      // Quotes and half rings of one shape are the same sign in different alphabets.
      let twins: Set<Unicode.Scalar> = ["‘", "’", "ʻ", "ʼ", "^", "ˆ"]
      if let other = seen[glyph.strokes], !twins.contains(letter) {
        Issue.record("\(letter) looks like \(other)")
      }
      seen[glyph.strokes] = letter
    }
    #expect(seen.count > 300)
  }

  @Test func `Marks stand above small and tall letters without touching them`() {
    func highest(_ letter: Unicode.Scalar) -> Int? {
      StrokeFont.shared.glyph(letter)?.strokes.joined().map(\.y).min()
    }
    #expect(highest("ā") == 4 * 256 && highest("a") == 6 * 256)
    #expect(highest("Ā") == 256 && highest("A") == 3 * 256)
  }
}
