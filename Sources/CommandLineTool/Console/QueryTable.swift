import Assessment
import MapRendering
import Inquiry
import Records

/// An answer as a table, with the counts that make it honest.
struct QueryTable {
  private let page: IncidentPage

  init(_ page: IncidentPage) { self.page = page }

  func write(to console: Console, width: Int?) throws {
    if !page.features.isEmpty {
      for line in tableLines(width: width, ascii: console.isASCII) { try console.line(line) }
    }
    for line in summary { try console.line(line) }
  }

  private var hasArea: Bool { page.query.area != nil }
  private var hasDistance: Bool { page.query.nearest != nil }

  /// The table; where a column of claims makes it too wide they follow the title.
  private func tableLines(width: Int?, ascii: Bool) -> [String] {
    let lines = table(hasClaims: true).lines(width: width, ascii: ascii)
    guard let width, lines.contains(where: { TerminalText($0).columns > width }) else {
      return lines
    }
    return table(hasClaims: false).lines(width: width, ascii: ascii)
  }

  private func table(hasClaims: Bool) -> TextTable {
    var columns: [TextTable.Column] = [
      .init(title: "ID"), .init(title: "DATE", shrinksTo: 11),
      .init(title: "KILLED", alignment: .trailing),
      .init(title: "INJURED", alignment: .trailing),
    ]
    if hasClaims { columns.append(.init(title: "CLAIMS")) }
    columns.append(.init(title: "GRADE"))
    if hasArea { columns.append(.init(title: "INSIDE", alignment: .trailing)) }
    if hasDistance { columns.append(.init(title: "AWAY", alignment: .trailing)) }
    columns += [
      .init(title: "WITHIN", alignment: .trailing),
      hasClaims
        ? .init(title: "TITLE", overflow: .cutOrUnder)
        : .init(title: "TITLE (CLAIMS)", overflow: .wrap),
    ]
    var table = TextTable(columns)
    for feature in page.features { table.add(cells(of: feature, hasClaims: hasClaims)) }
    return table
  }

  private func cells(of feature: IncidentFeature, hasClaims: Bool) -> [String] {
    let claims = ClaimLine.behind([feature.assessment.killed, feature.assessment.injured])
    var cells = [
      feature.id.text, feature.time?.description ?? "undated",
      HarmText.range(feature.assessment.killed), HarmText.range(feature.assessment.injured),
    ]
    if hasClaims { cells.append(claims) }
    cells.append(HarmText.grade(of: feature.assessment))
    if hasArea { cells.append(HarmText.inside(feature.placement)) }
    if hasDistance { cells.append(feature.distanceMeters.map(HarmText.distance) ?? "") }
    cells.append(feature.point.map { "±\(HarmText.distance($0.radiusMeters))" } ?? "no place")
    cells.append(feature.title + (hasClaims || claims.isEmpty ? "" : " (\(claims))"))
    return cells
  }

  /// The counts under the table.
  var summary: [String] {
    let counts = page.counts
    var first = Plural.of("incident", page.numberMatched)
    if hasArea {
      first +=
        " (match \(page.query.match.code)): \(counts.certain) certainly inside, "
        + "\(counts.possible) possibly, \(counts.excluded) outside"
    }
    var lines = [first]
    if counts.unplaced > 0 {
      lines.append(
        "\(counts.unplaced) without a usable place" + (hasArea ? ": left out" : ""))
    }
    if counts.undated > 0 { lines.append("\(counts.undated) without a date: left out") }
    if counts.notYetReported > 0, let asOf = page.query.asOf {
      lines.append("\(counts.notYetReported) not reported by \(asOf), or with no dated claim")
    }
    lines += HarmText.gradeNotes(of: page.features.map(\.assessment))
    if page.features.contains(where: { !$0.assessment.killed.isUnknown }) {
      lines.append(
        "ranges by \(page.query.method.code); all their claims: sijil why ID killed.max, or "
          + "--format csv")
    }
    if let next = page.next {
      lines.append("\(page.features.count) shown; go on with --cursor \(next.text)")
    }
    return lines
  }
}
