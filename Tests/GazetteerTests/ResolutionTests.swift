import Gazetteer
import Records
import Testing

/// What cannot be one place, said as what it is.
struct ResolutionTests {
  private static let table = Gazetteer(PlaceTable.ours)
  private var gazetteer: Gazetteer { ResolutionTests.table }

  @Test(arguments: ["Dwrat Abude", "Dwrat Abude area", "dawrat abude", "Dwrat Aboude"])
  func `Dwrat Abude is a known name of an unknown place`(text: String) {
    guard case .knownNameUnknownPlace(let found) = gazetteer.resolve(text) else {
      Issue.record("\(text): \(gazetteer.resolve(text))")
      return
    }
    #expect(found.id.text == "dwrat-abude")
    #expect(!found.isLocated)
  }

  @Test(arguments: ["al-Sumud", "Thirty Tammuz", "al-Maghrib", "المعلمين", "Khazraj"])
  func `a quarter without a point is a known name of an unknown place`(text: String) {
    guard case .knownNameUnknownPlace = gazetteer.resolve(text) else {
      Issue.record("\(text): \(gazetteer.resolve(text))")
      return
    }
  }

  @Test(arguments: [
    "a nearby city", "xyzzy", "qqq", "hopeless words of nothing", "Damascus", "Baghdad",
    "بغداد", "the house of her uncle", "12345", "?", "-", "Москва", "摩苏尔",
  ])
  func `what names nothing has no candidate`(text: String) {
    #expect(gazetteer.candidates(for: text).isEmpty, "\(gazetteer.candidates(for: text))")
    #expect(gazetteer.resolve(text) == .unknown(nearest: []))
  }

  @Test func `part of several names is unknown, with those names as the nearest`() {
    guard case .unknown(let nearest) = gazetteer.resolve("Bab") else {
      Issue.record("\(gazetteer.resolve("Bab"))")
      return
    }
    #expect(nearest.count == 5)
    #expect(nearest.allSatisfy { $0.id.text.hasPrefix("bab-") && $0.reason == .partial })
  }

  @Test func `another number is another place`() {
    #expect(gazetteer.candidates(for: "Qadisiya 2").first?.id.text == "qadisiya-2")
    guard case .unknown = gazetteer.resolve("Qadisiya 3") else {
      Issue.record("\(gazetteer.resolve("Qadisiya 3"))")
      return
    }
    #expect(!gazetteer.candidates(for: "30 Tammuz").contains { $0.score > 0.8 && $0.isLocated })
  }

  @Test(arguments: [
    ("al-Zanjili", MatchReason.exact), ("AL-ZANJILI", .exact), ("el Zanjili", .spelling),
    ("Zanjeely", .sound), ("Zanjuli", .consonants), ("Zanjimi", .typo), ("right coast", .bank),
    ("Hajar Wadi", .wordOrder), ("Zanjili market street", .partial), ("زنجلي", .consonants),
  ])
  func `says why`(text: String, reason: MatchReason) {
    #expect(gazetteer.candidates(for: text).first?.reason == reason)
  }

  @Test func `stricter reasons score higher`() {
    let texts = ["al-Zanjili", "el Zanjili", "Zanjeely", "Zanjuli", "Zanjimi"]
    let scores = texts.compactMap { gazetteer.candidates(for: $0).first?.score }
    #expect(scores.count == texts.count)
    #expect(scores == scores.sorted(by: >))
    #expect(Set(scores).count == texts.count)
  }

  @Test func `one answer for one question, whatever the order of the places`() {
    let reversed = Gazetteer(PlaceTable.ours.reversed())
    for text in ["Jadida", "bab", "al-Karama", "Hadba", "Nabi", "Salam", "مشيرفه"] {
      let forwards = gazetteer.candidates(for: text, limit: 50)
      let backwards = reversed.candidates(for: text, limit: 50)
      #expect(forwards.map(\.id) == backwards.map(\.id), "\(text)")
      #expect(forwards.map(\.score) == backwards.map(\.score), "\(text)")
    }
  }
}
