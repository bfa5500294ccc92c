import Assessment
import Cartography
import Inquiry
import MapRendering
import Records

/// How range and grade of one incident moved: a chart of ranges over days, then what each day
/// brought and what it changed.
struct TimelineText {
  /// How it is drawn.
  struct Style {
    let width: Int
    let ascii: Bool
    let depth: ColourDepth
  }

  private let timeline: Timeline
  private let incidentCase: IncidentCase
  private let style: Style

  init(_ timeline: Timeline, of incidentCase: IncidentCase, style: Style) {
    self.timeline = timeline
    self.incidentCase = incidentCase
    self.style = style
  }

  /// The whole text as UTF-8, safe for a terminal; the bars alone may be coloured.
  var bytes: [UInt8] {
    var lines = CaseHeading(incidentCase).titled(width: style.width).map { line($0) }
    if !rows.isEmpty { lines += [line("")] + chart + [line("")] + changes.map { line($0) } }
    return Array(lines.joined())
  }

  private func line(_ text: String) -> [UInt8] {
    let safe = style.ascii ? Console.folded(text) : TerminalText(text).string
    return Array((safe + "\n").utf8)
  }

  private struct Row {
    let day: String
    let change: AssessmentChange
  }

  private var rows: [Row] {
    timeline.steps.map { step in
      let day = step.firstDay == step.day ? "\(step.day)" : "\(step.firstDay)/\(step.day)"
      return Row(day: day, change: step.change)
    } + (timeline.undatedChange.map { [Row(day: "undated", change: $0)] } ?? [])
  }

  private var dayColumns: Int { max(10, rows.map(\.day.count).max() ?? 0) }

  // MARK: Chart

  private var chart: [[UInt8]] {
    let ranges = rows.map(\.change.after.killed)
    guard ranges.contains(where: { !$0.isUnknown }) else {
      return [line("KILLED  no claim gives a number: unknown, not nought")]
    }
    let labels = ranges.map { TerminalText(HarmText.range($0)) }
    let labelColumns = labels.map(\.columns).max() ?? 0
    let claims = ranges.map { TerminalText(ClaimLine.ends(of: $0)) }
    let claimColumns = claims.map(\.columns).max() ?? 0
    let scale = RangeScale(
      ranges.map { ChartRange($0) },
      cells: min(72, style.width - dayColumns - labelColumns - claimColumns - 22),
      signs: style.ascii ? .ascii : .unicode)
    let margin = "".padded(to: dayColumns + 2)
    let method = timeline.method.code
    return [line("KILLED by \(method), as public by the end of each day; its claims, the grade")]
      + rows.indices.map { place in
        let (row, label) = (rows[place], labels[place].padded(to: labelColumns).string)
        let by = claims[place].padded(to: claimColumns).string
        let grade = row.change.after.grade
        let bar = scale.bar(ChartRange(row.change.after.killed)).padded(to: scale.cells)
        return Array("\(row.day.padded(to: dayColumns))  ".utf8)
          + Grade.colour(of: grade.grade).painted(bar, depth: style.depth)
          + line("  \(label)  \(by)  \(grade.decision.title)")
      } + scale.axis.map { Array("\(margin)\($0.string)\n".utf8) }
  }

  // MARK: Changes

  private var changes: [String] {
    var lines = ["WHAT EACH DAY BROUGHT"]
    if timeline.daysPerStep > 1 {
      lines.append("  a very long record: \(timeline.daysPerStep) days share a step")
    }
    for row in rows {
      let change = row.change
      lines += paragraph(
        "\(Plural.claims(change.claimsIn.count)): \(ClaimLine.list(change.claimsIn))",
        label: row.day)
      for replaced in change.superseded {
        lines += paragraph("\(replaced.claim) is replaced by \(ClaimLine.list(replaced.by))")
      }
      for shift in change.shifts {
        lines += paragraph(
          "\(Self.words(shift.fact, in: change)), because of \(ClaimLine.list(shift.because))")
      }
      if change.shifts.isEmpty { lines += paragraph("nothing changed") }
    }
    return lines
  }

  private func paragraph(_ text: String, label: String = "") -> [String] {
    Paragraph(text, label: "\(label.padded(to: dayColumns))  ").lines(width: style.width)
  }

  /// `killed.max 240 → 278`; `138+` for an end that sets no ceiling.
  private static func words(_ fact: ChangedFact, in change: AssessmentChange) -> String {
    func moved(_ name: String, _ from: Int?, _ to: Int?) -> String {
      "\(name) \(HarmText.number(from)) → \(HarmText.number(to))"
    }
    func ceiling(
      _ name: String, _ range: KeyPath<AssessmentSnapshot, HarmRange<ClaimID>>
    ) -> String {
      let ends = [change.before, change.after].map { $0[keyPath: range].maximum }
      let words = ends.map { HarmText.number($0?.value, isOpen: $0?.isOpen == true) }
      return "\(name) \(words.joined(separator: " → "))"
    }
    func moved(_ name: String, _ from: String?, _ to: String?) -> String {
      "\(name) \(from ?? "none") → \(to ?? "none")"
    }
    switch fact {
    case .killedMinimum(let from, let to): return moved("killed.min", from, to)
    case .killedMaximum: return ceiling("killed.max", \.killed)
    case .injuredMinimum(let from, let to): return moved("injured.min", from, to)
    case .injuredMaximum: return ceiling("injured.max", \.injured)
    case .grade(let from, let to):
      return moved("grade", from.title, to.title) + " (\(to.reasonWords))"
    case .strikeStatus(let from, let to): return moved("strike", from?.code, to?.code)
    case .verdict(let belligerent, let from, let to):
      return moved("verdict of \(belligerent)", from?.code, to?.code)
    }
  }
}
