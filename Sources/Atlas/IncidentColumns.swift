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
  var statedPlaces: [String] = []
  /// How incidents stand to others, for the few that say so.
  var links: [IncidentID: [IncidentLink]] = [:]
  /// Claims about each incident, as ordinals, with how surely; by the day each became public, then
  /// by identifier, so that the order of recording never shows.
  var claims: [Int32] = []
  var claimIsCertain: [Bool] = []
  var claimOffsets = ColumnOffsets()
  /// The first day on which a claim about each was public, ``ClaimColumns/noDay`` for none.
  var reportedFrom: [Int32] = []

  var count: Int { ids.count }

  /// Adds an incident; its claims follow when all are known.
  mutating func append(_ incident: borrowing Incident, areas: PlaceAreas) {
    let time = incident.time?.interval
    statedPlaces.append(IncidentColumns.words(of: incident, areas))
    if !incident.links.isEmpty { links[incident.id] = incident.links }
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

  /// The places in the words of claims where the gazetteer does not know them, in lower case.
  private static func words(of incident: borrowing Incident, _ areas: PlaceAreas) -> String {
    var words = ""
    for location in incident.locations {
      guard let stated = location.placeAsStated else { continue }
      if case .place(let id) = location.extent, areas.ordinals[id] != nil { continue }
      words += (words.isEmpty ? "" : " ") + stated
    }
    return words.lowercased()
  }

  /// Adds the incidents of other columns, which have no claims yet.
  mutating func append(_ other: IncidentColumns) {
    statedPlaces += other.statedPlaces
    links.merge(other.links) { _, later in later }
    ids += other.ids
    titles += other.titles
    starts += other.starts
    ends += other.ends
    hasTime += other.hasTime
    precisions += other.precisions
    kinds += other.kinds
    candidates.append(other.candidates)
    candidateOffsets.append(other.candidateOffsets)
  }

  mutating func reserveCapacity(_ incidents: Int) {
    ids.reserveCapacity(incidents)
    titles.reserveCapacity(incidents)
    hasTime.reserveCapacity(incidents)
    starts.reserveCapacity(incidents)
    ends.reserveCapacity(incidents)
    precisions.reserveCapacity(incidents)
    kinds.reserveCapacity(incidents)
    statedPlaces.reserveCapacity(incidents)
    candidates.reserveCapacity(incidents)
    candidateOffsets.reserveCapacity(incidents)
  }

  /// The same incidents, without claims, in another order.
  ///
  /// Column by column: each is read at random once, and the others stay out of the cache meanwhile.
  consuming func reordered(_ order: [Int32]) -> IncidentColumns {
    var columns = IncidentColumns()
    columns.ids = order.map { ids[Int($0)] }
    columns.titles = order.map { titles[Int($0)] }
    columns.starts = order.map { starts[Int($0)] }
    columns.ends = order.map { ends[Int($0)] }
    columns.hasTime = order.map { hasTime[Int($0)] }
    columns.precisions = order.map { precisions[Int($0)] }
    columns.kinds = order.map { kinds[Int($0)] }
    columns.links = links
    columns.statedPlaces = order.map { statedPlaces[Int($0)] }
    columns.candidateOffsets.reserveCapacity(order.count)
    var candidateOrder: [Int32] = []
    candidateOrder.reserveCapacity(candidates.count)
    for incident in order {
      for candidate in candidateOffsets[Int(incident)] {
        candidateOrder.append(Int32(clamping: candidate))
      }
      columns.candidateOffsets.close(at: candidateOrder.count)
    }
    columns.candidates = candidates.reordered(candidateOrder)
    return columns
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
  func firstOrdinal(after lastDay: Int32, _ id: IncidentID) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let day = starts[middle]
      if day < lastDay || (day == lastDay && ids[middle] <= id) {
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
