import Atlas
import Inquiry
import Interchange
import Ledger
import QueryLanguage
import Records
import Register
import SimpleFeatures

extension Suite {
  /// Pages of 100 by `datetime` and by filters, with all matches counted.
  ///
  /// A filter twice negated says the same and tells an index nothing: beside each stands what it
  /// costs to look at every incident.
  static let filter = Suite(name: "filter") { size in
    let store = try IncidentStore()
    _ = try store.importIncidents(PeerFiles.url("incidents_\(size).csv"))
    try store.addClaims(PeerFiles.url("claims_\(size).csv"), count: size * 14 / 10)
    let atlas = try Register.open(at: store.path, access: .readOnly).atlas
    var all = IncidentQuery()
    all.limit = size
    let ids = try atlas.page(all).features.map(\.id.text)
    let days = try atlas.page(all).features.compactMap(\.time?.start).sorted()
    guard let day = days.dropFirst(days.count / 2).first, let id = ids.dropFirst(size / 3).first
    else { return [] }
    let week = "DATE('\(day)') AND DATE('\(day.adding(days: 6))')"
    let filters = [
      "start": "event_start BETWEEN \(week)",
      "end": "event_end >= DATE('\(day)') AND event_end < DATE('\(day.adding(days: 7))')",
      "id": "id = '\(id)'",
      "grade": "grade = 'confirmed'",
      "deadly": "killed_max >= 100",
      "week_grade": "event_start BETWEEN \(week) AND grade = 'confirmed'",
    ]
    var query = IncidentQuery()
    query.limit = 100
    query.time = DayInterval(start: day, end: day.adding(days: 6))
    var lines = [measure("datetime", query, atlas)]
    for (name, text) in filters.sorted(by: { $0.key < $1.key }) {
      for (form, text) in [("", text), (" unaided", "NOT (NOT (\(text)))")] {
        var query = IncidentQuery()
        query.limit = 100
        query.properties.filters = [try ParsedFilter(text)]
        lines.append(measure(name + form, query, atlas))
      }
    }
    return lines
  }

  private static func measure(
    _ name: String, _ query: IncidentQuery, _ atlas: Atlas
  ) -> [String: JSON] {
    let rate = Rate.measure([query], budgetSeconds: 0.6) { query in
      (try? atlas.page(query))?.numberMatched ?? -1
    }
    return [
      "peer": .text("sijil"), "question": .text(name),
      "pages_per_cpu_s": .rounded(median(rate.cpu)), "matched": .rounded(rate.meanHits, digits: 0),
    ]
  }
}
