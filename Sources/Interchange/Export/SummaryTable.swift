import Assessment
public import Inquiry
import Records

/// A table of totals as CSV: two lines for each row, the certain incidents and all of them.
///
/// The total is the last row. Merged and split figures stand side by side, never one alone, and each
/// has a column of the claims behind it.
///
/// - Note: Source – RFC 4180.
public enum SummaryTable {
  private static let columns =
    [
      "by", "method", "row", "label", "rest", "match", "incidents",
      "killed_merged_min", "killed_merged_max", "killed_split_min", "killed_split_max",
      "killed_max_open", "killed_without_figure",
      "injured_merged_min", "injured_merged_max", "injured_split_min", "injured_split_max",
      "injured_max_open", "injured_without_figure", "overlaps", "incident_ids",
    ]
    + ["killed", "injured"].flatMap { harm in
      ["merged_min", "merged_max", "split_min", "split_max"].map { "\(harm)_\($0)_claims" }
    }

  /// Writes a table.
  ///
  /// - Parameters:
  ///   - summary: The table.
  ///   - isFormulaSafe: Whether text that a spreadsheet would run gets a leading apostrophe.
  /// - Returns: A line of column names, then the rows.
  public static func bytes(of summary: IncidentSummary, isFormulaSafe: Bool = true) -> [UInt8] {
    var writer = CSVWriter(isFormulaSafe: isFormulaSafe, reserving: 4_096)
    for column in columns { writer.plain(column) }
    writer.endRow()
    for row in summary.rows + [summary.total] {
      for (match, cell) in [("certain", row.certain), ("certain-and-possible", row.all)] {
        writer.plain(summary.query.dimension.code)
        writer.plain(summary.query.method.code)
        writer.text(row.group?.code ?? "total")
        writer.text(row.group?.label ?? "total")
        writer.plain(row.group?.isRest == true ? "true" : "false")
        writer.plain(match)
        writer.cell(cell)
        writer.endRow()
      }
    }
    return writer.takeBytes()
  }
}

extension CSVWriter {
  fileprivate mutating func cell(_ cell: SummaryCell) {
    integer(cell.incidents.count)
    totals(cell.killed)
    totals(cell.injured)
    let links = (cell.killed.overlaps + cell.injured.overlaps).map {
      "\($0.incident) \($0.kind.code) \($0.other)"
    }
    var seen: Set<String> = []
    plain(links.filter { seen.insert($0).inserted }.joined(separator: "|"))
    plain(cell.incidents.map(\.text).joined(separator: "|"))
    claims(cell.killed)
    claims(cell.injured)
  }

  private mutating func claims(_ totals: IncidentTotals) {
    for hypothesis in [totals.merged, totals.split] {
      for end in [hypothesis.minimum, hypothesis.maximum] {
        plain(end?.claims.map(\.text).joined(separator: "|"))
      }
    }
  }

  private mutating func totals(_ totals: IncidentTotals) {
    for hypothesis in [totals.merged, totals.split] {
      integer(hypothesis.minimum?.value)
      integer(hypothesis.maximum?.value)
    }
    let ends = [totals.merged.maximum, totals.split.maximum].compactMap(\.self)
    plain(ends.isEmpty ? nil : ends.contains(where: \.isOpen) ? "true" : "false")
    integer(totals.unknown.count)
  }
}
