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
  /// - Complexity: O(log *n* + *k*) for an area that few supports meet, O(*n*) otherwise, *n*
  ///   incidents; features are made for the page alone.
  public func page(_ query: IncidentQuery) throws -> IncidentPage {
    let filter = try IncidentFilter(query, areas: areas)
    let answer = try matches(filter)
    if let nearest = query.nearest {
      return try nearestPage(nearest, answer: answer, filter: filter)
    }
    let begin = query.cursor.map(incidents.firstOrdinal(after:)) ?? 0
    let rest = answer.ordinals[answer.ordinals.partitioningIndex { $0 >= begin }...]
    let shown = rest.prefix(max(0, query.limit))
    let features = try shown.map { try feature($0, filter: filter) }
    let next = shown.count < rest.count ? shown.last.map(incidents.cursor(of:)) : nil
    return IncidentPage(
      features: features, numberMatched: answer.ordinals.count, counts: answer.counts,
      next: next, query: query, dataVersion: version)
  }

  /// The ordinals that match, ascending, and how every incident was counted.
  struct Answer {
    var ordinals: [Int] = []
    var counts = MatchCounts()
  }

  func matches(_ filter: IncidentFilter) throws -> Answer {
    var answer = Answer()
    guard let area = filter.area else {
      for incident in 0..<incidents.count { try consider(incident, filter, &answer) }
      return answer
    }
    // The index says which supports may meet the area; the others are outside or unplaced, and
    // are counted without a geometry test.
    var mayMeet = [Bool](repeating: false, count: incidents.count)
    supports.search(area.shape.envelope) { item in
      mayMeet[Int(indexed[item])] = true
      return .proceed
    }
    var hasSupport = [Bool](repeating: false, count: incidents.count)
    for incident in indexed { hasSupport[Int(incident)] = true }
    for incident in 0..<incidents.count {
      if mayMeet[incident] || !hasSupport[incident] {
        try consider(incident, filter, &answer)
      } else if passes(incident, filter, &answer.counts) {
        let placed = !placedCandidates(of: incident, asOf: filter.query.asOf).isEmpty
        if placed {
          answer.counts.excluded += 1
        } else {
          try consider(incident, filter, &answer)
        }
      }
    }
    return answer
  }

  /// Whether an incident passes all but place, counting those not yet reported or undated.
  private func passes(
    _ incident: Int, _ filter: IncidentFilter, _ counts: inout MatchCounts
  ) -> Bool {
    let inTime = filter.meetsTime(incident, of: incidents)
    guard inTime != false, filter.passesAttributes(incident, of: self) else { return false }
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

  private func consider(
    _ incident: Int, _ filter: IncidentFilter, _ answer: inout Answer
  ) throws {
    guard passes(incident, filter, &answer.counts) else { return }
    let query = filter.query
    guard let area = filter.area else {
      let isPlaced = !placedCandidates(of: incident, asOf: query.asOf).isEmpty
      answer.counts.certain += isPlaced ? 1 : 0
      answer.counts.unplaced += isPlaced ? 0 : 1
      answer.ordinals.append(incident)
      return
    }
    switch try certainty(of: incident, in: area, asOf: query.asOf) {
    case .certain:
      answer.counts.certain += 1
      answer.ordinals.append(incident)
    case .possible:
      answer.counts.possible += 1
      if query.match == .possible { answer.ordinals.append(incident) }
    case .excluded: answer.counts.excluded += 1
    case .unplaced:
      answer.counts.unplaced += 1
      if query.includesUnplaced && query.match == .possible { answer.ordinals.append(incident) }
    }
  }
}

extension Array {
  /// The first index whose element satisfies a condition that, once true, stays true.
  func partitioningIndex(where belongsInSecondPart: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
