import Inquiry
import SimpleFeatures

// A box and nothing else is asked about: the usual question of maps and of the web.
extension Atlas {
  /// Counts how all supports lie to a box, and keeps the incidents of the page.
  ///
  /// - Returns: `false` where the question has to be answered support by support.
  /// - Complexity: O(log *n* + *p* + √(*ln*)), *p* supports at the edge of the answer, pages of *l*.
  func surveyBox(
    _ area: AreaTest, _ filter: IncidentFilter, _ answer: inout Answer
  ) throws -> Bool {
    guard let judge = BoxJudge(area.shape), area.place == nil,
      let census = try boxCensus.census(of: self)
    else { return false }
    let isWide = filter.query.match == .possible
    let found = try BoxFindings(
      area, judge, census, listing: isWide ? .possible : .certain, in: self)
    answer.counts.certain = found.certain
    answer.counts.possible = found.possible
    answer.counts.excluded = indexed.count - found.certain - found.possible
    answer.counts.unplaced = unplaced.count
    let withUnplaced = isWide && filter.query.includesUnplaced
    let matches = found.certain + (isWide ? found.possible : 0)
    let total = matches + (withUnplaced ? unplaced.count : 0)
    if answer.matching.isCountOnly {
      answer.matching.settle([], of: total)
    } else if let page = try firstMatches(
      from: answer.matching.begin, atMost: answer.matching.limit, of: total,
      isMatch: { incident in
        switch try certainty(of: incident, in: area, judge) {
        case .certain: true
        case .possible: isWide
        case .unplaced: withUnplaced
        case .excluded: false
        }
      })
    {
      answer.matching.settle(page, of: total)
    } else {
      found.forEach(in: census) { answer.matching.offer($0) }
      if withUnplaced { answer.matching.offer(rising: unplaced) }
    }
    return true
  }

  /// Walks the stable order for a page's incidents and the one after, which tells whether more
  /// follow; `nil` where listing all matches promises to be sooner, or proves to be.
  ///
  /// One in *n* / *k* matches if they lie evenly in time. They seldom do, so the walk ends after as
  /// many steps as the list would take.
  private func firstMatches(
    from begin: Int, atMost limit: Int, of total: Int, isMatch: (Int) throws -> Bool
  ) throws -> [Int32]? {
    let left = Double(incidents.count - begin)
    guard limit < total, left * Double(limit) < Double(total) * Double(total) else { return nil }
    var kept: [Int32] = []
    for incident in begin..<incidents.count {
      if incident - begin > total { return nil }
      guard try isMatch(incident) else { continue }
      kept.append(Int32(clamping: incident))
      if kept.count > limit { break }
    }
    return kept
  }

  /// How one incident lies to a box: by arithmetic where that tells.
  private func certainty(
    of incident: Int, in area: AreaTest, _ judge: BoxJudge
  ) throws -> Placement.Certainty {
    let rows = incidents.candidateOffsets[incident]
    if rows.count == 1 {
      let disc = incidents.candidates.discs[rows.lowerBound]
      if disc.radiusMeters >= 0, !judge.box.intersects(disc.box) { return .excluded }
    }
    return try certainty(of: incident, in: area, asOf: nil)
  }
}

/// What matches a box, as counts and as runs of the census's lists; those that match no more than
/// possibly are listed where they are wanted too.
struct BoxFindings {
  private(set) var certain = 0
  private(set) var possible = 0
  private var runs: [(tree: Int, places: Range<Int>)] = []
  private var places: [Int] = []
  private var single: [Int32] = []
  private let isWide: Bool

  init(
    _ area: AreaTest, _ judge: BoxJudge, _ census: BoxCensus, listing match: Match,
    in atlas: Atlas
  ) throws {
    isWide = match == .possible
    let incidents = atlas.incidents
    for (ordinal, tree) in census.discs.enumerated() {
      try tree.forEachRun(judgedBy: judge) { incident in
        let disc = incidents.candidates.discs[
          incidents.candidateOffsets[Int(incident)].lowerBound]
        return try area.shape.relation(
          ofDiscAt: disc.center, radiusMeters: disc.radiusMeters, box: disc.box)
      } _: { run, isCertain in
        count(run.count, isCertain)
        if isWide || isCertain { list(run, of: ordinal) }
      }
    }
    for (ordinal, entry) in census.named.enumerated() {
      let relation = try area.relation(ofPlace: entry.place, in: atlas.areas)
      guard relation != .disjoint else { continue }
      count(entry.incidents.count, relation == .covered)
      if isWide || relation == .covered { places.append(ordinal) }
    }
    for incident in census.others {
      let certainty = try atlas.certainty(of: Int(incident), in: area, asOf: nil)
      guard certainty == .certain || certainty == .possible else { continue }
      count(1, certainty == .certain)
      if isWide || certainty == .certain { single.append(incident) }
    }
  }

  /// Lists a run of a tree; most follow right behind the last one.
  private mutating func list(_ run: Range<Int>, of tree: Int) {
    if let last = runs.last, last.tree == tree, last.places.upperBound == run.lowerBound {
      runs[runs.count - 1].places = last.places.lowerBound..<run.upperBound
    } else {
      runs.append((tree, run))
    }
  }

  private mutating func count(_ incidents: Int, _ isCertain: Bool) {
    if isCertain { certain += incidents } else { possible += incidents }
  }

  /// Lists what matches, in no order.
  ///
  /// - Parameters:
  ///   - census: The one that was asked.
  ///   - take: Takes each incident once.
  func forEach(in census: BoxCensus, _ take: (Int32) -> Void) {
    for run in runs {
      let incidents = census.discs[run.tree].incidents
      for place in run.places { take(incidents[place]) }
    }
    for place in places { census.named[place].incidents.forEach(take) }
    single.forEach(take)
  }
}
