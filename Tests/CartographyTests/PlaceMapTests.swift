import Cartography
import Inquiry
import JSONText
import MapRendering
import Records
import Register
import SimpleFeatures
import TestSupport
import Testing

/// Maps of the bundled places.
struct PlaceMapTests {
  private func plan(
    _ register: Register, _ frame: MapDrawer.Frame, language: MapLanguage = .english,
    _ change: (inout PlaceQuery) -> Void = { _ in }
  ) async throws -> MapPlan {
    var query = PlaceQuery()
    change(&query)
    var style = IncidentMap.Style()
    style.language = language
    return try await MapDrawer(source: register).plan(query, frame: frame, style: style)
  }

  @Test func `every place is in view, outside, or known by name only`() async throws {
    try await withMosul { register in
      let places = try register.allPlaces()
      let nameOnly = places.count { $0.place.location == nil && $0.area?.basis != .bankHalf }
      for frame in [
        MapDrawer.Frame(width: 120, height: 44), MapDrawer.Frame(width: 60, height: 20),
        MapDrawer.Frame(
          width: 100, height: 40,
          window: .around(Position(longitude: 43.13, latitude: 36.34), zoom: MapZoom(13))),
      ] {
        let plan = try await plan(register, frame)
        #expect(plan.numberMatched == places.count)
        #expect(plan.time == nil)
        for glyphs in [GlyphSet.text, .ascii, .braille, .sextant] {
          let map = MapRenderer.render(
            plan.scene, view: plan.view, capabilities: RenderCapabilities(glyphs: glyphs))
          let facts = map.facts
          #expect(facts.total == places.count)
          #expect(facts.inView + facts.outside + nameOnly == facts.total, "\(glyphs)")
          #expect(facts.margin.map(\.count) == [nameOnly] && facts.notDrawn == 0)
          #expect(map.clusters.isEmpty)
          // Counted again from the records, by the box that was drawn.
          let box = map.view.envelope
          let inside = places.count { feature in
            let geometry = feature.place.location?.geometry
            let middle =
              geometry?.position ?? geometry?.envelope?.center
              ?? (feature.area?.basis == .bankHalf ? feature.area?.geometry.envelope?.center : nil)
            return middle.map(box.covers) ?? false
          }
          #expect(facts.inView == inside, "\(glyphs)")
        }
      }
    }
  }

  @Test func `every placed place is named or counted as hidden, and no incident is drawn`()
    async throws
  {
    try await withMosul { register in
      let plan = try await plan(register, MapDrawer.Frame(width: 200, height: 80))
      let map = MapRenderer.render(
        plan.scene, view: plan.view, capabilities: RenderCapabilities(glyphs: .braille))
      let named = Set(map.placedLabels.map(\.placeID))
      for id in ["old-city", "mosul", "east-mosul"] {
        #expect(named.contains(id), "\(id)")
      }
      // The river's line has no name of its own.
      let lines = 1
      #expect(named.count + map.hiddenLabelCount >= map.facts.inView - lines)
      #expect(!map.text.contains("incident"))
      #expect(map.text.contains("Mosul - places"))
      #expect(map.text.contains("Old City"))
      let json = try #require(
        try JSONValue(parsing: MapRenderer.json(plan.scene, view: plan.view)).object)
      let kinds = (json["classes"]?.array ?? []).compactMap { $0.object?["word"]?.string }
      #expect(kinds.contains("district") && kinds.contains("archaeological site"))
    }
  }

  @Test func `a question about places names those alone`() async throws {
    try await withMosul { register in
      let plan = try await plan(register, MapDrawer.Frame(width: 120, height: 40)) {
        $0.kinds = [.bridge]
      }
      let map = MapRenderer.render(
        plan.scene, view: plan.view, capabilities: RenderCapabilities(glyphs: .ascii))
      #expect(plan.numberMatched == 5)
      #expect(map.text.contains("5 of 5 places in view"))
      #expect(map.placedLabels.allSatisfy { $0.placeID.contains("bridge") })
      let box = Envelope(west: 43.1, south: 36.33, east: 43.14, north: 36.36)
      let part = try await self.plan(register, MapDrawer.Frame(width: 120, height: 40)) {
        $0.envelope = box
      }
      let shown = part.view.anchored(pictureRows: 30).envelope
      #expect(shown.west <= box.west && shown.east >= box.east)
    }
  }

  @Test func `in Arabic the words are, and names stand in the key`() async throws {
    try await withMosul { register in
      let plan = try await plan(
        register, MapDrawer.Frame(width: 120, height: 50), language: .arabic)
      let map = MapRenderer.render(
        plan.scene, view: plan.view, capabilities: RenderCapabilities(glyphs: .braille))
      #expect(map.text.contains("أماكن"))
      #expect(map.text.contains("مكان في الصورة"))
      #expect(map.key.contains { $0.name.string.contains("الجسر القديم") })
      let sentences = MapRenderer.render(
        plan.scene, view: plan.view, capabilities: RenderCapabilities(glyphs: .text)
      ).text
      #expect(sentences.contains("جسر") && sentences.contains("لا يُعرف منها سوى الاسم"))
    }
  }

  @Test func `a scale is true, and one that cannot be is refused`() async throws {
    try await withMosul { register in
      for denominator in [10_000.0, 250_000] {
        let perColumn = denominator * 8 * 0.28 / 1_000
        let plan = try await plan(
          register,
          MapDrawer.Frame(width: 100, height: 40, window: .scaled(nil, metersPerColumn: perColumn)))
        let map = MapRenderer.render(plan.scene, view: plan.view)
        #expect(abs(map.view.metersAcross / (perColumn * 100) - 1) < 0.002)
      }
      for perColumn in [0.0, -1, 1e-9, 1e9, .infinity, .nan] {
        await #expect(throws: MapRenderingError.self) {
          try await plan(
            register,
            MapDrawer.Frame(
              width: 100, height: 40, window: .scaled(nil, metersPerColumn: perColumn)))
        }
      }
    }
  }
}
