import Gazetteer
import Records
import Testing

/// A name in one script finds a place that is only known in the other.
struct CrossScriptTests {
  /// Places whose first Latin name is the Arabic one, not a translation of it.
  private static let bilingual: [Place] = PlaceTable.ours.filter { place in
    place.name(in: .arabic) != nil && place.names.first?.script == .latin
      && (place.kind == .district || place.kind == .mahalla || place.kind == .village)
      && !translated.contains(place.id.text)
  }

  private static let translated: Set<String> = [
    "mosul-al-jadida", "aghawat-al-jadida", "yarmouk-apartments", "old-city", "sinaa-qadima",
    "karama-industrial", "khadra", "shuqaq-hadba", "filastin",
  ]

  private func only(_ script: Script) -> [Place] {
    CrossScriptTests.bilingual.map { place in
      var place = place
      place.names = Array(place.names.filter { $0.script == script }.prefix(1))
      return place
    }
  }

  private func missed(asking asked: Script, among known: Script) -> [String] {
    let gazetteer = Gazetteer(only(known))
    return CrossScriptTests.bilingual.compactMap { place in
      guard let name = place.name(in: asked) else { return nil }
      let found = gazetteer.candidates(for: name, limit: 3)
      return found.contains { $0.id == place.id } ? nil : "\(name) \(place.id)"
    }
  }

  @Test func `Arabic finds places that have only Latin names`() {
    #expect(missed(asking: .arabic, among: .latin) == [])
  }

  @Test func `Latin finds places that have only Arabic names`() {
    #expect(missed(asking: .latin, among: .arabic) == [])
  }
}
