import Assessment
import Cartography
import Inquiry
import MapRendering
import Records
import Register

/// A table of totals as a chart: a row each with its incidents over the months (small multiples on
/// one scale), their number, and the span of people killed with a claim behind it.
struct SummaryChart {
  private let summary: IncidentSummary
  private let axis: MonthAxis?
  private let width: Int
  private let capabilities: RenderCapabilities

  /// Draws up a table.
  ///
  /// - Parameters:
  ///   - summary: The table.
  ///   - months: The same incidents by month; of a table by month, the table itself.
  ///   - width: Columns.
  ///   - capabilities: What the receiver can show.
  init(
    _ summary: IncidentSummary, months: IncidentSummary, width: Int,
    capabilities: RenderCapabilities
  ) {
    self.summary = summary
    axis = MonthAxis(months)
    self.width = max(60, width)
    self.capabilities = capabilities
  }

  /// Draws up a table, asking for the months of its incidents.
  init(
    _ summary: IncidentSummary, on register: Register, width: Int,
    capabilities: RenderCapabilities
  ) async throws {
    let months =
      summary.query.dimension == .month
      ? summary
      : try await register.summary(SummaryQuery(summary.query.incidents, by: .month))
    self.init(summary, months: months, width: width, capabilities: capabilities)
  }

  /// The chart as UTF-8.
  var bytes: [UInt8] {
    var sheet = ChartSheet(capabilities: capabilities)
    sheet.write(SummaryText.headline(of: summary), .title)
    sheet.endLine()
    if !summary.rows.isEmpty {
      sheet.endLine()
      let rows = rows
      let columns = columns(of: rows, sheet.signs)
      for row in rows { write(row, columns, to: &sheet) }
      for line in columns.scale.axis {
        sheet.tab(to: columns.scaleStart)
        sheet.write(line, .faint)
        sheet.endLine()
      }
      for note in notes(columns) {
        sheet.write(note, .faint)
        sheet.endLine()
      }
    }
    return sheet.bytes
  }

  private struct Row {
    let label: TerminalText
    let tone: ChartSheet.Tone
    let counts: [Int]
    let total: Int
    let number: String
    let killed: ChartRange
    let unknown: Int
    let claims: TerminalText
    /// Whether it is what fits no other row: its span would make the scale too coarse for the others.
    let isRest: Bool
    /// Months without an incident before this row, in a table by month.
    let gap: Int
  }

  private var rows: [Row] {
    var before: Int?
    return summary.rows.map { row in
      var gap = 0
      if case .month(let year, let month)? = row.group {
        let place = year * 12 + month
        gap = before.map { place - $0 - 1 } ?? 0
        before = place
      }
      let certain = row.certain.incidents.count
      return Row(
        label: TerminalText(row.group?.label ?? ""), tone: tone(of: row.group),
        counts: isByMonth ? [] : axis?.counts(of: row.all.incidents) ?? [],
        total: row.all.incidents.count,
        number: row.possibleCount > 0 ? "\(certain)+\(row.possibleCount)" : "\(certain)",
        killed: ChartRange(certain: row.certain.killed, all: row.all.killed),
        unknown: row.all.killed.unknown.count,
        claims: TerminalText(ClaimLine.short(row.all.claims, first: 1)),
        isRest: row.group?.isRest ?? true, gap: gap)
    }
  }

  private var isByMonth: Bool { summary.query.dimension == .month }

  private func tone(of group: SummaryGroup?) -> ChartSheet.Tone {
    switch group {
    case .grade(let grade): .colour(Grade.colour(of: grade))
    case .rest: .faint
    default: .plain
    }
  }

  /// Where everything stands, the same in all rows.
  private struct Columns {
    let labels: Int
    let line: Sparkline
    let lineCells: Int
    let numbers: Int
    let scale: RangeScale
    let scaleStart: Int
    let figures: Int
    let claims: Int
  }

  private func columns(of rows: [Row], _ signs: ChartSigns) -> Columns {
    let labels = min(24, rows.map(\.label.columns).max() ?? 0)
    let numbers = rows.map(\.number.count).max() ?? 0
    let figures = rows.map { figure(of: $0).columns }.max() ?? 0
    let claims = rows.map(\.claims.columns).max() ?? 0
    let tallest = isByMonth ? rows.map(\.total).max() : rows.flatMap(\.counts).max()
    let lineCells = isByMonth ? min(20, tallest ?? 0) : axis?.columns ?? 0
    let start = labels + 2 + lineCells + 1 + numbers + 2
    let room = width - start - 2 - figures - 2 - claims
    return Columns(
      labels: labels, line: Sparkline(top: tallest ?? 1, signs: signs), lineCells: lineCells,
      numbers: numbers,
      scale: RangeScale(
        rows.filter { !$0.isRest }.map(\.killed), cells: min(60, max(12, room)), signs: signs),
      scaleStart: start, figures: figures, claims: room >= 12 ? claims : 0)
  }

  private func figure(of row: Row) -> TerminalText {
    TerminalText(row.killed.words + (row.unknown > 0 ? " ?\(row.unknown)" : ""))
  }

  private func write(_ row: Row, _ columns: Columns, to sheet: inout ChartSheet) {
    if row.gap > 0 {
      sheet.write("  \(row.gap) month\(row.gap == 1 ? "" : "s") without an incident", .faint)
      sheet.endLine()
    }
    sheet.write(row.label.fitted(to: columns.labels), row.tone)
    sheet.tab(to: columns.labels + 2)
    sheet.write(
      isByMonth
        ? columns.line.bar(row.total, cells: columns.lineCells) : columns.line.line(row.counts),
      row.tone)
    let number = TerminalText(row.number)
    sheet.tab(to: columns.scaleStart - 2 - number.columns)
    sheet.write(number)
    sheet.tab(to: columns.scaleStart)
    if !row.isRest { sheet.write(columns.scale.bar(row.killed), row.tone) }
    sheet.tab(to: columns.scaleStart + columns.scale.cells + 2)
    sheet.write(figure(of: row))
    if columns.claims > 0, !row.claims.isEmpty {
      sheet.tab(to: columns.scaleStart + columns.scale.cells + 2 + columns.figures + 2)
      sheet.write(row.claims, .faint)
    }
    sheet.endLine()
  }

  /// What the bars do not say.
  private func notes(_ columns: Columns) -> [String] {
    var notes = [""]
    if isByMonth {
      notes.append("left: incidents, \(columns.line.top) the most; 3+1: 3 certain and 1 possible")
    } else if let axis {
      notes.append(
        "left: incidents over time, \(axis.words), \(columns.line.top) the tallest; 3+1: 3 certain "
          + "and 1 possible")
      let outside = axis.countOutside(of: summary.total.all.incidents)
      if outside > 0 {
        notes.append("\(outside) without a month of their own: counted, in no column")
      }
    }
    notes.append(
      "right: killed, from the least that is certain to the most that is possible, merged or apart")
    notes.append(
      "?n: n incidents without a figure, which add nothing and are not nought")
    notes.append("both ways and every claim: sijil summary --format table, csv or json")
    return notes.flatMap { TerminalText($0).wrapped(to: width) }.map(\.string)
  }
}
