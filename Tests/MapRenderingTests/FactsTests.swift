import JSONText
import MapRendering
import SimpleFeatures
import TestSupport
import Testing

/// The figures that a form of a map gives, read back from its bytes.
private struct Figures: Equatable {
  var inView: Int?
  var outside = 0
  var margin: [String: Int] = [:]
  var notDrawn = 0
  var total: Int?
  var classes: [String: Int] = [:]

  /// Reads the lines of text forms: `10 of 13 events in view`, `@ proven 2`.
  init(lines text: String, classes words: [String: String]) {
    // Broken lines are joined again, and runs of blanks part segments.
    let segments = text.split(separator: "\n").flatMap { line in
      line.split(separator: "   ").map { $0.trimmed }
    }
    for segment in segments {
      let words = segment.split(separator: " ").map { $0.filter { $0 != "," && $0 != "." } }
      if words.count >= 6, words[1] == "of", segment.contains("in view") {
        inView = Int(words[0])
        total = Int(words[2])
      }
      guard let count = words.first.flatMap({ Int($0) }) else { continue }
      let rest = segment.drop { $0 != " " }.trimmed
      if rest.hasPrefix("outside this picture") { outside = count }
      if rest.hasPrefix("known only to ") {
        let area = rest.dropFirst(14).filter { $0 != "." && $0 != ":" }
        margin[String(area)] = count
      }
      if rest.hasPrefix("without a place") { margin[""] = count }
      if rest.hasPrefix("not drawn") { notDrawn = count }
    }
    classes = Self.counts(of: words, in: text)
  }

  /// The figure behind a class's word, as the legend or a sentence has it.
  private static func counts(of words: [String: String], in text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for (word, sign) in words {
      for start in ["\(sign) \(word) ", "\n\(word) ", ", \(word) "] {
        guard counts[word] == nil, let range = text.firstRange(of: start) else { continue }
        let digits = text[range.upperBound...].prefix { $0.isWholeNumber || $0 == "," }
        counts[word] = Int(digits.filter(\.isWholeNumber))
      }
    }
    return counts
  }

  /// Reads the JSON form.
  init(json: [UInt8]) throws {
    let root = try #require(try JSONValue(parsing: json).object)
    let counts = try #require(root["counts"]?.object)
    inView = counts["inView"]?.integer
    outside = counts["outside"]?.integer ?? -1
    notDrawn = counts["notDrawn"]?.integer ?? -1
    total = counts["total"]?.integer
    for group in root["margin"]?.array ?? [] {
      margin[group.object?["area"]?.string ?? ""] = group.object?["count"]?.integer
    }
    for symbolClass in root["classes"]?.array ?? [] {
      guard let count = symbolClass.object?["inView"]?.integer, count > 0 else { continue }
      classes[symbolClass.object?["word"]?.string ?? ""] = count
    }
  }

  var sum: Int { (inView ?? -1) + outside + notDrawn + margin.values.reduce(0, +) }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

@Suite struct FactsTests {
  private func scene(_ generator: inout SeededGenerator) -> MapScene {
    var symbols = RandomScene.symbols(&generator)
    for index in symbols.indices {
      symbols[index].radiusMeters = Double.random(in: 0...2_000, using: &generator)
    }
    let margin = ["Westside", "Old Port", nil].enumerated().map { index, name in
      MapMarginGroup(
        id: "\(index)", order: index, name: name,
        counts: [7: Int.random(in: 0...9, using: &generator), 9: index],
        hatching: index == 0 ? SyntheticScene.box(4, 4, 40, 48) : [])
    }
    var caption = SyntheticScene.caption
    caption.total = nil
    caption.notes = []
    return MapScene(
      caption: caption, areas: SyntheticScene.areas, lines: SyntheticScene.lines,
      bridges: SyntheticScene.bridges, places: SyntheticScene.places,
      symbolClasses: SyntheticScene.classes, symbols: symbols, margin: margin,
      reference: MapReference(name: "the centre", position: SyntheticScene.position(50, 25)))
  }

  @Test func `Every form of a map gives the same figures, and they add up`() throws {
    var generator = SeededGenerator(seed: 71)
    for _ in 0..<30 {
      let scene = scene(&generator)
      let view = try MapView(
        envelope: SyntheticScene.envelope, width: Int.random(in: 90...200, using: &generator),
        height: Int.random(in: 34...60, using: &generator))
      let comment: Comment = "seed \(generator.seed), \(view.width)x\(view.height)"
      let json = try Figures(json: MapRenderer.json(scene, view: view))
      #expect(json.sum == json.total, comment)
      #expect(json.inView == json.classes.values.reduce(0, +), comment)
      for glyphs in GlyphSet.allCases {
        let map = MapRenderer.render(
          scene, view: view, capabilities: RenderCapabilities(glyphs: glyphs))
        let signs = Dictionary(
          uniqueKeysWithValues: SyntheticScene.classes.map { symbolClass in
            (
              symbolClass.word.string,
              glyphs == .ascii
                ? String(Unicode.Scalar(symbolClass.ascii)) : String(symbolClass.unicode)
            )
          })
        let figures = Figures(lines: map.text, classes: signs)
        #expect(figures == json, comment)
        #expect(map.symbolTotal == figures.total, comment)
        #expect(map.facts.inView == figures.inView, comment)
      }
    }
  }

  @Test func `What is only known to an area is no sign`() throws {
    let margin = [
      MapMarginGroup(id: "w", name: "Westside", counts: [7: 5]),
      MapMarginGroup(id: "", order: 1, name: nil, counts: [8: 2]),
    ]
    let scene = MapScene(
      caption: MapCaption(title: "t"), symbolClasses: SyntheticScene.classes, margin: margin)
    let view = try MapView(envelope: SyntheticScene.envelope, width: 80, height: 24)
    let map = MapRenderer.render(scene, view: view)
    #expect(map.clusters.isEmpty)
    #expect(map.symbolTotal == 7)
    #expect(map.text.contains("0 of 7 symbols in view"))
    #expect(map.text.contains("5 known only to Westside"))
    #expect(map.text.contains("2 without a place"))
  }

  @Test func `A total that was said and not shown is not lost`() throws {
    var caption = MapCaption(title: "t")
    caption.total = 9
    let scene = MapScene(
      caption: caption, symbolClasses: SyntheticScene.classes,
      symbols: [MapSymbol(id: "a", position: SyntheticScene.position(50, 25), classID: 7)])
    let view = try MapView(envelope: SyntheticScene.envelope, width: 80, height: 24)
    #expect(MapRenderer.render(scene, view: view).text.contains("8 not drawn"))
  }
}
