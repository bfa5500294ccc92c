import Assessment
import Records
import TestSupport
import Testing

/// Origins from numbers against origins from whole claims.
struct OriginTallyTests {
  @Test func `numbers give the origins that whole claims give`() throws {
    var generator = SeededGenerator(seed: 560)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<500 {
      let testimony = Testimony(
        try generator.gradedEntries(0...9), sources: try generator.anySources())
      let tally = Self.tally(of: testimony)
      #expect(tally.independentCount == Origins(testimony).independentCount)
      let compact = testimony.gradedEvidence().indices.map { index in
        testimony.gradedEvidence()[index].with(
          testimony.gradedEvidence()[index].signals, origin: tally.keys[index])
      }
      #expect(
        IncidentAssessment(of: compact).computed == ExplainedGrade(testimony).decision)
    }
  }

  @Test func `an echo in a circle counts once, and nobody counts for nothing`() {
    let items = [1, 2, 3].map { OriginTally.Item(claimant: $0, body: $0) }
    let circle = [(0, 1), (1, 0)].map {
      OriginTally.Link(echo: $0.0, source: $0.1, isCertain: true)
    }
    #expect(OriginTally(items, links: circle).independentCount == 2)
    let nobody = [OriginTally.Item(claimant: 1, body: 0)]
    #expect(OriginTally(nobody).independentCount == 0)
    #expect(OriginTally([]).keys.isEmpty)
  }

  static func tally(of testimony: Testimony) -> OriginTally {
    var bodies = OriginSlots()
    var claimants: [SourceID: UInt32] = [:]
    let places = Dictionary(
      testimony.entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let items = testimony.entries.map { entry in
      let claimant = claimants[entry.claim.claimant, default: UInt32(claimants.count)]
      claimants[entry.claim.claimant] = claimant
      return OriginTally.Item(
        claimant: claimant, body: bodies.origin(of: entry.claim, sources: testimony.sources))
    }
    let links = testimony.entries.enumerated().flatMap { index, entry in
      entry.claim.edges.compactMap { edge -> OriginTally.Link? in
        guard edge.kind.joinsOrigins, let target = places[edge.target], target != index else {
          return nil
        }
        return OriginTally.Link(
          echo: index, source: target, isCertain: edge.certainty == .certain)
      }
    }
    return OriginTally(items, links: links)
  }
}
