import Assessment
import Inquiry
import Records

/// The whole of an incident in a few lines, for who opens it at night: figures, grade, strike,
/// verdicts, sources, and what must not be overlooked.
struct OverviewText {
  private let explanation: IncidentExplanation

  init(_ explanation: IncidentExplanation) { self.explanation = explanation }

  func lines(width: Int) -> [String] {
    ["SUMMARY"]
      + rows.flatMap { label, text in
        let padded = label + String(repeating: " ", count: max(1, 10 - label.count))
        return Paragraph(text, label: "  \(padded)").lines(width: width)
      }
  }

  private var rows: [(label: String, text: String)] {
    var rows = [
      ("killed", range(explanation.snapshot.killed, of: .killed)),
      ("injured", range(explanation.snapshot.injured, of: .injured)), ("grade", grade),
    ]
    if let strike { rows.append(("strike", strike)) }
    for position in explanation.snapshot.positions { rows.append(("verdict", words(position))) }
    rows.append(("sources", sources))
    for fall in explanation.table.series.flatMap(\.falls) {
      rows.append(("alarm", "\(fall.alarm.rawValue): \(SeriesText.words(fall))"))
    }
    if let overlap { rows.append(("overlap", overlap)) }
    return rows
  }

  private func range(_ range: HarmRange<ClaimID>, of measure: Measure) -> String {
    guard !range.isUnknown else { return "unknown: no claim in play gives a number" }
    var text = Self.words(range)
    if range.minimum?.rule == .assessorRange || range.maximum?.rule == .assessorRange {
      let reports = AssessmentSnapshot(explanation.incidentCase.inPlay, heedsAssessors: false)
      let alone = measure == .killed ? reports.killed : reports.injured
      text += ", a recorder's finding; the reports alone run \(Self.words(alone))"
    }
    return text
  }

  /// `61–300 by L11 and L27`.
  private static func words(_ range: HarmRange<ClaimID>) -> String {
    guard !range.isUnknown else { return "unknown" }
    let claims = [range.minimum, range.maximum].compactMap { $0?.claims }
    let ends =
      claims.count == 2 && claims[0] != claims[1]
      ? claims.map { list($0) }.joined(separator: " and ") : list(claims.first ?? [])
    return "\(HarmText.range(range)) by \(ends)"
  }

  /// The first claims of many: the sections below the summary name them all.
  private static func list(_ claims: [ClaimID]) -> String {
    let more = claims.count - shown
    return ClaimLine.list(claims.prefix(shown)) + (more > 0 ? " and \(more) more" : "")
  }

  private static let shown = 12

  private var grade: String {
    let grade = explanation.snapshot.grade
    var text = grade.decision.title
    if grade.grade != nil {
      if let day = grade.decisiveDay { text += " since \(day)" }
      if !grade.decisiveClaims.isEmpty { text += " by \(Self.list(grade.decisiveClaims))" }
    }
    text += ": \(grade.decision.reasonWords)"
    if let recorder = grade.recorder {
      let verdict = grade.difference == nil ? "the same" : "NOT the same"
      text +=
        "; a recorder: \(recorder.grade.code) by \(Self.list(recorder.claims)), \(verdict)"
    }
    return text
  }

  private var strike: String? {
    explanation.snapshot.strikeStatus.map { finding in
      let denied =
        finding.deniedBy.isEmpty ? "" : "; denied by \(Self.list(finding.deniedBy))"
      return "\(finding.status.code) by \(Self.list(finding.claims))\(denied)"
    }
  }

  private func words(_ position: BelligerentPosition) -> String {
    let since = position.since.map { " since \($0)" } ?? ""
    return "\(position.belligerent): \(position.verdict.code)\(since) by "
      + Self.list(position.claims)
  }

  private var sources: String {
    let origins = explanation.table.origins
    let least = origins.leastIndependentCount
    let perhaps = least < origins.independentCount ? ", perhaps only \(least)" : ""
    return "\(Plural.of("mention", origins.mentionCount)), "
      + "\(Plural.of("independent origin", origins.independentCount))\(perhaps)"
  }

  private var overlap: String? {
    guard let totals = explanation.killedTotals, totals.isAmbiguous else { return nil }
    let others = totals.merged.events.flatMap(\.self)
      .filter { $0 != explanation.incidentCase.incident.id }
    return "\(others.map(\.text).joined(separator: ", ")) may be the same event: "
      + TotalsText.killed(totals)
  }
}
