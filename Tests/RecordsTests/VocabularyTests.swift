import Records
import Testing

/// Closed lists of codes.
struct VocabularyTests {
  static let all: [any Vocabulary.Type] = [
    Bank.self, BelligerentVerdict.self, Bound.self, CasualtyStatus.self, Certainty.self,
    ClaimEdgeKind.self, ClaimKind.self, CountingUnit.self, DatePrecision.self,
    GeometryOrigin.self, Grade.self, Hand.self, IncidentKind.self, IncidentLinkKind.self,
    LocationScale.self, Modality.self, PlaceKind.self, PlaceNameKind.self, Polarity.self,
    QuantityScope.self, Script.self, SourceKind.self, SourceReliability.self, StrikeStatus.self,
  ]

  @Test func `each list has a name of its own`() {
    #expect(Set(VocabularyTests.all.map { $0.name }).count == VocabularyTests.all.count)
    #expect(VocabularyTests.all.allSatisfy { !$0.name.isEmpty })
  }

  @Test func `codes are unique, plain and turn back into their case`() {
    for list in VocabularyTests.all { expectLawful(list) }
  }

  @Test(arguments: ["", " ", "KILLED", "killed ", "nonsense", "قتل"])
  func `no list knows a code that is not its own`(code: String) {
    for list in VocabularyTests.all {
      let isKnown = knows(list, code)
      #expect(!isKnown, "\(list.name)")
    }
  }

  private func expectLawful<List: Vocabulary>(_ list: List.Type) {
    let codes = list.codes
    #expect(!codes.isEmpty)
    #expect(Set(codes).count == codes.count, "\(list.name)")
    #expect(codes == list.allCases.map(\.code), "\(list.name)")
    for value in list.allCases {
      #expect(list.init(code: value.code) == value, "\(list.name)")
      #expect(value.code.utf8.allSatisfy(isPlain), "\(list.name): \(value.code)")
    }
  }

  private func knows<List: Vocabulary>(_ list: List.Type, _ code: String) -> Bool {
    list.init(code: code) != nil
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    switch Character(UnicodeScalar(byte)) {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }
}
