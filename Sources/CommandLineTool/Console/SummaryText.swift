import Assessment
import Inquiry
import MapRendering
import Records

/// A table of totals for people: a line for what is certain, one with what is only possible.
struct SummaryText {
  private let summary: IncidentSummary

  init(_ summary: IncidentSummary) { self.summary = summary }

  func write(to console: Console, width: Int?) throws {
    try console.line(Self.headline(of: summary))
    guard summary.numberMatched > 0 else { return }
    try console.line()
    for line in tableLines(width: width, ascii: console.isASCII) { try console.line(line) }
    for line in notes { try console.line(line) }
  }

  /// `12 incidents by month, ranges by airwars, as of 2017-03-25`.
  static func headline(of summary: IncidentSummary) -> String {
    let query = summary.query.incidents
    let count = summary.numberMatched
    var words = "\(count) incident\(count == 1 ? "" : "s") by \(summary.query.dimension.code)"
    words += ", ranges by \(summary.query.method.code)"
    if query.area != nil { words += ", match \(query.match.code)" }
    if let day = query.asOf { words += ", as of \(day)" }
    if let moment = query.asRecorded { words += ", as recorded \(moment)" }
    return words
  }

  /// The table, with merged and split totals under each other where they do not fit side by side.
  private func tableLines(width: Int?, ascii: Bool) -> [String] {
    let lines = table(isStacked: false).lines(width: nil, ascii: ascii)
    guard let width, lines.contains(where: { TerminalText($0).columns > width }) else {
      return lines
    }
    return table(isStacked: true).lines(width: width, ascii: ascii)
  }

  private func table(isStacked: Bool) -> TextTable {
    var table = TextTable([
      .init(
        title: summary.query.dimension.code.uppercased(), maximumWidth: 34, shrinksTo: 10),
      .init(title: "MATCH"), .init(title: "COUNT", alignment: .trailing),
      .init(title: "KILLED", alignment: .trailing),
      .init(title: "NONE", alignment: .trailing),
      .init(title: "INJURED", alignment: .trailing),
      .init(title: "NONE", alignment: .trailing),
      .init(title: "CLAIMS", overflow: .cutOrUnder),
    ])
    for row in summary.rows + [summary.total] {
      let label = row.group?.label ?? "TOTAL"
      var lines = [[label, "certain"] + cells(row.certain)]
      if row.possibleCount > 0 { lines.append(["", "+ possible"] + cells(row.all)) }
      for line in isStacked ? lines.flatMap(Self.stacked) : lines { table.add(line) }
    }
    return table
  }

  /// A row whose cells are split at the sign between merge and split.
  private static func stacked(_ cells: [String]) -> [[String]] {
    let parts = cells.map { $0.split(separator: Self.sign).map(String.init) }
    guard parts.contains(where: { $0.count > 1 }) else { return [cells] }
    // The claims stand behind both, so after the second.
    return [
      parts.dropLast().map { $0.count > 1 ? "\($0[0]) |" : $0.first ?? "" } + [""],
      parts.dropLast().map { $0.count > 1 ? $0[1] : "" } + (cells.last.map { [$0] } ?? []),
    ]
  }

  private static let sign = " | "

  private func cells(_ cell: SummaryCell) -> [String] {
    [
      "\(cell.incidents.count)", SummaryText.figure(cell.killed), "\(cell.killed.unknown.count)",
      SummaryText.figure(cell.injured), "\(cell.injured.unknown.count)",
      ClaimLine.short(cell.claims, first: 1),
    ]
  }

  /// A total: `2–7`, or `105–370 | 230–511` for merge and split where the two differ.
  static func figure(_ totals: IncidentTotals) -> String {
    let merged = figure(totals.merged)
    let split = figure(totals.split)
    return merged == split ? split : merged + sign + split
  }

  private static func figure(_ total: HypothesisTotal) -> String {
    guard !total.events.isEmpty else { return "-" }
    return HarmText.range(
      HarmRange<ClaimID>(
        minimum: total.minimum.map { RangeEnd($0) }, maximum: total.maximum.map { RangeEnd($0) }))
  }

  /// What the numbers do not say.
  private var notes: [String] {
    var lines = [
      "", "none: incidents without a figure, which add nothing and are not nought",
      "claims: the first behind the figures; all of them: --format json or csv",
    ]
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
