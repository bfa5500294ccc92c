import Assessment
import Inquiry
import QueryLanguage
import Records
import TestSupport
import Testing

@testable import Atlas

/// Questions for what claims come to, answered from columns and by weighing the claims.
struct FindingTests {
  @Test func `what is kept answers as the claims themselves`() throws {
    // The first question of an atlas weighs the claims, later ones read the columns.
    let first = try SyntheticRegister(seed: 90_210, count: 240)
    let kept = try SyntheticRegister(seed: 90_210, count: 240)
    #expect(kept.atlas.findingMemo.findings(of: kept.atlas) == nil)
    #expect(kept.atlas.findingMemo.findings(of: kept.atlas) != nil)
    var generator = SeededGenerator(seed: 12)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    var answered = 0
    for _ in 0..<150 {
      let query = try self.query(&generator)
      let plain = try plainPage(of: query, in: first)
      let quick = try kept.atlas.page(query)
      #expect(quick.features.map(\.id) == plain.features.map(\.id), "\(query)")
      #expect(quick.counts == plain.counts, "\(query)")
      if plain.numberMatched > 0, plain.numberMatched < 240 { answered += 1 }
    }
    #expect(answered > 50)
  }

  @Test func `every incident has its grade, its numbers and their reach`() throws {
    let atlas = try SyntheticRegister(seed: 5, count: 300).atlas
    let findings = FindingColumns(of: atlas)
    for incident in 0..<300 {
      let assessment = atlas.assessment(of: incident, asOf: nil)
      #expect(findings.grade(of: incident) == assessment.shownGrade)
      for (number, end) in [
        (FindingNumber.killedMinimum, assessment.killed.minimum),
        (.killedMaximum, assessment.killed.maximum),
        (.injuredMinimum, assessment.injured.minimum),
        (.injuredMaximum, assessment.injured.maximum),
      ] {
        #expect(findings.number(number, of: incident) == .some(end?.value))
        for range in [0.0...3, 5...5, 10...Double.infinity] {
          let isIn = end.map { range.contains(Double($0.value)) } ?? false
          #expect(findings.incidents(number, in: range).contains(Int32(incident)) == isIn)
        }
      }
    }
  }

  /// The page of an atlas that keeps nothing: one that is asked for the first time.
  private func plainPage(
    of query: IncidentQuery, in register: SyntheticRegister
  ) throws -> IncidentPage {
    let batch = RecordBatch(
      places: register.places, incidents: register.incidents, claims: register.claims)
    return try makeAtlas(batch).page(query)
  }

  private func query(_ generator: inout SeededGenerator) throws -> IncidentQuery {
    var query = IncidentQuery()
    query.limit = 1_000
    if generator.isOnce(in: 4) {
      query.grades = [generator.pick([.confirmed, .fair]), generator.pick([.weak, .contested])]
    }
    if generator.isOnce(in: 4) { query.minimumHarm = generator.integer(in: 1...40) }
    let number = generator.integer(in: 0...60)
    let filters = [
      "grade = 'fair'", "grade IN ('weak', 'confirmed')", "grade IS NULL", "NOT (grade = 'weak')",
      "killed_max >= \(number)", "killed_min < \(number)", "killed_max = \(number)",
      "injured_max BETWEEN 1 AND \(number)", "injured_min IS NULL", "killed_max > killed_min + 3",
      "\(number) <= killed_max OR grade = 'contested'", "killed_max > 5 AND killed_max < \(number)",
      "killed_min > \(number) AND killed_min < \(number)",
    ]
    for _ in 0..<generator.integer(in: 0...2) {
      query.properties.filters.append(try ParsedFilter(generator.pick(filters)))
    }
    if generator.isOnce(in: 3) {
      query.properties.order = [
        SortKey(generator.pick([.killedMaximum, .grade]), isDescending: true)
      ]
    }
    return query
  }
}
