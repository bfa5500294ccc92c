import Foundation
import SimpleFeatures
import TestSupport
import Testing

@testable import MapRendering

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements and texts of a document, read by an XML parser that is not ours.
private final class DocumentReader: NSObject, XMLParserDelegate {
  var elements: [(name: String, attributes: [String: String])] = []
  /// The text of each `text` element that is not hidden from readers.
  var texts: [String] = []
  var titles: [String] = []
  private var open = ""
  private var hiddenDepth = 0
  private var depth = 0

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    depth += 1
    elements.append((name, attributes))
    open = ""
    if hiddenDepth == 0, attributes["aria-hidden"] == "true" { hiddenDepth = depth }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { open += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "text", hiddenDepth == 0 { texts.append(open) }
    if name == "title" || name == "desc" { titles.append(open) }
    if depth == hiddenDepth { hiddenDepth = 0 }
    depth -= 1
  }
}

@Suite struct SVGTests {
  fileprivate static func read(_ document: [UInt8]) throws -> DocumentReader {
    let reader = DocumentReader()
    let parser = XMLParser(data: Data(document))
    parser.delegate = reader
    let isWellFormed = parser.parse()
    try #require(isWellFormed, "\(String(describing: parser.parserError))")
    return reader
  }

  static func view(_ width: Int, _ height: Int) throws -> MapView {
    try MapView(envelope: SyntheticScene.envelope, width: width, height: height)
  }

  @Test(arguments: ColourTheme.allCases)
  func `The test city looks as it did`(theme: ColourTheme) throws {
    let document = MapRenderer.svg(
      SyntheticScene.make(), view: try Self.view(80, 24), theme: theme)
    expectGolden(document, "80x24-\(theme).svg")
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func `A drawing says what the characters say`(size: (Int, Int)) throws {
    let scene = SyntheticScene.make()
    let view = try Self.view(size.0, size.1)
    let map = MapRenderer.render(
      scene, view: view, capabilities: RenderCapabilities(glyphs: .braille))
    let read = try Self.read(MapRenderer.svg(scene, view: view))
    // Names and codes, each once on the picture.
    for label in map.placedLabels { #expect(read.texts.contains(label.text.string)) }
    let counts = "\(map.symbolsInView) of \(map.symbolTotal) events in view"
    #expect(read.titles[0] == scene.caption.title.string)
    #expect(read.titles[1].contains(counts))
    // Where the title has no room for the date, the counts have it.
    #expect(read.texts.contains { $0.hasPrefix(counts) })
    #expect(read.titles[1].contains("as of 2020-01-02"))
    #expect(read.texts.contains("data: invented for tests"))
    #expect(map.scaleBar.map { read.texts.contains($0.label) } ?? true)
    if map.hiddenLabelCount > 0 {
      #expect(read.texts.contains("+\(map.hiddenLabelCount) labels hidden"))
    }
    for id in Set(map.clusters.map(\.classID)) {
      let word = SyntheticScene.classes.first { $0.id == id }?.word.string ?? "?"
      #expect(read.texts.contains { $0.hasPrefix("\(word) ") })
    }
  }

  @Test func `Symbols and counts add up to what is in view`() throws {
    var generator = SeededGenerator(seed: 510)
    for _ in 0..<30 {
      var scene = RandomScene.make(&generator)
      scene.caption.arabicPlacement = .inline
      let view = try MapView(
        envelope: RandomScene.envelope(&generator),
        width: Int.random(in: 20...90, using: &generator),
        height: Int.random(in: 5...30, using: &generator))
      let map = MapRenderer.render(
        scene, view: view, capabilities: RenderCapabilities(glyphs: .braille))
      let list = DisplayList(scene, view: view)
      var sum = 0
      for case .symbol(let symbol) in list.signs {
        sum += symbol.number.flatMap { Int($0.string.filter { $0 != "," }) } ?? 1
      }
      #expect(sum == map.symbolsInView, "seed \(generator.seed)")
      let names = list.signs.count { if case .text = $0 { true } else { false } }
      #expect(names == map.placedLabels.count, "seed \(generator.seed)")
    }
  }

  @Test func `Hostile names give a well-formed document without scripts or outside parts`() throws {
    var generator = SeededGenerator(seed: 511)
    for _ in 0..<40 {
      var scene = RandomScene.make(&generator)
      scene.caption.title = TerminalText("</title><script>alert(1)</script>&\"'<!--")
      let view = try MapView(
        envelope: RandomScene.envelope(&generator),
        width: Int.random(in: 0...90, using: &generator),
        height: Int.random(in: 0...30, using: &generator))
      let document = MapRenderer.svg(
        scene, view: view, language: "en\" onload=\"x", hasFurniture: Bool.random(using: &generator)
      )
      let read = try Self.read(document)
      let known: Set = [
        "svg", "title", "desc", "defs", "clipPath", "pattern", "rect", "path", "g", "text",
      ]
      #expect(Set(read.elements.map(\.name)).isSubset(of: known))
      #expect(read.titles[0] == "</title><script>alert(1)</script>&\"'<!--")
      let attributes = read.elements.flatMap(\.attributes)
      #expect(!attributes.contains { $0.key.hasPrefix("on") || $0.key.hasSuffix("href") })
      // The one address is the name of the language itself.
      #expect(
        attributes.filter { $0.value.contains("://") }.allSatisfy { $0.key == "xmlns" })
      #expect(
        attributes.filter { $0.value.contains("url(") }.allSatisfy { $0.value.contains("url(#") })
    }
  }

