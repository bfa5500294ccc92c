import Foundation
import Inquiry
import Interchange
import Records
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct KMLTests {
  /// The elements of a document in order, with the text right inside them.
  private final class Elements: NSObject, XMLParserDelegate {
    var texts: [(name: String, attributes: [String: String], text: String)] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      open.append(texts.count)
      texts.append((name, attributes, ""))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = open.last { texts[last].text += text }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { open.removeLast() }
  }

  private func elements(_ bytes: [UInt8]) throws -> Elements {
    let parser = XMLParser(data: Data(bytes))
    let elements = Elements()
    parser.delegate = elements
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    return elements
  }

  private func document(titled title: String) throws -> [UInt8] {
    let full = try ExportFixture.full()
    let feature = IncidentFeature(
      id: full.id, title: title, time: nil, timePrecision: .year, kind: full.kind,
      point: full.point, support: nil, candidateCount: 1, assessment: full.assessment,
      attributedTo: [], undatedClaimCount: 0, placement: nil, districts: [], distanceMeters: nil)
    var encoder = IncidentKMLEncoder()
    var bytes: [UInt8] = []
    encoder.begin(try ExportFixture.page(), into: &bytes)
    encoder.encode(feature, into: &bytes)
    encoder.end(into: &bytes)
    return bytes
  }

  @Test func `whatever a title holds, the document stays well formed and keeps what XML can`()
    throws
  {
    var random = SeededGenerator(seed: 0x5EED)
    print("KML titles, SIJIL_SEED=\(random.seed)")
    let alphabet = [
      "<", ">", "&", "\"", "'", "]]>", "\u{0}", "\u{1B}", "\u{8}", "\t", "\n", "\r", "\u{FFFE}",
      "\u{FFFF}", "\u{FFFD}", "\u{85}", "ح", "𝄞", "a", "&amp;",
    ]
    for _ in 0..<200 {
      let title = random.list(0...8) { $0.pick(alphabet) }.joined()
      var kept = String.UnicodeScalarView()
      for scalar in title.unicodeScalars {
        let isAllowed =
          [0x09, 0x0A, 0x0D].contains(scalar.value)
          || (scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF)
        if isAllowed { kept.append(scalar) }
      }
      let found = try elements(try document(titled: title)).texts
      let name = found.last { $0.name == "name" }?.text
      // Compared scalar by scalar: a String takes CR LF and LF for different but é for e and ´.
      #expect(
        name.map { Array($0.unicodeScalars) } == Array(kept), "\(title.unicodeScalars.map(\.value))"
      )
    }
  }

  @Test func `an unknown property, span and geometry are left out`() throws {
    let found = try elements(try ExportFixture.encode(IncidentKMLEncoder())).texts
    let last = try #require(found.lastIndex { $0.name == "Placemark" })
    let names = Set(found[last...].compactMap { $0.attributes["name"] })
    #expect(names.isDisjoint(with: ["killed_min", "event_start", "grade", "radius_m"]))
    #expect(names.isSuperset(of: ["id", "title", "claim_count"]))
    #expect(!found[last...].contains { ["TimeSpan", "Point", "Polygon"].contains($0.name) })
  }

  @Test func `every style that a placemark names is there, and every property has a type`() throws {
    let found = try elements(try ExportFixture.encode(IncidentKMLEncoder())).texts
    let styles = Set(found.filter { $0.name == "Style" }.compactMap { $0.attributes["id"] })
    #expect(styles.count == Grade.allCases.count + 1)
    let named = found.filter { $0.name == "styleUrl" }.map { String($0.text.dropFirst()) }
    #expect(named == ["grade-confirmed", "grade-none", "grade-none"])
    #expect(styles.isSuperset(of: named))
    let fields = found.filter { $0.name == "SimpleField" }.compactMap { $0.attributes["name"] }
    #expect(fields == IncidentProperty.allCases.map(\.name))
  }
}
