import Assessment
import Inquiry
import Interchange
import MapRendering
import Records

/// What changed between two states, for people: a row for each fact, with the claims behind it.
struct ChangeText {
  private let report: ChangeReport

  init(_ report: ChangeReport) { self.report = report }

  func lines(width: Int?, ascii: Bool) -> [String] {
    var lines = [headline]
    if !report.changes.isEmpty {
      var table = TextTable([
        .init(title: "INCIDENT"), .init(title: "WHAT", shrinksTo: 12),
        .init(title: "BEFORE", alignment: .trailing), .init(title: "AFTER", alignment: .trailing),
        .init(title: "BECAUSE OF", overflow: .wrap),
      ])
      for change in report.changes { for row in rows(of: change) { table.add(row) } }
      lines += [""] + table.lines(width: width, ascii: ascii)
    }
    if !report.unmoved.isEmpty {
      let names = report.unmoved.map { item in
        let claims = (item.change.claimsIn + item.change.claimsOut).map(\.text)
        return "\(item.id) (\(claims.joined(separator: ", ")))"
      }
      lines += ["", "other claims, no change: \(names.joined(separator: "; "))"]
    }
    return lines
  }

  private var headline: String {
    let count = report.changes.count
    let first = report.changes.count { $0.change.isFirstReport }
    var words = "\(count == 0 ? "no" : "\(count)") incident\(count == 1 ? "" : "s") changed "
    switch report.query.span {
    case .published(let from, let to): words += "from \(from) to \(to)"
    case .recorded(let from, let to, let day):
      words += "in this store from \(from) to \(to)" + (day.map { ", as of \($0)" } ?? "")
    }
    if let moment = report.query.incidents.asRecorded { words += ", as recorded \(moment)" }
    return words + (first > 0 ? ", \(first) of them first reported" : "")
  }

  private func rows(of item: IncidentChange) -> [[String]] {
    var rows: [[String]] = []
    let change = item.change
    if change.isFirstReport {
      rows.append([item.id.text, "first reported", "", "", names(change.claimsIn)])
    }
    for shift in change.shifts {
      let ends = ChangeText.ends(of: shift.fact, in: change)
      rows.append([
        rows.isEmpty ? item.id.text : "", ends.what, ends.before, ends.after, names(shift.because),
      ])
    }
    for replacement in change.superseded {
      rows.append([
        rows.isEmpty ? item.id.text : "", "replaced", replacement.claim.text, "",
        names(replacement.by),
      ])
    }
    return rows
  }

  private func names(_ claims: [ClaimID]) -> String {
    claims.map(\.text).joined(separator: ", ")
  }

  private static func ends(
    of fact: ChangedFact, in change: AssessmentChange
  ) -> (what: String, before: String, after: String) {
    switch fact {
    case .killedMinimum:
      (fact.name, number(change.before.killed.minimum), number(change.after.killed.minimum))
    case .injuredMinimum:
      (fact.name, number(change.before.injured.minimum), number(change.after.injured.minimum))
    case .killedMaximum:
      (fact.name, number(change.before.killed.maximum), number(change.after.killed.maximum))
    case .injuredMaximum:
      (fact.name, number(change.before.injured.maximum), number(change.after.injured.maximum))
    case .grade(let from, let to):
      (fact.name, word(from), word(to))
    case .strikeStatus(let from, let to): (fact.name, from?.code ?? "-", to?.code ?? "-")
    case .verdict(let party, let from, let to):
      ("verdict of \(party)", from?.code ?? "-", to?.code ?? "-")
    }
  }

  /// A number with the claims that give it, `138 by L02`; marked where it sets no ceiling: `40+`.
  private static func number(_ end: RangeEnd<ClaimID>?) -> String {
    end.map { "\($0.value)\($0.isOpen ? "+" : "") by \(ClaimLine.short($0.claims))" } ?? "?"
  }

  private static func word(_ decision: GradeDecision) -> String {
    switch decision {
    case .graded(let rule): "\(rule.grade.code) (\(rule.rawValue))"
    case .ungraded(let reason): "ungraded (\(reason.rawValue))"
    case .notYetReported: "-"
    }
  }
}
