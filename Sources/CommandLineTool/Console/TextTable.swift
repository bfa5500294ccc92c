import MapRendering

/// Rows for people, in columns that fit a width.
///
/// The last column takes what is left; cells too long for theirs end in an ellipsis. Widths are
/// counted in terminal columns after the terminal filter, so Arabic and accents line up.
struct TextTable {
  /// How one column is set.
  struct Column {
    let title: String
    var alignment = TerminalText.Alignment.leading
    /// Terminal columns at most; `nil` for the longest cell.
    var maximumWidth: Int?
  }

  let columns: [Column]
  private(set) var rows: [[TerminalText]] = []

  init(_ columns: [Column]) { self.columns = columns }

  mutating func add(_ cells: [String]) { rows.append(cells.map { TerminalText($0) }) }

  /// The table's lines.
  ///
  /// - Parameters:
  ///   - width: Terminal columns of a line at most; `nil` for as wide as the cells are.
  ///   - ascii: Whether only ASCII may be added by the table itself.
  /// - Returns: The header and one line a row, without trailing spaces.
  func lines(width: Int?, ascii: Bool = false) -> [String] {
    let header = columns.map { TerminalText($0.title) }
    var widths = columns.indices.map { column in
      let longest = ([header] + rows).map { $0[column].columns }.max() ?? 0
      return min(longest, columns[column].maximumWidth ?? .max)
    }
    if let width, let last = widths.indices.last {
      let others = widths.dropLast().reduce(0, +) + 2 * last
      widths[last] = min(widths[last], max(8, width - others))
    }
    let mark = ascii ? TerminalText.asciiEllipsis : .ellipsis
    return ([header] + rows).map { row in
      let cells = row.indices.map { column in
        row[column].truncated(to: widths[column], ellipsis: mark)
          .padded(to: widths[column], alignment: columns[column].alignment).string
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
