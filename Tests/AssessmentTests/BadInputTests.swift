import Assessment
import Records
import TestSupport
import Testing

/// Claims that say nothing countable, contradict themselves, run in circles or come by thousands.
struct BadInputTests {
  @Test func `no claims, only denials, only words without number and only area totals are unknown`()
    throws
  {
    let testimonies: [[Testimony.Entry]] = [
      [],
      [try claim("A", [try figure(0, 0)], kinds: [.denies], polarity: .denied)],
      [try claim("A", [try figure(nil, nil, bound: .unquantified)])],
      [try claim("A", [try figure(700, 700, scope: .areaPeriod)])],
      [try claim("A")],
    ]
    for entries in testimonies {
      let table = MethodTable(of: Testimony(entries))
      #expect(table.results.map(\.method) == Method.allCases)
      for method in Method.allCases {
        for measure in Measure.allCases { #expect(table[method][measure].isUnknown) }
        let tree = table.derivation(of: .maximum, .killed, by: method)
        #expect(tree.claims.isEmpty)
      }
      #expect(table.constraint.measures.isEmpty)
    }
  }

  @Test func `a claim that denies, repeats or replaces itself stands as it is`() throws {
    let edges: [(ClaimEdgeKind, String)] = [
      (.denies, "A"), (.sameOriginAs, "A"), (.supersedes, "A"), (.excludes, "A"),
    ]
    let table = MethodTable(of: Testimony([try claim("A", [try figure(3, 4)], edges: edges)]))
    for method in [Method.airwars, .ibc, .ucdp, .constraint] {
      #expect(table[method][.killed].values == [3, 4])
    }
    #expect(table.origins.independentCount == 1 && table.mutations.isEmpty)
  }

  @Test func `claims that deny each other in a circle part into sets`() throws {
    let table = MethodTable(
      of: Testimony([
        try claim("A", [try figure(1, nil)], edges: [(.denies, "B")]),
        try claim("B", [try figure(2, nil)], edges: [(.denies, "C")]),
        try claim("C", [try figure(3, nil)], edges: [(.denies, "A")]),
        try claim("D", [try figure(4, nil)]),
      ]))
    let sets = try #require(table.constraint[.killed])
    #expect(sets.search.isComplete)
    #expect(
      Set(sets.sets.map { $0.claims.map(\.text) }) == [["A", "D"], ["B", "D"], ["C", "D"]])
  }

  @Test func `figures of one claim that contradict each other bind nothing`() throws {
    let table = MethodTable(
      of: Testimony([
        try claim("A", [try figure(10, 10), try figure(20, 20)]),
        try claim("B", [try figure(15, 15)]),
      ]))
    let sets = try #require(table.constraint[.killed])
    #expect(sets.sets.map { $0.claims.map(\.text) } == [["B"]])
    #expect(sets.leftOut[try claimID("A")]?.reason == .selfContradiction)
  }

  @Test func `before any claim nothing is known, and an undated claim is never before a day`()
    throws
  {
    let entries = [
      try claim("A", [try figure(3, 4)]), try claim("B", [try figure(9, 9)], on: nil),
    ]
    let early = MethodTable(of: Testimony(entries), asOf: CivilDate("2017-03-19"))
    #expect(early.claimCount == 0 && early[.airwars][.killed].isUnknown)
    #expect(early.readings.map(\.leftOut?.reason) == [.notYetPublished, .undated])
    let later = MethodTable(of: Testimony(entries), asOf: CivilDate("2017-03-20"))
    #expect(later[.airwars][.killed].values == [3, 4])
    #expect(MethodTable(of: Testimony(entries))[.airwars][.killed].values == [3, 9])
  }

  @Test func `the greatest numbers do not overflow`() throws {
    let table = MethodTable(
      of: Testimony([
        try claim("A", [try figure(.max, .max, .civilians), try figure(.max, .max, .combatants)])
      ]))
    #expect(table[.ucdp][.allKilled].values == [.max, .max])
    #expect(table.constraint[.killed]?.sets.first?.minimum == .max)
  }

  /// A second when optimised; tests run unoptimised.
  #if DEBUG
    private static let patience = Duration.seconds(30)
  #else
    private static let patience = Duration.seconds(1)
  #endif

  @Test(
    .serialized,
    arguments: ["one number", "all different", "a chain", "a quarrel", "one origin", "falling"])
  func `ten thousand claims on one incident take bounded time`(shape: String) throws {
    let entries = try (0..<10_000).map { index -> Testimony.Entry in
      let next = "C\((index + 1) % 10_000)"
      return switch shape {
      case "one number": try claim("C\(index)", [try figure(5, 9)])
      case "all different": try claim("C\(index)", [try figure(index, index + 20)])
      case "a chain":
        try claim("C\(index)", [try figure(index, nil)], edges: [(.supersedes, next)])
      case "a quarrel":
        try claim(
          "C\(index)", [try figure(5, 9)],
          edges: [(.excludes, next), (.denies, "C\((index * 7 + 3) % 10_000)")])
      case "one origin":
        try claim("C\(index)", [try figure(index, 10_000)], edges: [(.sameOriginAs, "C0")])
      default:
        try claim(
          "C\(index)",
          [try figure(10_000 - index, 10_000 - index, .bodies, .recovered, asAt: day(index))],
          by: "counter")
      }
    }
    let testimony = Testimony(entries)
    var table: MethodTable?
    let time = threadTime { table = MethodTable(of: testimony) }
    print("10,000 claims, \(shape): \(time)")
    #expect(time < Self.patience)
    let sets = try #require(table?.constraint[.killed])
    #expect(sets.sets.count <= ConsistentSets.setLimit)
    #expect(shape != "a quarrel" || !sets.search.isComplete)
    #expect(shape != "all different" || sets.search.omittedSetCount > 0)
  }

  private func day(_ index: Int) -> String {
    CivilDate(daysSinceEpoch: 10_000 + index)?.description ?? ""
  }
}
