import Gazetteer
import Records
import Testing

/// One slip of the finger in a long enough name.
struct TypoTests {
  /// Every third long name: enough for a share, and quick without optimisation.
  private static let names: [(Place, String)] = PlaceTable.ours.enumerated().compactMap {
    (ordinal, place) in
    guard ordinal % 3 == 0, let name = place.name(in: .latin), name.utf8.count >= 8,
      name.unicodeScalars.allSatisfy({ $0.isASCII })
    else { return nil }
    return (place, name)
  }

  private static let table = Gazetteer(PlaceTable.ours)
  private var gazetteer: Gazetteer { TypoTests.table }

  private func share(found slips: (String) -> [String]) -> Double {
    var asked = 0
    var found = 0
    for (place, name) in TypoTests.names {
      for slip in slips(name) {
        asked += 1
        if gazetteer.candidates(for: slip, limit: 3).contains(where: { $0.id == place.id }) {
          found += 1
        }
      }
    }
    return asked == 0 ? 0 : Double(found) / Double(asked)
  }

  @Test func `a dropped letter is found among the first three in at least 97 of 100`() {
    let share = share { name in
      name.indices.map { String(name[..<$0] + name[name.index(after: $0)...]) }
    }
    #expect(share >= 0.97)
  }

  @Test func `two swapped letters are found among the first three in at least 95 of 100`() {
    let share = share { name in
      let letters = Array(name)
      return (1..<letters.count).map { place in
        var swapped = letters
        swapped.swapAt(place - 1, place)
        return String(swapped)
      }
    }
    #expect(share >= 0.95)
  }

  @Test func `a wrong letter is found among the first three in at least 90 of 100`() {
    let share = share { name in
      name.indices.map { String(name[..<$0] + "x" + name[name.index(after: $0)...]) }
    }
    #expect(share >= 0.9)
  }
}
