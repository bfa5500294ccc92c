import Assessment
import MapRendering
import Records

extension ChartRange {
  /// A range of people killed or injured.
  init<Key>(_ range: HarmRange<Key>) {
    self.init(
      range.minimum?.value, range.maximum?.value, isOpen: range.maximum?.isOpen ?? false)
  }

  /// The span of a row of a table: from the least that surely belongs to it to the most that may,
  /// whether incidents that may be one event are merged or not.
  init(certain: IncidentTotals, all: IncidentTotals) {
    let ends = [all.merged, all.split].compactMap(\.maximum)
    self.init(
      [certain.merged, certain.split].compactMap { $0.minimum?.value }.min(),
      ends.map(\.value).max(), isOpen: ends.contains(where: \.isOpen))
  }

  /// `105–141`, `14`, `40+` without a ceiling, `up to 16`, `?` when unknown.
  var words: String {
    guard let high = greatest else { return least.map { "\($0)+" } ?? "?" }
    let open = isOpen ? "+" : ""
    guard let low = least else { return "up to \(high)\(open)" }
    return low == high ? "\(low)\(open)" : "\(low)–\(high)\(open)"
  }
}
