import Assessment
import Inquiry
import Records

/// How a grade came about, as a tree that can be quoted.
struct GradeText {
  private let grade: ExplainedGrade
  private let incidentCase: IncidentCase
  private let claims: ClaimLine

  init(_ grade: ExplainedGrade, of incidentCase: IncidentCase) {
    self.grade = grade
    self.incidentCase = incidentCase
    claims = ClaimLine(incidentCase.testimony)
  }

  /// The heading, then the tree: the rule, who triggered it, when, and the recorder beside.
  func lines(width: Int, ascii: Bool) -> [String] {
    CaseHeading(incidentCase).titled(width: width) + [""] + tree.lines(width: width, ascii: ascii)
  }

  private var tree: TextTree {
    var branches = [
      TextTree(
        "because: \(grade.decision.reasonWords)",
        grade.reasons.map { reason in
          TextTree("these \(reason.words):", reason.claims.map { claims.leaf($0) })
        })
    ]
    if let decided { branches.append(decided) }
    if incidentCase.inPlay.entries.contains(where: { $0.certainty == .possible }) {
      let alone = grade.decisionIfCertainOnly
      branches.append(
        TextTree("claims surely about this incident alone: \(alone.title), \(alone.reasonWords)"))
    }
    branches.append(recorder)
    return TextTree("grade = \(grade.decision.title)", branches)
  }

  private var decided: TextTree? {
    guard grade.grade != nil, !grade.decisiveClaims.isEmpty else { return nil }
    let day = grade.decisiveDay.map { "so since \($0), when this became public:" }
    return TextTree(
      day ?? "completed by claims without a date:", grade.decisiveClaims.map { claims.quote($0) })
  }

  private var recorder: TextTree {
    guard let recorder = grade.recorder else {
      return TextTree("no recorder's grade is in play")
    }
    let verdict = grade.difference == nil ? "the same" : "NOT the same"
    return TextTree(
      "a recorder graded it \(recorder.grade.code), \(verdict)",
      recorder.claims.map { claims.leaf($0) })
  }
}
