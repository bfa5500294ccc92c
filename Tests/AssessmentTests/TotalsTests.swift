import Assessment
import Records
import TestSupport
import Testing

/// Totals over incidents of which some may be one event.
struct TotalsTests {
  private func term(
    _ incident: String, _ minimum: Int?, _ maximum: Int?,
    _ links: [(IncidentLinkKind, String)] = []
  ) throws -> IncidentTerm {
    let by = try claimID("by-\(incident)")
    return IncidentTerm(
      incident: try #require(IncidentID(incident)),
      range: HarmRange(
        minimum: minimum.map { RangeEnd(value: $0, claims: [by], rule: .lowestReported) },
        maximum: maximum.map { RangeEnd(value: $0, claims: [by], rule: .highestReported) }),
      links: try links.map { IncidentLink(kind: $0.0, target: try #require(IncidentID($0.1))) })
  }

  @Test func `CI550 and CI551 never silently add up to 230 to 511`() throws {
    let claims = try MosulClaims()
    let terms = try ["CI550", "CI551"].map { incident -> IncidentTerm in
      let id = try #require(IncidentID(incident))
      let range = MethodTable(of: claims.testimony(of: incident))[.airwars][.killed]
      return IncidentTerm(incident: id, range: range.compact, links: claims.links[id] ?? [])
    }
    let totals = IncidentTotals(terms)
    #expect(totals.merged.minimum?.value == 105 && totals.merged.maximum?.value == 370)
    #expect(totals.split.minimum?.value == 230 && totals.split.maximum?.value == 511)
    #expect(totals.isAmbiguous)
    let inside = totals.overlaps.filter(\.isInside)
    #expect(Set(inside.map(\.kind)) == [.possiblySameEvent, .conflatedWith])
    #expect(inside.allSatisfy { $0.reason != nil })
    #expect(totals.merged.minimum?.claims.map(\.text) == ["L25"])
    #expect(totals.merged.maximum?.claims.map(\.text) == ["L26"])
  }

  @Test func `a part lies inside its whole under both hypotheses`() throws {
    let totals = IncidentTotals([
      try term("whole", 10, 20), try term("part", 4, 25, [(.partOf, "whole")]),
      try term("apart", 1, 2),
    ])
    #expect(totals.split.minimum?.value == 11 && totals.split.maximum?.value == 27)
    #expect(!totals.isAmbiguous && totals.merged == totals.split)
  }

  @Test func `an unknown range adds nothing and is named, and all unknown is unknown`() throws {
    let totals = IncidentTotals([try term("a", nil, nil), try term("b", 3, nil)])
    #expect(totals.split.minimum?.value == 3 && totals.split.maximum == nil)
    #expect(totals.unknown.map(\.text) == ["a"])
    let none = IncidentTotals([try term("a", nil, nil)])
    #expect(none.split.minimum == nil && none.merged.minimum == nil)
    #expect(IncidentTotals([IncidentTerm]()).split.events.isEmpty)
  }

  @Test func `a floor without a ceiling leaves the sum of ceilings open`() throws {
    let totals = IncidentTotals([
      try term("a", 40, nil), try term("b", 3, 5), try term("c", nil, 9, [(.conflatedWith, "b")]),
    ])
    for total in [totals.split, totals.merged] {
      #expect(total.maximum?.isOpen == true && total.minimum?.isOpen == false)
    }
    #expect(totals.split.maximum?.value == 14 && totals.merged.maximum?.value == 9)
    #expect(IncidentTotals([try term("b", 3, 5)]).split.maximum?.isOpen == false)
    #expect(IncidentTotals([try term("c", nil, 9)]).split.maximum?.isOpen == false)
  }

  @Test func `a link out of the area is named, and sums hold at the greatest number`() throws {
    let totals = IncidentTotals([
      try term("a", .max, .max, [(.conflatedWith, "elsewhere")]), try term("b", 5, 5),
    ])
    #expect(totals.overlaps.map(\.isInside) == [false] && !totals.isAmbiguous)
    #expect(totals.split.maximum?.value == .max)
  }

  @Test func `merging never adds, and order never matters`() throws {
    var generator = SeededGenerator(seed: 1_709)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<200 {
      let count = generator.integer(in: 0...7)
      let terms = try (0..<count).map { index in
        let least = generator.integer(in: 0...50)
        let links = generator.list(0...2) { generator in
          (generator.pick(IncidentLinkKind.allCases), "I\(generator.integer(in: 0...7))")
        }
        return try term("I\(index)", least, least + generator.integer(in: 0...9), links)
      }
      let totals = IncidentTotals(terms)
      #expect(totals == IncidentTotals(terms.shuffled(using: &generator)))
      for (merged, split) in [
        (totals.merged.minimum, totals.split.minimum),
        (totals.merged.maximum, totals.split.maximum),
      ] {
        #expect((merged?.value ?? 0) <= (split?.value ?? 0))
        #expect(split?.claims.isEmpty != true)
      }
      #expect(totals.split.events.flatMap { $0 }.count == count)
      #expect(Set(totals.merged.events.flatMap { $0 }) == Set(terms.map(\.incident)))
    }
  }
}
