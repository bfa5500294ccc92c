import Cartography
import Gazetteer
import Inquiry
import MapRendering
import Records
import Register
import SimpleFeatures
import Synchronization
import Testing

struct RenderedCityTests {
  @Test(arguments: GlyphSet.pictures)
  func `every word of the legend is on the map of the city`(glyphs: GlyphSet) async throws {
    try await withMosul { register in
      let drawn = try await MapDrawer(source: register).draw(
        everything(), frame: MapDrawer.Frame(width: 120, height: 50),
        capabilities: RenderCapabilities(glyphs: glyphs))
      let text = drawn.map.text
      for word in [
        "confirmed 7", "fair 3", "contested 21", "weak 28", "not graded", "discounted 2",
        "several, gravest shown", "Tigris", "bridge", "approximate outline",
        "under 10 killed or unknown", "10-49", "50-99", "100 or more",
        "incidents in view", "6 known only to West Mosul", "3 known only to East Mosul",
        "1 known only to Mosul", "1 known only to Tanak", "points good to 1 m - 1.6 km",
        "districts: approximate, computed cells; data: Airwars, UN, press (data/README.md)",
      ] {
        #expect(text.contains(word), "\(word) is not on the \(glyphs) map")
      }
      #expect(drawn.numberMatched == 76)
      #expect(drawn.map.text.hasPrefix("Mosul - civilian harm incidents"))
    }
  }

  @Test(arguments: GlyphSet.pictures)
  func `at 120 by 40 nearly every district with a cell is named`(glyphs: GlyphSet) async throws {
    try await withMosul { register in
      let cells = try register.allPlaces().filter {
        $0.area?.basis == .cell && $0.place.kind == .district
      }
      #expect(cells.count > 60)
      let drawn = try await MapDrawer(source: register).draw(
        everything(), frame: MapDrawer.Frame(width: 120, height: 40),
        capabilities: RenderCapabilities(glyphs: glyphs))
      let named = Set(drawn.map.placedLabels.map(\.placeID))
      let count = cells.count { named.contains($0.place.id.text) }
      #expect(
        Double(count) >= 0.95 * Double(cells.count), "\(count) of \(cells.count) are named")
    }
  }

  @Test(arguments: [(80, 24), (100, 30), (120, 40), (160, 50), (200, 60)])
  func `every quarter to which a name is due has one, and no rank is passed over`(
    width: Int, height: Int
  ) async throws {
    try await withMosul { register in
      for area in [nil, "old-city", "west-mosul"] {
        let drawn = try await MapDrawer(source: register).draw(
          try everything { $0.area = try area.map(place) },
          frame: MapDrawer.Frame(width: width, height: height),
          capabilities: RenderCapabilities(glyphs: .braille))
        let audit = drawn.map.audit
        if area == nil { #expect(audit.eligibleCount > 4) }
        #expect(audit.placedShare >= 0.95, "\(area ?? "city"): \(audit.hidden)")
        #expect(audit.violations.isEmpty)
        #expect(drawn.map.text.contains("labels hidden") == !audit.hidden.isEmpty)
      }
    }
  }

  @Test func `equal questions give equal bytes`() async throws {
    try await withMosul { register in
      let frame = MapDrawer.Frame(width: 100)
      let query = try everything { $0.area = try place("old-city") }
      let first = try await MapDrawer(source: register).draw(
        query, frame: frame, capabilities: RenderCapabilities())
      let second = try await MapDrawer(source: register).draw(
        query, frame: frame, capabilities: RenderCapabilities())
      #expect(first.map == second.map)
      #expect(first.map.text.contains("certainly inside"))
    }
  }

  @Test func `a page's limit and cursor do not cut a map short`() async throws {
    try await withMosul { register in
      let drawer = MapDrawer(source: register)
      let frame = MapDrawer.Frame(width: 80, height: 30)
      var short = IncidentQuery()
      short.limit = 1
      let limited = try await drawer.draw(short, frame: frame, capabilities: RenderCapabilities())
      let whole = try await drawer.draw(
        everything(), frame: frame, capabilities: RenderCapabilities())
      #expect(limited.numberMatched == 76)
      #expect(limited.map.bytes == whole.map.bytes)
    }
  }

  @Test func `the base is made once for one state of the data`() async throws {
    try await withMosul { register in
      let source = CountingSource(register)
      let drawer = MapDrawer(source: source)
      let frame = MapDrawer.Frame(width: 60, height: 20)
      for _ in 0..<3 {
        _ = try await drawer.draw(everything(), frame: frame, capabilities: RenderCapabilities())
      }
      #expect(source.placesAsked == 1)
      source.move(to: 2)
      for _ in 0..<2 {
        _ = try await drawer.draw(everything(), frame: frame, capabilities: RenderCapabilities())
      }
      #expect(source.placesAsked == 2)
    }
  }

  @Test func `an empty register still makes a map`() async throws {
    let page = IncidentPage(
      features: [], numberMatched: 0, counts: MatchCounts(), next: nil, query: IncidentQuery(),
      dataVersion: DataVersion(sequence: 0, hash: "", recordedAt: nil))
    let map = IncidentMap(page, on: BaseMap(places: []))
    #expect(map.envelope == .world)
    let view = try MapView(envelope: map.envelope, width: 80, height: 24)
    let text = MapRenderer.render(map.scene, view: view).text
    #expect(text.contains("0 of 0 incidents in view"))
  }
}

/// A register that counts how often all its places are asked for.
private final class CountingSource: IncidentSource {
  private let register: Register
  private let state = Mutex((sequence: 1, asked: 0))

  init(_ register: Register) { self.register = register }

  var placesAsked: Int { state.withLock { $0.asked } }

  /// Pretends that a write happened.
  func move(to sequence: Int) { state.withLock { $0.sequence = sequence } }

  func dataVersion() throws -> DataVersion {
    DataVersion(sequence: state.withLock { $0.sequence }, hash: "", recordedAt: nil)
  }

  func page(_ query: IncidentQuery) async throws -> IncidentPage {
    let page = try await register.page(query)
    return IncidentPage(
      features: page.features, numberMatched: page.numberMatched, counts: page.counts,
      next: page.next, query: page.query, dataVersion: try dataVersion())
  }

  func places(_ query: PlaceQuery) async throws -> PlacePage {
    state.withLock { $0.asked += 1 }
    return try await register.places(query)
  }

  func claims(_ query: ClaimQuery) async throws -> ClaimPage { try await register.claims(query) }

  func sources(_ query: SourceQuery) async throws -> SourcePage {
    try await register.sources(query)
  }

  func dataVersions() async throws -> [DataVersion] { try await register.dataVersions() }

  func summary(_ query: SummaryQuery) async throws -> IncidentSummary {
    try await register.summary(query)
  }

  func dossier(
    _ id: IncidentID, asOf: CivilDate?, asRecorded: Instant?
  ) async throws -> IncidentDossier? {
    try await register.dossier(id, asOf: asOf, asRecorded: asRecorded)
  }

  func resolve(placeName name: String) async throws -> PlaceResolution {
    try await register.resolve(placeName: name)
  }
}
