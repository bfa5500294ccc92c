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
  /// Claims about each incident, as ordinals, with how surely.
  var claims: [Int32] = []
  var claimIsCertain: [Bool] = []
  var claimOffsets = ColumnOffsets()
  /// Where each may have happened.
  var candidates: [Candidate] = []
  var candidateOffsets = ColumnOffsets()

  var count: Int { ids.count }

  /// One location candidate, resolved.
  struct Candidate: Sendable {
    /// The claim that asserts it, as an ordinal; `nil` when the ledger does not hold it.
    let assertedBy: Int32?
    let assertedByID: ClaimID
    let scale: LocationScale
    /// A disc of its own.
    let disc: AreaShape?
    /// A place, as an ordinal.
    let place: Int32?
  }

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
    PageCursor(day: sortDay(of: incident), id: ids[incident])
  }

  func sortDay(of incident: Int) -> Int32 {
    hasTime[incident] ? starts[incident] : ClaimColumns.noDay
  }

  /// The first incident after a cursor.
  func firstOrdinal(after cursor: PageCursor) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let day = sortDay(of: middle)
      if day < cursor.day || (day == cursor.day && ids[middle] <= cursor.id) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
