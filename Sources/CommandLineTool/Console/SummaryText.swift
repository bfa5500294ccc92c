import Assessment
import Inquiry
import MapRendering
import Records

/// A table of totals for people: a line for what is certain, one with what is only possible.
struct SummaryText {
  private let summary: IncidentSummary

  init(_ summary: IncidentSummary) { self.summary = summary }

  func write(to console: Console, width: Int?) throws {
    try console.line(headline)
    guard summary.numberMatched > 0 else { return }
    try console.line()
    for line in table.lines(width: width) { try console.line(line) }
    for line in notes { try console.line(line) }
  }

  private var headline: String {
    let query = summary.query.incidents
    let count = summary.numberMatched
    var words = "\(count) incident\(count == 1 ? "" : "s") by \(summary.query.dimension.code)"
    words += ", ranges by \(summary.query.method.code)"
    if query.area != nil { words += ", match \(query.match.code)" }
    if let day = query.asOf { words += ", as of \(day)" }
    if let moment = query.asRecorded { words += ", as recorded \(moment)" }
    return words
  }

  private var table: TextTable {
    var table = TextTable([
      .init(title: summary.query.dimension.code.uppercased(), maximumWidth: 34),
      .init(title: "MATCH"), .init(title: "INCIDENTS", alignment: .trailing),
      .init(title: "KILLED", alignment: .trailing),
      .init(title: "NO FIGURE", alignment: .trailing),
      .init(title: "INJURED", alignment: .trailing),
      .init(title: "NO FIGURE", alignment: .trailing),
    ])
    for row in summary.rows + [summary.total] {
      let label = row.group?.label ?? "TOTAL"
      table.add([label, "certain"] + cells(row.certain))
      if row.possibleCount > 0 { table.add(["", "+ possible"] + cells(row.all)) }
    }
    return table
  }

  private func cells(_ cell: SummaryCell) -> [String] {
    [
      "\(cell.incidents.count)", SummaryText.figure(cell.killed), "\(cell.killed.unknown.count)",
      SummaryText.figure(cell.injured), "\(cell.injured.unknown.count)",
    ]
  }

  /// A total: `2–7`, or `105–370 | 230–511` for merge and split where the two differ.
  static func figure(_ totals: IncidentTotals) -> String {
    let merged = figure(totals.merged)
    let split = figure(totals.split)
    return merged == split ? split : "\(merged) | \(split)"
  }

  private static func figure(_ total: HypothesisTotal) -> String {
    guard !total.events.isEmpty else { return "-" }
    return HarmText.range(
      HarmRange<ClaimID>(
        minimum: total.minimum.map { RangeEnd($0) }, maximum: total.maximum.map { RangeEnd($0) }))
  }

  /// What the numbers do not say.
  private var notes: [String] {
    var lines: [String] = []
    let overlaps = namedOverlaps
    if !overlaps.isEmpty {
      lines.append("")
      lines.append("merge | split: incidents that may be one event, taken for one | each by itself")
      lines += overlaps
    }
    if summary.doubtfulInRow > 0 {
      lines.append("")
      lines.append(
        "\(summary.doubtfulInRow) surely match and only possibly belong to their row, so they "
          + "count as possible")
    }
    if summary.counts.unplaced > 0, summary.query.incidents.area != nil,
      !summary.query.incidents.includesUnplaced
    {
      lines.append("")
      lines.append("\(summary.counts.unplaced) without a usable place are left out")
    }
    return lines
  }

  /// Each pair once, with every kind of link between the two.
  private var namedOverlaps: [String] {
    let overlaps = summary.total.all.killed.overlaps
    var kinds: [[IncidentID]: [String]] = [:]
    var order: [[IncidentID]] = []
    for overlap in overlaps {
      let pair = [overlap.incident, overlap.other].sorted()
      if kinds[pair] == nil { order.append(pair) }
      let words = overlap.kind.code + (overlap.isInside ? "" : ", outside this table")
      if kinds[pair]?.contains(words) != true { kinds[pair, default: []].append(words) }
    }
    return order.map { pair in
      "  \(pair[0]) and \(pair[1]): \(kinds[pair, default: []].joined(separator: ", "))"
    }
  }
}

extension RangeEnd where Key == ClaimID {
  /// An end of a sum, for printing.
  fileprivate init(_ end: TotalEnd) {
    self.init(
      value: end.value, claims: end.claims, rule: .lowestReported, isOpen: end.isOpen)
  }
}
