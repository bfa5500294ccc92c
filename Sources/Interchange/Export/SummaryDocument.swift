import Assessment
public import Inquiry
public import JSONText
import Records

/// A table of totals as one JSON object, the same for the command line and the web service.
public enum SummaryDocument {
  /// Writes a table.
  ///
  /// - Parameters:
  ///   - summary: The table.
  ///   - members: Further members of the object, such as the links of a web service.
  /// - Returns: One JSON object.
  public static func bytes(
    of summary: IncidentSummary, members: (inout JSONWriter) -> Void = { _ in }
  ) -> [UInt8] {
    var writer = JSONWriter(reserving: 16_384)
    writer.beginObject()
    writer.head(of: summary)
    members(&writer)
    writer.key("rows")
    writer.beginArray()
    for row in summary.rows { writer.row(row) }
    writer.endArray()
    writer.key("total")
    writer.row(summary.total)
    writer.endObject()
    return writer.takeBytes()
  }
}

extension JSONWriter {
  fileprivate mutating func head(of summary: IncidentSummary) {
    let query = summary.query
    key("by")
    string(query.dimension.code)
    key("method")
    string(query.method.code)
    key("numberMatched")
    integer(summary.numberMatched)
    key("match")
    string(query.incidents.match.code)
    key("as_of")
    string(query.incidents.asOf?.description)
    key("as_recorded")
    string(query.incidents.asRecorded?.description)
    key("counts")
    matchCounts(summary.counts)
    key("doubtful_in_row")
    integer(summary.doubtfulInRow)
    key("data_version")
    dataVersion(summary.dataVersion)
  }

  fileprivate mutating func row(_ row: SummaryRow) {
    beginObject()
    key("row")
    string(row.group?.code)
    key("label")
    string(row.group?.label ?? "total")
    key("rest")
    boolean(row.group?.isRest ?? false)
    key("certain")
    cell(row.certain)
    key("certain_and_possible")
    cell(row.all)
    endObject()
  }

  private mutating func cell(_ cell: SummaryCell) {
    beginObject()
    key("incident_count")
    integer(cell.incidents.count)
    key("incidents")
    identifiers(cell.incidents)
    key("killed")
    totals(cell.killed)
    key("injured")
    totals(cell.injured)
    endObject()
  }

  /// Writes totals under both hypotheses, neither without the other.
  mutating func totals(_ totals: IncidentTotals) {
    beginObject()
    key("split")
    hypothesis(totals.split)
    key("merged")
    hypothesis(totals.merged)
    key("ambiguous")
    boolean(totals.isAmbiguous)
    key("overlaps")
    beginArray()
    for overlap in totals.overlaps { self.overlap(overlap) }
    endArray()
    key("without_figure_count")
    integer(totals.unknown.count)
    key("without_figure")
    identifiers(totals.unknown)
    endObject()
  }

  /// Events of one incident say nothing new, so only those of several are listed.
  private mutating func hypothesis(_ total: HypothesisTotal) {
    beginObject()
    key("event_count")
    integer(total.events.count)
    key("events_of_several")
    beginArray()
    for event in total.events where event.count > 1 { identifiers(event) }
    endArray()
    for (name, end) in [("min", total.minimum), ("max", total.maximum)] {
      key(name)
      integer(end?.value)
      key("\(name)_open")
      boolean(end?.isOpen)
      key("\(name)_claims")
      if let end { identifiers(end.claims) } else { null() }
      key("\(name)_incidents")
      if let end { identifiers(end.incidents) } else { null() }
    }
    endObject()
  }

  private mutating func overlap(_ overlap: IncidentOverlap) {
    beginObject()
    key("incident")
    string(overlap.incident.text)
    key("other")
    string(overlap.other.text)
    key("kind")
    string(overlap.kind.code)
    key("reason")
    string(overlap.reason)
    key("inside")
    boolean(overlap.isInside)
    endObject()
  }

  mutating func matchCounts(_ counts: MatchCounts) {
    beginObject()
    for (name, count) in [
      ("certain", counts.certain), ("possible", counts.possible), ("excluded", counts.excluded),
      ("unplaced", counts.unplaced), ("undated", counts.undated),
      ("not_yet_reported", counts.notYetReported),
    ] {
      key(name)
      integer(count)
    }
    endObject()
  }

  mutating func dataVersion(_ version: DataVersion) {
    beginObject()
    key("sequence")
    integer(version.sequence)
    key("hash")
    string(version.hash)
    key("recorded_at")
    string(version.recordedAt?.description)
    endObject()
  }
}
