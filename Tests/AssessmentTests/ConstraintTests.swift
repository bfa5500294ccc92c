import Assessment
import Records
import TestSupport
import Testing

/// The sets of claims that can all be true together.
struct ConstraintTests {
  private func mosul() throws -> ConsistentSets {
    let table = MethodTable(
      of: try MosulClaims().testimony(of: "CI550"), asOf: CivilDate("2017-05-25"))
    return try #require(table.constraint[.killed])
  }

  private func set(_ sets: ConsistentSets, with names: Set<String>) -> ConsistentSet? {
    sets.sets.first { names.isSubset(of: Set($0.claims.map(\.text))) }
  }

  @Test func `sets A to D of the strike of 17 March come out with their intervals`() throws {
    let sets = try mosul()
    let a = try #require(set(sets, with: ["L22", "L13", "L02", "L17"]))
    #expect(a.minimum == 141 && a.maximum == 141 && a.minimumWithCombatants == 139)
    let b = try #require(set(sets, with: ["L20", "L22", "L13"]))
    #expect(b.minimum == 112 && b.maximum == 130)
    let c = try #require(set(sets, with: ["L19", "L09", "L12", "L17", "L02"]))
    #expect(c.minimum == 278 && c.maximum == nil)
    #expect(c.contradicts.map(\.text).contains("L22") && c.contradicts.map(\.text).contains("L20"))
    #expect(c.possible.map(\.text).contains("L03"))
    let d = try #require(set(sets, with: ["L11", "L01"]))
    #expect(d.minimum == 61 && d.maximum == 61 && d.possible.map(\.text).contains("S10"))
    #expect(sets.search.isComplete && sets.search.omittedSetCount == 0)
  }

  @Test func `areas over periods never bind, and parts only from below`() throws {
    let sets = try mosul()
    #expect(sets.bounds.allSatisfy { $0.claim.text != "L08" && $0.claim.text != "L16" })
    let sub = try #require(sets.bounds.first { $0.claim.text == "L13" })
    #expect(sub.minimum == 112 && sub.maximum == nil)
  }

  @Test func `a claim that only caps leaves no floor, for unknown is not nought`() throws {
    let table = MethodTable(of: Testimony([try claim("A", [try figure(nil, 29)])]))
    #expect(table[.constraint][.killed].values == [nil, 29])
    let none = MethodTable(of: Testimony([try claim("A", [try figure(0, 0)])]))
    #expect(none[.constraint][.killed].values == [0, 0])
  }

  @Test func `the sets are those that trying every subset finds`() throws {
    var generator = SeededGenerator(seed: 1_708)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<300 {
      let count = generator.integer(in: 1...8)
      let entries = try (0..<count).map { index -> Testimony.Entry in
        let least = generator.integer(in: 1...9)
        let edges: [(ClaimEdgeKind, String)] =
          generator.isOnce(in: 3) ? [(.excludes, "C\(generator.integer(in: 0...7))")] : []
        return try claim(
          "C\(index)",
          [
            try figure(least, generator.isOnce(in: 3) ? nil : least + generator.integer(in: 0...3))
          ], edges: edges)
      }
      let table = MethodTable(of: Testimony(entries))
      let found = Set((table.constraint[.killed]?.sets ?? []).map { Set($0.claims.map(\.text)) })
      #expect(found == bySubsets(entries))
    }
  }

  /// Every maximal subset whose figures meet and whose claims do not exclude each other.
  private func bySubsets(_ entries: [Testimony.Entry]) -> Set<Set<String>> {
    let names = entries.map(\.id.text)
    let consistent = (1..<(1 << entries.count)).filter { mask in
      let members = entries.indices.filter { mask & (1 << $0) != 0 }.map { entries[$0].claim }
      let least = members.compactMap { $0.quantities.first?.minimum }.max() ?? 0
      let most = members.compactMap { $0.quantities.first?.maximum }.min() ?? .max
      let ids = Set(members.map(\.id))
      return least <= most
        && members.allSatisfy { member in
          member.edges.allSatisfy { !ids.contains($0.target) || $0.target == member.id }
        }
    }
    let maximal = consistent.filter { mask in
      !consistent.contains { $0 != mask && $0 & mask == mask }
    }
    return Set(
      maximal.map { mask in Set(names.indices.filter { mask & (1 << $0) != 0 }.map { names[$0] }) })
  }
}
