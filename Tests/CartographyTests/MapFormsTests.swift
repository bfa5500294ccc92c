import Cartography
import Inquiry
import JSONText
import MapRendering
import Records
import Register
import Testing

/// Every form of a map of the bundled data tells the same figures as the answer to the question.
struct MapFormsTests {
  @Test func `pictures, sentences and JSON give the figures of the query`() async throws {
    try await withMosul { register in
      let base = BaseMap(places: try register.allPlaces())
      for area in [nil, "old-city", "west-mosul", "mosul-al-jadida"] {
        for asOf in [nil, "2017-03-24"] {
          let query = try everything {
            $0.area = try area.map(place)
            $0.asOf = try asOf.map(day)
          }
          let page = try await register.page(query)
          let map = IncidentMap(page, on: base)
          let view = try MapView(envelope: map.envelope, width: 120, height: 40)
          let json = try #require(
            try JSONValue(parsing: MapRenderer.json(map.scene, view: view)).object)
          let counts = try #require(json["counts"]?.object)
          let parts = ["inView", "outside", "margin", "notDrawn"].compactMap {
            counts[$0]?.integer
          }
          #expect(parts.reduce(0, +) == page.numberMatched)
          #expect(counts["total"]?.integer == page.numberMatched)
          let clustered = (json["clusters"]?.array ?? []).reduce(0) {
            $0 + ($1.object?["count"]?.integer ?? 0)
          }
          #expect(clustered == parts[0])
          for glyphs in [GlyphSet.text, .ascii, .braille] {
            let drawn = MapRenderer.render(
              map.scene, view: view, capabilities: RenderCapabilities(glyphs: glyphs))
            #expect(drawn.facts.inView == parts[0], "\(glyphs)")
            let line = "\(parts[0]) of \(page.numberMatched) incidents in view"
            #expect(drawn.text.contains(line), "\(glyphs)")
            for group in drawn.facts.margin {
              let words = group.area.map { "\(group.count) known only to \($0)" }
              #expect(drawn.text.contains(words ?? "\(group.count) without a place"))
            }
          }
        }
      }
    }
  }

  @Test func `the text of the city is ASCII and names district, bridge and bearing`() async throws {
    try await withMosul { register in
      let drawn = try await MapDrawer(source: register).draw(
        everything(), frame: MapDrawer.Frame(width: 100, height: 80),
        capabilities: RenderCapabilities(glyphs: .text))
      #expect(drawn.map.bytes.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
      let lines = drawn.map.text.replacing("\n  ", with: " ").split(separator: "\n")
      let strike = try #require(lines.first { $0.contains(". CI550, ") })
      #expect(strike.hasPrefix("1. "))
      #expect(strike.contains("In New Mosul; "))
      #expect(strike.contains(" km SW of the city centre; nearest bridge "))
      #expect(strike.hasSuffix("; good to 100 m."))
    }
  }

  @Test func `asked for in Arabic, words and key are, and ASCII stays English`() async throws {
    try await withMosul { register in
      var style = IncidentMap.Style()
      style.language = .arabic
      let drawer = MapDrawer(source: register)
      let frame = MapDrawer.Frame(width: 100, height: 44)
      let arabic = try await drawer.draw(
        everything(), frame: frame, capabilities: RenderCapabilities(glyphs: .braille),
        style: style)
      let rows = arabic.map.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(rows.first?.hasSuffix("2026-01-01") == true)
      #expect(rows.contains { $0.hasSuffix(" B1 الجسر الخامس") })
      for row in rows.dropFirst().prefix(arabic.map.pictureSize.rows) {
        #expect(!TerminalText(String(row)).isRightToLeft)
      }
      let ascii = try await drawer.draw(
        everything(), frame: frame, capabilities: RenderCapabilities(), style: style)
      let english = try await drawer.draw(
        everything(), frame: frame, capabilities: RenderCapabilities())
      #expect(ascii.map.bytes == english.map.bytes)
    }
  }
}
