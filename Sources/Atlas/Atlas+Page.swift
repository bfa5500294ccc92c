import Assessment
public import Inquiry
import Records
import SimpleFeatures
import SpatialIndex

extension Atlas {
  /// The incidents that match a question, a page at a time, with counts over the whole answer.
  ///
  /// - Parameter query: The question; `asRecorded` is the caller's part, who picked this atlas.
  /// - Returns: The page in the stable order, or nearest first when that was asked.
  /// - Throws: `InquiryError` for an area that cannot be used.
  /// - Complexity: O(log *n* + *k*) for an area alone, *k* supports that may meet it; with any other
  ///   filter O(*n* / 64 + *m*), *m* incidents that times, names and boxes leave, all *n* where they
  ///   tell nothing; features are made for the page alone.
  public func page(_ query: IncidentQuery) throws -> IncidentPage {
    let filter = try IncidentFilter(query, of: self)
    if let nearest = query.nearest { return try nearestPage(nearest, filter: filter) }
    let selection = try select(filter)
    return page(of: try features(selection.ordinals, filter: filter), selection, filter)
  }

  /// What a page holds, before its features are made.
  struct Selection {
    let ordinals: ArraySlice<Int32>
    let numberMatched: Int
    let counts: MatchCounts
    let next: PageCursor?
  }

  /// Finds the incidents of a page.
  func select(_ filter: IncidentFilter) throws -> Selection {
    filter.query.properties.order.isEmpty
      ? try selectStable(filter) : try selectSorted(filter)
  }

  private func selectStable(_ filter: IncidentFilter) throws -> Selection {
    let query = filter.query
    var begin = 0
    var offset = max(0, query.offset)
    switch query.cursor {
    case .after(let day, let id)?: begin = incidents.firstOrdinal(after: day, id)
    case .past(let count)?: offset = offset.addingReportingOverflow(count).partialValue
    case nil: break
    }
    let (end, isOver) = max(0, query.limit).addingReportingOverflow(offset)
    var answer = Answer(begin: begin, limit: isOver ? .max : end)
    try survey(filter, &answer)
    let (kept, isLast) = answer.matching.page()
    let ordinals = kept.dropFirst(offset)
    return Selection(
      ordinals: ordinals, numberMatched: answer.matching.count, counts: answer.counts,
      next: isLast ? nil : ordinals.last.map { incidents.cursor(of: Int($0)) })
  }

  /// An answer in an order of its own: every match is looked at for its keys.
  private func selectSorted(_ filter: IncidentFilter) throws -> Selection {
    let query = filter.query
    var answer = Answer(begin: 0, limit: .max)
    try survey(filter, &answer)
    let sorted = answer.matching.page().ordinals.map { ordinal in
      (ordinal: ordinal, row: IncidentRow(Int(ordinal), of: self, for: query, filter.findings))
    }.sorted(by: query.properties.order) { $0.row.value($1) }
    var offset = max(0, query.offset)
    if case .past(let count)? = query.cursor {
      offset = offset.addingReportingOverflow(count).partialValue
    }
    let shown = sorted.dropFirst(max(0, offset)).prefix(max(0, query.limit))
    let end = shown.endIndex
    return Selection(
      ordinals: shown.map(\.ordinal)[...], numberMatched: answer.matching.count,
      counts: answer.counts,
      next: end < sorted.count && !shown.isEmpty ? PageCursor.past(end) : nil)
  }

  func page(
    of features: [IncidentFeature], _ selection: Selection, _ filter: IncidentFilter
  ) -> IncidentPage {
    IncidentPage(
      features: features, numberMatched: selection.numberMatched, counts: selection.counts,
      next: selection.next, query: filter.query, dataVersion: version)
  }

  /// What matches, and how every incident was counted.
  struct Answer {
    var matching: SmallestOrdinals
    var counts = MatchCounts()

    init(begin: Int, limit: Int) { matching = SmallestOrdinals(from: begin, limit: limit) }
  }

