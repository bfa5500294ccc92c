import Assessment
import Records
import TestSupport
import Testing

/// What must hold of grades whatever the claims are.
struct GradeLawTests {
  private func forMany(_ seed: UInt64, _ body: (inout SeededGenerator) throws -> Void) throws {
    var generator = SeededGenerator(seed: seed)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<300 { try body(&generator) }
  }

  @Test func `the order of claims never matters`() throws {
    try forMany(550) { generator in
      let entries = try generator.gradedEntries(0...9)
      let sources = try generator.anySources()
      let one = Testimony(entries, sources: sources)
      let other = Testimony(entries.shuffled(using: &generator), sources: sources)
      #expect(ExplainedGrade(one) == ExplainedGrade(other))
      #expect(StrikeStatusFinding(one) == StrikeStatusFinding(other))
      #expect(BelligerentPosition.positions(in: one) == BelligerentPosition.positions(in: other))
      #expect(ContradictionGraph(one) == ContradictionGraph(other))
      #expect(Timeline(one) == Timeline(other))
    }
  }

  @Test func `every verdict carries claims that are in play`() throws {
    try forMany(551) { generator in
      let whole = Testimony(
        try generator.gradedEntries(0...9), sources: try generator.anySources())
      let inPlay = whole.published(by: try day("2017-03-22"))
      let ids = Set(inPlay.entries.map(\.id))
      let found = ExplainedGrade(inPlay)
      #expect((found.decision == .notYetReported) == ids.isEmpty)
      #expect(found.reasons.isEmpty == ids.isEmpty)
      for reason in found.reasons {
        #expect(!reason.claims.isEmpty && ids.isSuperset(of: reason.claims))
        #expect((reason.party != nil) == (reason.role == .blames))
      }
      #expect(ids.isEmpty || !found.decisiveClaims.isEmpty)
      if let status = StrikeStatusFinding(inPlay) {
        #expect(!status.claims.isEmpty && ids.isSuperset(of: status.claims + status.deniedBy))
      }
      for position in BelligerentPosition.positions(in: inPlay) {
        #expect(!position.claims.isEmpty && ids.isSuperset(of: position.claims))
      }
    }
  }

  @Test func `the compact grade says what the explained one says`() throws {
    try forMany(552) { generator in
      let testimony = Testimony(
        try generator.gradedEntries(0...9), sources: try generator.anySources())
      let found = ExplainedGrade(testimony)
      let compact = IncidentAssessment(of: testimony.gradedEvidence())
      #expect(compact.computed == found.decision)
      #expect(compact.gradesDiffer == (found.difference != nil))
    }
  }

  @Test func `without edges of origin a number for each body grades the same`() throws {
    try forMany(554) { generator in
      let entries = try generator.gradedEntries(0...9).filter { !$0.claim.hasOriginEdges }
      let testimony = Testimony(entries, sources: try generator.anySources())
      var parties = PartySlots()
      var origins = OriginSlots()
      let evidence = zip(testimony.entries, testimony.evidence()).map { entry, plain in
        plain.with(
          ClaimSignals(entry.claim, sources: testimony.sources) { parties.slot(of: $0) },
          origin: origins.origin(of: entry.claim, sources: testimony.sources))
      }
      let compact = IncidentAssessment(of: evidence)
      #expect(compact.computed == ExplainedGrade(testimony).decision)
    }
  }

  @Test func `a claim that only may speak of the incident never confirms or discounts`() throws {
    try forMany(553) { generator in
      let testimony = Testimony(
        try generator.gradedEntries(0...9), sources: try generator.anySources())
      let found = ExplainedGrade(testimony)
      guard found.grade == .confirmed || found.grade == .discounted else { return }
      let sure = Set(testimony.entries.filter { $0.certainty == .certain }.map(\.id))
      #expect(sure.isSuperset(of: found.reasons.flatMap(\.claims)))
    }
  }

  @Test(arguments: [30, 10_000])
  func `ten thousand claims, each replacing the last, are graded`(days: Int) throws {
    let first = try day("2017-01-01")
    let entries = try (0..<10_000).map { index in
      var said = try claim(
        "C\(index)", [figure(index, index, .bodies, .recovered)], by: "s\(index % 500)",
        edges: index > 0 ? [(.supersedes, "C\(index - 1)")] : []
      ).claim
      said.published = StatedTime(first.adding(days: index % days))
      said.attributedTo = ["P\(index % 3)"]
      return Testimony.Entry(claim: said, certainty: .certain)
    }
    let testimony = Testimony(entries)
    var grade: Grade?
    let time = threadTime { grade = ExplainedGrade(testimony).grade }
    print("graded in \(time)")
    // All were heard as sources, and only the last still blames anyone.
    #expect(grade == .fair)
    // A fifth of this with optimisation.
    #expect(time < .seconds(5))
  }
}

extension SeededGenerator {
  /// Claims of any make that also blame, admit, grade and give verdicts.
  mutating func gradedEntries(_ counts: ClosedRange<Int>) throws -> [Testimony.Entry] {
    try testimonyEntries(counts).map { entry in
      var claim = entry.claim
      if isOnce(in: 2) {
        claim.kinds = list(1...2) { generator in
          generator.pick([
            .reportsDeaths, .reportsInjuries, .acknowledgesStrike, .acceptsHarm, .concedesFigure,
            .attributes, .contextCount, .statesTactic, .denies, .doubts, .assesses, .retracts,
            .opensInquiry, .expressesConcern,
          ])
        }
      }
      claim.attributedTo = list(0...2) { $0.pick(["A", "B", "C", "unknown"]) }
      if isOnce(in: 6) { claim.grade = pick(Grade.allCases) }
      if isOnce(in: 8) { claim.verdict = pick(BelligerentVerdict.allCases) }
      return Testimony.Entry(claim: claim, certainty: entry.certainty)
    }
  }
}