  @Test func `A guessed boundary is dashed and a known one is not`() throws {
    let list = DisplayList(SyntheticScene.make(), view: try Self.view(120, 40))
    var dashed = 0
    var solid = 0
    for case .stroke(let stroke) in list.base where stroke.paint == .border {
      if stroke.dash.isEmpty { solid += 1 } else { dashed += 1 }
    }
    #expect(dashed == 1 && solid == 1)
    let hatched = list.base.contains {
      if case .fill(let fill) = $0 { fill.pattern == .hatch } else { false }
    }
    #expect(hatched)
  }

  @Test func `The picture alone has exactly the cells of the view`() throws {
    let read = try Self.read(
      MapRenderer.svg(SyntheticScene.make(), view: try Self.view(50, 20), hasFurniture: false))
    #expect(read.elements[0].attributes["width"] == "400")
    #expect(read.elements[0].attributes["height"] == "320")
    #expect(!read.texts.contains("data: invented for tests"))
  }

  @Test func `Arabic stays in logical order, as it was written`() throws {
    let name = "الموصل القديمة"
    var scene = MapScene(
      caption: SyntheticScene.caption,
      places: [
        MapPlace(
          id: "old", position: SyntheticScene.position(50, 25), name: "Old City",
          names: [.arabic: name])
      ])
    scene.caption.language = .arabic
    let read = try Self.read(
      MapRenderer.svg(scene, view: try Self.view(80, 24), language: "ar"))
    #expect(read.texts.contains(name))
    #expect(read.elements[0].attributes["xml:lang"] == "ar")
    // The raster's font has no Arabic: the Latin name stands there, and a note says so.
    let list = DisplayList(scene, view: try Self.view(80, 24), lettering: .strokeFont)
    var texts: [String] = []
    for case .text(let text) in list.signs + list.furniture { texts.append(text.text.string) }
    #expect(texts.contains("Old City") && !texts.contains(name))
    #expect(texts.contains { $0.hasPrefix("names in Latin letters") })
  }

  @Test func `Equal input gives equal bytes`() throws {
    let view = try Self.view(80, 24)
    let first = MapRenderer.svg(SyntheticScene.make(), view: view)
    let shuffled = MapScene(
      caption: SyntheticScene.caption, areas: SyntheticScene.areas.reversed(),
      lines: SyntheticScene.lines.reversed(), bridges: SyntheticScene.bridges,
      places: SyntheticScene.places.reversed(), symbolClasses: SyntheticScene.classes.reversed(),
      symbols: SyntheticScene.symbols.reversed())
    #expect(MapRenderer.svg(shuffled, view: view) == first)
  }
}
