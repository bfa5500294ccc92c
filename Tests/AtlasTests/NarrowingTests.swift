import Inquiry
import QueryLanguage
import Records
import SimpleFeatures
import TestSupport
import Testing

@testable import Atlas

/// Questions that sorted columns narrow, against the same ones that look at every incident.
struct NarrowingTests {
  @Test func `a filter answers as it does where it tells an index nothing`() throws {
    let register = try SyntheticRegister(seed: 20_170_601, count: 700)
    var generator = SeededGenerator(seed: 64)
    var answered = 0
    for _ in 0..<80 {
      let text = try filter(&generator)
      var query = try self.query(&generator)
      query.properties.filters = [try ParsedFilter(text)]
      let narrowed = try register.atlas.page(query)
      // Twice negated a filter says the same, and nothing that an index could use.
      query.properties.filters = [try ParsedFilter("NOT (NOT (\(text)))")]
      let plain = try register.atlas.page(query)
      #expect(narrowed.features.map(\.id) == plain.features.map(\.id), "\(text)")
      #expect(narrowed.counts == plain.counts, "\(text)")
      #expect(narrowed.numberMatched == plain.numberMatched, "\(text)")
      if plain.numberMatched > 0 { answered += 1 }
    }
    #expect(answered > 20)
  }

  @Test func `runs hold every incident of a span and no block that cannot`() throws {
    var generator = SeededGenerator(seed: 8_191)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for count in [0, 1, 63, 64, 65, 500] {
      let incidents = columns(count, &generator)
      let blocks = TimeBlocks(incidents)
      for _ in 0..<40 {
        let first = Int32(generator.integer(in: -10...210))
        let last = first + Int32(generator.integer(in: 0...60))
        let meeting = ordinals(blocks.runs(meeting: first...last))
        let starting = ordinals(blocks.runs(startingIn: first...last))
        let ending = ordinals(blocks.runs(endingIn: first...last))
        for incident in 0..<count {
          let (start, end) = (incidents.starts[incident], incidents.ends[incident])
          let isDated = incidents.hasTime[incident]
          if !isDated || (start <= last && first <= end) { #expect(meeting.contains(incident)) }
          #expect(starting.contains(incident) == (isDated && first...last ~= start))
          if isDated, first...last ~= end { #expect(ending.contains(incident)) }
          if isDated, start > last { #expect(!meeting.contains(incident)) }
        }
      }
    }
  }

  @Test func `runs have in common what both hold`() {
    var generator = SeededGenerator(seed: 31)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    for _ in 0..<200 {
      let (left, right) = (runs(&generator), runs(&generator))
      let common = left.intersection(right)
      #expect(ordinals(common) == ordinals(left).intersection(ordinals(right)))
      for (run, next) in zip(common.runs, common.runs.dropFirst()) {
        #expect(run.upperBound < next.lowerBound)
      }
    }
  }

  private func filter(_ generator: inout SeededGenerator) throws -> String {
    let base = try day("2017-01-01")
    let first = base.adding(days: generator.integer(in: -3...70))
    let last = first.adding(days: generator.integer(in: 0...12))
    let number = generator.integer(in: 0...720)
    let parts = [
      "event_start BETWEEN DATE('\(first)') AND DATE('\(last)')",
      "event_start = DATE('\(first)')", "event_end < DATE('\(last)')",
      "event_end >= DATE('\(first)') AND event_start <= DATE('\(last)')",
      "event_end >= DATE('\(first)') AND event_end < DATE('\(last)')",
      "event_start > DATE('\(last)') AND event_start < DATE('\(first)')",
      "T_INTERSECTS(event_start, INTERVAL('\(first)', '\(last)'))",
      "event_start > TIMESTAMP('\(first)T12:00:00Z')",
      "id IN ('I\(number)', 'I\(number / 2)', 'nobody')", "id = 'I\(number)'",
      "killed_min > \(number % 20)", "S_INTERSECTS(geometry, BBOX(43, 36.2, 43.1, 36.4))",
    ]
    let chosen = (0..<generator.integer(in: 1...3)).map { _ in generator.pick(parts) }
    return chosen.map { "(\($0))" }.joined(separator: generator.isOnce(in: 4) ? " OR " : " AND ")
  }

  private func query(_ generator: inout SeededGenerator) throws -> IncidentQuery {
    var query = IncidentQuery()
    query.limit = 1_000
    query.includesUnplaced = generator.isOnce(in: 2)
    query.includesUndated = generator.isOnce(in: 2)
    let base = try day("2017-01-01")
    if generator.isOnce(in: 3) { query.asOf = base.adding(days: generator.integer(in: 0...90)) }
    if generator.isOnce(in: 3) { query.area = .envelope(box(43, 36.25, 43.15, 36.4)) }
    if generator.isOnce(in: 3) {
      let first = base.adding(days: generator.integer(in: -5...60))
      query.time = DayInterval(start: first, end: first.adding(days: 9))
    }
    return query
  }

  /// Incidents in the stable order: first days rising, open ones first, undated ones last.
  private func columns(_ count: Int, _ generator: inout SeededGenerator) -> IncidentColumns {
    var incidents = IncidentColumns()
    let undated = count / 7
    let starts = (0..<count - undated).map { _ in
      generator.isOnce(in: 9) ? Int32.min : Int32(generator.integer(in: 0...200))
    }.sorted()
    incidents.starts = starts + [Int32](repeating: ClaimColumns.noDay, count: undated)
    incidents.ends =
      starts.map { start in
        generator.isOnce(in: 20)
          ? ClaimColumns.noDay : max(start, 0) + Int32(generator.integer(in: 0...5))
      } + [Int32](repeating: ClaimColumns.noDay, count: undated)
    incidents.hasTime = (0..<count).map { $0 < count - undated }
    return incidents
  }

  private func runs(_ generator: inout SeededGenerator) -> OrdinalRuns {
    var runs = OrdinalRuns()
    var next = 0
    for _ in 0..<generator.integer(in: 0...6) {
      let first = next + generator.integer(in: 0...9)
      next = first + generator.integer(in: 0...9)
      runs.append(first..<next)
    }
    return runs
  }

  private func ordinals(_ runs: OrdinalRuns) -> Set<Int> { Set(runs.runs.flatMap { $0 }) }
}
