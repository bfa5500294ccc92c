import MapRendering

/// Rows for people, in columns that fit a width.
///
/// The last column takes what is left; cells too long for theirs end in an ellipsis. Where that is
/// not enough, columns that may shrink do. Widths are counted in terminal columns after the terminal
/// filter, so Arabic and accents line up.
struct TextTable {
  /// How one column is set.
  struct Column {
    let title: String
    var alignment = TerminalText.Alignment.leading
    /// Terminal columns at most; `nil` for the longest cell.
    var maximumWidth: Int?
    /// How narrow it may become where a line is too long; `nil` for a column that is never cut.
    var shrinksTo: Int?
    /// What becomes of the last column's cells where a line is too long.
    var overflow = Overflow.cut
  }

  /// What becomes of cells in the last column that are longer than the room beside the others.
  enum Overflow {
    /// They end in an ellipsis.
    case cut
    /// They end in an ellipsis, or stand under the row where little is left beside it.
    case cutOrUnder
    /// They go on on the next line, or stand under the row: nothing is lost.
    case wrap
  }

  /// The least room beside the other columns for a last column that may stand under the row.
  private static let leastRoom = 20
  private static let gap = 2

  let columns: [Column]
  private(set) var rows: [[TerminalText]] = []

  init(_ columns: [Column]) { self.columns = columns }

  mutating func add(_ cells: [String]) { rows.append(cells.map { TerminalText($0) }) }

  /// The table's lines.
  ///
  /// - Parameters:
  ///   - width: Terminal columns of a line at most; `nil` for as wide as the cells are. Numbers are
  ///     never cut: a table of numbers alone may be wider.
  ///   - ascii: Whether the lines are folded to ASCII, before they are measured.
  /// - Returns: The header and the lines of each row, without trailing spaces.
  func lines(width: Int?, ascii: Bool = false) -> [String] {
    let cells = ([columns.map { TerminalText($0.title) }] + rows).map { row in
      ascii ? row.map(\.asciiFolded) : row
    }
    let mark = ascii ? TerminalText.asciiEllipsis : .ellipsis
    let widths = self.widths(of: cells, within: width)
    let beside = widths.dropLast().reduce(0) { $0 + $1 + Self.gap }
    let longest = cells.map { $0.last?.columns ?? 0 }.max() ?? 0
    let overflow = columns.last?.overflow ?? .cut
    guard let width, longest > width - beside, overflow != .cut,
      overflow == .wrap || width - beside < Self.leastRoom
    else { return cells.map { line($0[...], widths: widths, mark: mark) } }
    let isUnder = width - beside < Self.leastRoom
    let indent = isUnder ? 2 * Self.gap : beside
    return cells.flatMap { row in
      let start = line(row.dropLast(), widths: widths, mark: mark)
      let rest = (row.last ?? .empty).wrapped(to: max(8, width - indent)).map(\.string)
      let margin = String(repeating: " ", count: indent)
      let first =
        isUnder ? start : TerminalText(start).padded(to: indent).string + (rest.first ?? "")
      return ([first] + rest.dropFirst(isUnder ? 0 : 1).map { margin + $0 })
        .map(Self.trimmed).filter { !isUnder || !$0.isEmpty }
    }
  }

  private func widths(of cells: [[TerminalText]], within width: Int?) -> [Int] {
    var widths = columns.indices.map { column in
      let longest = cells.map { $0[column].columns }.max() ?? 0
      return min(longest, columns[column].maximumWidth ?? .max)
    }
    guard let width, let last = widths.indices.last else { return widths }
    let isMovable = columns[last].overflow != .cut
    if columns[last].alignment == .leading {
      let others = widths.dropLast().reduce(0, +) + Self.gap * last
      widths[last] = min(widths[last], max(8, width - others))
    }
    // Widest first, one column at a time, so that long cells give before short ones.
    let used = isMovable ? widths.dropLast().reduce(0, +) : widths.reduce(0, +)
    var excess = used + Self.gap * (isMovable ? last - 1 : last) - width
    while excess > 0 {
      let shrinking = columns.indices.filter { widths[$0] > columns[$0].shrinksTo ?? .max }
      guard let widest = shrinking.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ row: ArraySlice<TerminalText>, widths: [Int], mark: TerminalText) -> String {
    let cells = row.indices.map { column in
      row[column].truncated(to: widths[column], ellipsis: mark)
        .padded(to: widths[column], alignment: columns[column].alignment).string
    }
    return Self.trimmed(cells.joined(separator: String(repeating: " ", count: Self.gap)))
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