  /// Counts every incident and keeps those of the page.
  func survey(_ filter: IncidentFilter, _ answer: inout Answer) throws {
    switch (filter.area, filter.isOpen) {
    case (nil, true):
      answer.counts.certain = indexed.count
      answer.counts.unplaced = unplaced.count
      answer.matching.offer(allBelow: incidents.count)
    case (let area?, true): try surveyIndexed(area, filter, &answer)
    case (nil, false): try surveyAll(filter, &answer)
    case (let area?, false):
      // The index says which supports may meet the area; the others are outside or unplaced, and
      // are counted without a geometry test.
      var mayMeet = [Bool](repeating: false, count: incidents.count)
      for reach in area.reaches(in: areas) {
        supports.search(reach) { item in
          mayMeet[Int(indexed[item])] = true
          return .proceed
        }
      }
      try surveyAll(filter, mayMeet: mayMeet, &answer)
    }
  }

  /// Only place is asked about: what the index does not name is outside or unplaced.
  private func surveyIndexed(
    _ area: AreaTest, _ filter: IncidentFilter, _ answer: inout Answer
  ) throws {
    if try surveyBox(area, filter, &answer) { return }
    let match = filter.query.match
    func consider(_ item: Int) throws {
      let incident = indexed[item]
      switch try certainty(of: Int(incident), in: area, asOf: nil) {
      case .certain:
        answer.counts.certain += 1
        answer.matching.offer(incident)
      case .possible:
        answer.counts.possible += 1
        if match == .possible { answer.matching.offer(incident) }
      case .excluded, .unplaced: break
      }
    }
    let reaches = area.reaches(in: areas)
    if reaches.count == 1 {
      try supports.search(reaches[0]) { item throws in
        try consider(item)
        return .proceed
      }
    } else {
      for item in Set(reaches.flatMap { supports.search($0) }) { try consider(item) }
    }
    answer.counts.excluded = indexed.count - answer.counts.certain - answer.counts.possible
    answer.counts.unplaced = unplaced.count
    if filter.query.includesUnplaced && match == .possible {
      answer.matching.offer(rising: unplaced)
    }
  }

  /// Asks every incident that may pass, the cheap questions first.
  private func surveyAll(
    _ filter: IncidentFilter, mayMeet: [Bool]? = nil, _ answer: inout Answer
  ) throws {
    let asOf = filter.query.asOf
    var nextUnplaced = 0
    try filter.narrowing(in: self).forEach { incident in
      // Both ascend, so that a few steps tell whether the incident has a support at all.
      while nextUnplaced < unplaced.count, Int(unplaced[nextUnplaced]) < incident {
        nextUnplaced += 1
      }
      let isUnplaced = nextUnplaced < unplaced.count && Int(unplaced[nextUnplaced]) == incident
      guard try passes(incident, filter, &answer.counts) else { return }
      var certainty = Placement.Certainty.unplaced
      if isPlaced(incident, asOf: asOf, isPlaced: !isUnplaced) {
        if let area = filter.area {
          certainty =
            mayMeet?[incident] == false
            ? .excluded : try self.certainty(of: incident, in: area, asOf: asOf)
        } else {
          certainty = .certain
        }
      }
      count(incident, certainty, filter, &answer)
    }
  }

  private func count(
    _ incident: Int, _ certainty: Placement.Certainty, _ filter: IncidentFilter,
    _ answer: inout Answer
  ) {
    let query = filter.query
    let isMatch: Bool
    switch certainty {
    case .certain:
      answer.counts.certain += 1
      isMatch = true
    case .possible:
      answer.counts.possible += 1
      isMatch = query.match == .possible
    case .excluded:
      answer.counts.excluded += 1
      isMatch = false
    case .unplaced:
      answer.counts.unplaced += 1
      isMatch = filter.area == nil || (query.includesUnplaced && query.match == .possible)
    }
    if isMatch { answer.matching.offer(Int32(clamping: incident)) }
  }

  /// Whether an incident passes all but place, counting those not yet reported or undated.
  private func passes(
    _ incident: Int, _ filter: IncidentFilter, _ counts: inout MatchCounts
  ) throws -> Bool {
    let inTime = filter.meetsTime(incident, of: incidents)
    guard inTime != false, try filter.passesAttributes(incident, of: self) else { return false }
    guard isReported(incident, asOf: filter.query.asOf) else {
      counts.notYetReported += 1
      return false
    }
    if inTime == nil {
      counts.undated += 1
      return filter.query.includesUndated
    }
    return true
  }
}
