import Inquiry
import Records

/// What the atlas keeps of every incident, column by column, in the stable order of answers:
/// first day, then identifier; incidents without a day come last.
struct IncidentColumns: Sendable {
  var ids: [IncidentID] = []
  var titles: [String] = []
  /// Days since 1970-01-01, `Int32.min` for an open start, ``ClaimColumns/noDay`` for no time.
  var starts: [Int32] = []
  /// Days since 1970-01-01, ``ClaimColumns/noDay`` for an open end or no time.
  var ends: [Int32] = []
  var hasTime: [Bool] = []
  var precisions: [DatePrecision] = []
  var kinds: [IncidentKind] = []
  /// Where each may have happened.
  var candidates = CandidateColumns()
  var candidateOffsets = ColumnOffsets()
  /// Places in the words of the claims where no place of the gazetteer stands for them.
  var statedPlaces: [Int32: String] = [:]
  /// Claims about each incident, as ordinals, with how surely; by the day each became public, then
  /// by identifier, so that the order of recording never shows.
  var claims: [Int32] = []
  var claimIsCertain: [Bool] = []
  var claimOffsets = ColumnOffsets()
  /// The first day on which a claim about each was public, ``ClaimColumns/noDay`` for none.
  var reportedFrom: [Int32] = []

  var count: Int { ids.count }

  /// Adds an incident; its claims follow when all are known.
  mutating func append(_ incident: Incident, areas: PlaceAreas) {
    let time = incident.time?.interval
    let words = incident.locations.filter { location in
      if case .place(let id) = location.extent { return areas.ordinals[id] == nil }
      return true
    }.compactMap(\.placeAsStated)
    if !words.isEmpty {
      statedPlaces[Int32(clamping: count)] = words.joined(separator: " ").lowercased()
    }
    ids.append(incident.id)
    titles.append(incident.title)
    hasTime.append(time != nil)
    starts.append(time.map { $0.start?.daysSinceEpoch ?? .min } ?? ClaimColumns.noDay)
    ends.append(time?.end?.daysSinceEpoch ?? ClaimColumns.noDay)
    precisions.append(incident.timePrecision)
    kinds.append(incident.kind)
    for location in incident.locations { candidates.append(location, areas: areas) }
    candidateOffsets.close(at: candidates.count)
  }

  /// Adds an incident of other columns as it is, without its claims.
  mutating func append(_ incident: Int, of other: IncidentColumns) {
    if !other.statedPlaces.isEmpty, let words = other.statedPlaces[Int32(clamping: incident)] {
      statedPlaces[Int32(clamping: count)] = words
    }
    ids.append(other.ids[incident])
    titles.append(other.titles[incident])
    hasTime.append(other.hasTime[incident])
    starts.append(other.starts[incident])
    ends.append(other.ends[incident])
    precisions.append(other.precisions[incident])
    kinds.append(other.kinds[incident])
    for candidate in other.candidateOffsets[incident] {
      candidates.append(candidate, of: other.candidates)
    }
    candidateOffsets.close(at: candidates.count)
  }

  mutating func reserveCapacity(_ incidents: Int, candidates: Int) {
    ids.reserveCapacity(incidents)
    titles.reserveCapacity(incidents)
    hasTime.reserveCapacity(incidents)
    starts.reserveCapacity(incidents)
    ends.reserveCapacity(incidents)
    precisions.reserveCapacity(incidents)
    kinds.reserveCapacity(incidents)
    self.candidates.reserveCapacity(candidates)
    candidateOffsets.reserveCapacity(incidents)
  }
}

extension IncidentColumns {
  func time(of incident: Int) -> DayInterval? {
    guard hasTime[incident] else { return nil }
    let start = starts[incident] == .min ? nil : CivilDate(daysSinceEpoch: Int(starts[incident]))
    let end =
      ends[incident] == ClaimColumns.noDay
      ? nil : CivilDate(daysSinceEpoch: Int(ends[incident]))
    return DayInterval(start: start, end: end)
  }

  /// The place in the stable order, for cursors.
  func cursor(of incident: Int) -> PageCursor {
    PageCursor(day: starts[incident], id: ids[incident])
  }

  /// The first incident after a cursor.
  func firstOrdinal(after cursor: PageCursor) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let day = starts[middle]
      if day < cursor.day || (day == cursor.day && ids[middle] <= cursor.id) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// The incidents in the stable order, as ordinals of these columns.
  func stableOrder() -> [Int32] {
    // One integer decides all but incidents of one day; those runs are short.
    var keys = (0..<count).map { incident in
      UInt64(UInt32(bitPattern: starts[incident] ^ .min)) << 32 | UInt64(incident)
    }
    keys.sort()
    var order = keys.map { Int32(truncatingIfNeeded: $0) }
    var first = 0
    while first < order.count {
      var end = first + 1
      while end < order.count, keys[end] >> 32 == keys[first] >> 32 { end += 1 }
      if end - first > 1 { order[first..<end].sort { ids[Int($0)] < ids[Int($1)] } }
      first = end
    }
    return order
  }
}
