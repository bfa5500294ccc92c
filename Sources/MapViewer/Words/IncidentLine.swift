import Assessment
import Inquiry
import Records

/// One incident in one line of a list.
struct IncidentLine {
  private let item: Incidents.Item

  init(_ item: Incidents.Item) { self.item = item }

  /// `2017-03-17  105-141 killed  confirmed  CI550  Airstrike on a house`.
  var text: String {
    let feature = item.feature
    let day = feature.time.map { ($0.start ?? $0.end)?.description ?? "" } ?? ""
    let place = item.position == nil ? " (not on the map)" : ""
    return [
      day.isEmpty ? "no date   " : day, Self.padded(Self.range(feature.assessment.killed), 8),
      Self.padded(feature.assessment.shownGrade?.code ?? "-", 10),
      Self.padded(feature.id.text, 12), feature.title + place,
    ].joined(separator: "  ")
  }

  private static func range<Key>(_ range: HarmRange<Key>) -> String {
    switch (range.minimum, range.maximum) {
    case (nil, nil): "?"
    case (let low?, nil): "\(low.value)+"
    case (nil, let high?): high.isOpen ? "\(high.value)+" : "<=\(high.value)"
    case (let low?, let high?):
      (low.value == high.value ? "\(low.value)" : "\(low.value)-\(high.value)")
        + (high.isOpen ? "+" : "")
    }
  }

  private static func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
  }
}
