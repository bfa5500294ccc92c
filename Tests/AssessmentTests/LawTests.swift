import Assessment
import Records
import TestSupport
import Testing

/// Laws that hold for the claims of any incident.
struct LawTests {
  private func eachTestimony(
    _ seed: UInt64, rounds: Int = 300,
    _ body: (inout SeededGenerator, [Testimony.Entry], [SourceID: Source]) throws -> Void
  ) throws {
    var generator = SeededGenerator(seed: seed)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<rounds {
      let entries = try generator.testimonyEntries(0...9)
      try body(&generator, entries, try generator.anySources())
    }
  }

  private func ends(_ table: MethodTable) -> [ExplainedEnd] {
    table.results.flatMap { result in
      [result.ranges, result.otherReading, result.conceded].flatMap { $0.values }.flatMap {
        range in RangePoint.allCases.compactMap { range[$0] }
      }
    }
  }

  @Test func `the compact range and the explained airwars range are one`() throws {
    try eachTestimony(17_03) { generator, entries, sources in
      let testimony = Testimony(entries, sources: sources)
      let asOf = generator.isOnce(in: 2) ? CivilDate("2017-03-22") : nil
      let compact = IncidentAssessment(of: testimony.evidence(), asOf: asOf)
      let table = MethodTable(of: testimony, asOf: asOf)
      #expect(compact.claimCount == table.claimCount)
      for (measure, range) in [(Measure.killed, compact.killed), (.injured, compact.injured)] {
        let explained = table[.airwars][measure]
        #expect(explained.values == range.values)
        #expect(explained.maximum?.isOpen == range.maximum?.isOpen)
        #expect(explained.minimum?.rule == range.minimum?.rule)
        for (end, compact) in [
          (explained.minimum, range.minimum), (explained.maximum, range.maximum),
        ] {
          // The compact end names echoes too, for it does not know them.
          let compact = Set(compact?.claims ?? [])
          let named = Set(end.map { $0.claims + $0.echoes } ?? [])
          #expect(compact.isSuperset(of: end?.claims ?? []) && compact.isSubset(of: named))
        }
      }
    }
  }

  @Test func `the order of claims never matters`() throws {
    try eachTestimony(17_04, rounds: 150) { generator, entries, sources in
      let asOf = generator.isOnce(in: 2) ? CivilDate("2017-03-22") : nil
      let first = MethodTable(of: Testimony(entries, sources: sources), asOf: asOf)
      let second = MethodTable(
        of: Testimony(entries.shuffled(using: &generator), sources: sources), asOf: asOf)
      #expect(first.results == second.results && first.constraint == second.constraint)
      #expect(first.origins == second.origins && first.series == second.series)
      #expect(first.mutations == second.mutations && first.readings == second.readings)
    }
  }

  @Test func `every figure shown carries claims in play and says what their loss changes`() throws {
    try eachTestimony(17_05) { generator, entries, sources in
      let asOf = generator.isOnce(in: 2) ? CivilDate("2017-03-22") : nil
      let testimony = Testimony(entries, sources: sources)
      let table = MethodTable(of: testimony, asOf: asOf)
      let inPlay = Set(testimony.published(by: asOf).entries.map(\.id))
      for end in ends(table) {
        #expect(!end.claims.isEmpty && inPlay.isSuperset(of: end.claims))
        #expect(end.ifRemoved.map(\.claim) == end.claims && end.untriedCount == 0)
      }
      for result in table.results {
        for (measure, range) in result.ranges {
          for point in RangePoint.allCases {
            guard let end = range[point] else { continue }
            let tree = table.derivation(of: point, measure, by: result.method)
            #expect(tree.claims == end.claims)
            guard let removal = end.ifRemoved.first else { continue }
            let rest = MethodTable(
              of: testimony.selecting { $0.id != removal.claim }, asOf: asOf)
            #expect(rest[result.method][measure][point]?.value == removal.value)
          }
        }
      }
      for sets in table.constraint.measures.values {
        for set in sets.sets {
          #expect(!set.claims.isEmpty && inPlay.isSuperset(of: set.claims))
          if set.minimum != nil { #expect(!set.floor.isEmpty) }
          if set.maximum != nil { #expect(!set.ceiling.isEmpty) }
        }
      }
    }
  }

  @Test func `another claim never narrows a range unless an edge or a series says so`() throws {
    try eachTestimony(17_06) { generator, entries, sources in
      var more = try generator.entry(entries.count, of: 0)
      while more.claim.isAssessment || more.claim.quantities.contains(where: \.isCumulative) {
        more = try generator.entry(entries.count, of: 0)
      }
      // Origin edges are allowed: they add no number and take none away.
      if let other = entries.first {
        more = Testimony.Entry(
          claim: more.claim.joined(to: other.id, by: generator.pick([.copies, .sameOriginAs])),
          certainty: more.certainty)
      }
      let before = MethodTable(of: Testimony(entries, sources: sources))
      let after = MethodTable(of: Testimony(entries + [more], sources: sources))
      for method in [Method.airwars, .ibc, .ucdp] {
        for measure in Measure.allCases {
          let (old, new) = (before[method][measure], after[method][measure])
          if let low = old.minimum {
            #expect((new.minimum?.value ?? .max) <= low.value, "\(method) \(measure)")
          }
          if let high = old.maximum { #expect((new.maximum?.value ?? -1) >= high.value) }
        }
      }
      for measure in Measure.allCases {
        if let old = before[.acled][measure].minimum {
          #expect((after[.acled][measure].minimum?.value ?? .max) <= old.value)
        }
      }
    }
  }

  @Test func `collapsing echoes twice is collapsing once`() throws {
    try eachTestimony(17_07) { _, entries, sources in
      let testimony = Testimony(entries, sources: sources)
      let once = testimony.collapsingEchoes()
      #expect(once.collapsingEchoes().entries.map(\.id) == once.entries.map(\.id))
      let (full, few) = (Origins(testimony), Origins(once))
      #expect(few.groups.map(\.representative) == full.groups.map(\.representative))
      #expect(few.mentionCount == full.groups.count)
      #expect(full.leastIndependentCount <= full.independentCount)
      #expect(full.groups.flatMap(\.members).count == full.mentionCount)
    }
  }
}

extension Claim {
  fileprivate func joined(to other: ClaimID, by kind: ClaimEdgeKind) -> Claim {
    var claim = self
    claim.edges = [ClaimEdge(kind: kind, target: other)]
    return claim
  }
}
