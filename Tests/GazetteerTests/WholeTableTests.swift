import Gazetteer
import Records
import Testing

/// Every place is found by every one of its own names.
struct WholeTableTests {
  @Test func `each of our names finds its own place first or tied first`() {
    #expect(PlaceTable.ours.count >= 184)
    expectOwnNamesFirst(in: PlaceTable.ours)
  }

  @Test(.enabled(if: !PlaceTable.sharedDistricts.isEmpty, "needs ../shared/data"))
  func `each name of the shared districts finds its own place first or tied first`() {
    #expect(PlaceTable.sharedDistricts.count == 184)
    expectOwnNamesFirst(in: PlaceTable.sharedDistricts)
  }

  private func expectOwnNamesFirst(in places: [Place]) {
    let gazetteer = Gazetteer(places)
    for place in places {
      for name in place.names {
        let found = gazetteer.candidates(for: name.text, limit: 50)
        let own = found.first { $0.id == place.id }
        #expect(
          own != nil && own?.score == found.first?.score,
          "\(name.text) of \(place.id): \(found.prefix(4).map { ($0.id.text, $0.score) })")
      }
    }
  }
}
