import Inquiry
import Records

/// The months of a table as columns of a chart, several to a column where they are many.
struct MonthAxis {
  /// Columns at most.
  static let mostColumns = 36

  /// How many months share a column.
  let monthsPerColumn: Int
  /// Columns of the chart.
  let columns: Int
  private let first: Int
  private let last: Int
  private let months: [IncidentID: Int]

  /// Reads the months of incidents from their table; `nil` where it has none.
  ///
  /// - Parameter summary: A table by month.
  init?(_ summary: IncidentSummary) {
    var months: [IncidentID: Int] = [:]
    for row in summary.rows {
      guard case .month(let year, let month)? = row.group else { continue }
      for incident in row.all.incidents { months[incident] = year * 12 + month - 1 }
    }
    guard let first = months.values.min(), let last = months.values.max() else { return nil }
    (self.first, self.last, self.months) = (first, last, months)
    let count = last - first + 1
    monthsPerColumn =
      [1, 3, 6, 12, 24, 60, 120].first { (count + $0 - 1) / $0 <= Self.mostColumns }
      ?? (count + Self.mostColumns - 1) / Self.mostColumns
    columns = (count + monthsPerColumn - 1) / monthsPerColumn
  }

  /// How many of some incidents fall into each column.
  func counts(of incidents: [IncidentID]) -> [Int] {
    var counts = Array(repeating: 0, count: columns)
    for incident in incidents {
      if let month = months[incident] { counts[(month - first) / monthsPerColumn] += 1 }
    }
    return counts
  }

  /// How many of some incidents have no month of their own.
  func countOutside(of incidents: [IncidentID]) -> Int {
    incidents.count { months[$0] == nil }
  }

  /// `2015-02 to 2017-07, a column each month`.
  var words: String {
    let each = monthsPerColumn == 1 ? "each month" : "\(monthsPerColumn) months"
    return "\(Self.text(first)) to \(Self.text(last)), a column \(each)"
  }

  private static func text(_ month: Int) -> String {
    SummaryGroup.month(year: month / 12, month: month % 12 + 1).label
  }
}
