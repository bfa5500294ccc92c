import Assessment
import Inquiry
import Records

/// Totals with the incidents that may be the same event: merged and apart, never one alone.
struct TotalsText {
  private let explanation: IncidentExplanation

  init(_ explanation: IncidentExplanation) { self.explanation = explanation }

  func lines(width: Int) -> [String] {
    let incidentCase = explanation.incidentCase
    let own = incidentCase.incident
    var lines = own.links.flatMap { link in
      Paragraph(
        "\(link.kind.code) \(link.target)\(link.reason.map { ": \($0)" } ?? "")", label: "  "
      ).lines(width: width)
    }
    for other in incidentCase.neighbours.map(\.incident) {
      for link in other.links where link.target == own.id {
        lines += Paragraph(
          "\(other.id) \(link.kind.code) \(link.target)\(link.reason.map { ": \($0)" } ?? "")",
          label: "  "
        ).lines(width: width)
      }
    }
    for (name, totals) in [
      ("killed", explanation.killedTotals), ("injured", explanation.injuredTotals),
    ] {
      guard let totals else { continue }
      lines += self.lines(of: totals, name, width: width)
    }
    let title = incidentCase.isNarrowed ? "LINKS  of the register, written later" : "LINKS"
    return lines.isEmpty ? [] : [title] + lines
  }

  private func lines(of totals: IncidentTotals, _ name: String, width: Int) -> [String] {
    var lines: [String] = []
    for (hypothesis, total) in [("merge", totals.merged), ("split", totals.split)] {
      let events = total.events.map { $0.map(\.text).joined(separator: " = ") }
      lines += Paragraph(
        "\(Self.range(total)) for \(events.joined(separator: " + ")), by "
          + ClaimLine.list(Self.claims(of: [total])),
        label: "  \(name) under \(hypothesis): "
      ).lines(width: width)
    }
    if !totals.unknown.isEmpty {
      lines += Paragraph(
        "\(totals.unknown.map(\.text).joined(separator: ", ")): unknown, not nought",
        label: "  \(name) of "
      ).lines(width: width)
    }
    return lines
  }

  /// `killed 105–370 merged, 230–511 apart, by L25, L26`.
  static func killed(_ totals: IncidentTotals) -> String {
    let none = totals.unknown.map(\.text).joined(separator: ", ")
    return range(totals.merged) == range(totals.split) && !none.isEmpty
      ? "no number of killed for \(none)"
      : "killed \(range(totals.merged)) merged, \(range(totals.split)) apart, by "
        + ClaimLine.list(claims(of: [totals.merged, totals.split]))
  }

  private static func claims(of totals: [HypothesisTotal]) -> [ClaimID] {
    Set(totals.flatMap { ($0.minimum?.claims ?? []) + ($0.maximum?.claims ?? []) }).sorted()
  }

  private static func range(_ total: HypothesisTotal) -> String {
    let open = total.maximum?.isOpen == true ? "+" : ""
    guard total.minimum != nil || total.maximum != nil else { return "unknown" }
    return HarmText.bounds(total.minimum?.value, total.maximum?.value) + open
  }
}
