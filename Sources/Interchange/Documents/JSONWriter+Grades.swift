import Assessment
import JSONText
import Records

// Grades, strike status and verdicts with the claims that give them.
extension JSONWriter {
  /// Writes a grade with its reasons and, beside it, the recorder's.
  mutating func explainedGrade(_ grade: ExplainedGrade) {
    object { writer in
      writer.decisionMembers(grade.decision)
      writer.member("reasons", array: grade.reasons) { writer, reason in
        writer.object { writer in
          writer.member("role", reason.role.rawValue)
          writer.member("party", reason.party)
          writer.member("claims", ids: reason.claims)
        }
      }
      writer.member("decisive_day", day: grade.decisiveDay)
      writer.member("decisive_claims", ids: grade.decisiveClaims)
      writer.member("if_certain_only") { $0.decisionMembers(grade.decisionIfCertainOnly) }
      writer.key("recorder")
      if let recorder = grade.recorder {
        writer.object { writer in
          writer.member("grade", recorder.grade.code)
          writer.member("claims", ids: recorder.claims)
        }
      } else {
        writer.null()
      }
      writer.member("differs", grade.recorder.map { _ in grade.difference != nil })
    }
  }

  /// Writes what the rules say: the decision's code, the grade and the rule or the reason.
  mutating func decisionMembers(_ decision: GradeDecision) {
    member("decision", decision.code)
    member("grade", decision.grade?.code)
    switch decision {
    case .graded(let rule): member("rule", rule.rawValue)
    case .ungraded(let reason): member("rule", reason.rawValue)
    case .notYetReported: member("rule", String?.none)
    }
  }

  /// Writes whether the strike is admitted; `null` when nobody speaks of one.
  mutating func strikeStatus(_ finding: StrikeStatusFinding?) {
    guard let finding else { return null() }
    object { writer in
      writer.member("status", finding.status.code)
      writer.member("claims", ids: finding.claims)
      writer.member("denied_by", ids: finding.deniedBy)
    }
  }

  /// Writes what belligerents say of themselves.
  mutating func positions(_ positions: [BelligerentPosition]) {
    array(positions) { writer, position in
      writer.object { writer in
        writer.member("belligerent", position.belligerent)
        writer.member("verdict", position.verdict.code)
        writer.member("claims", ids: position.claims)
        writer.member("since", day: position.since)
        writer.member("statements", array: position.statements) { writer, statement in
          writer.object { writer in
            writer.member("verdict", statement.verdict.code)
            writer.member("claim", statement.claim.text)
            writer.member("public_day", day: statement.publicDay)
            writer.member("standing", statement.isStanding)
          }
        }
      }
    }
  }

  /// Writes a range of the default method with the claims behind each end.
  mutating func range(_ range: HarmRange<ClaimID>) {
    object { writer in
      writer.member("min", range.minimum?.value)
      writer.member("max", range.maximum?.value)
      writer.member("max_open", range.maximum?.isOpen)
      writer.member("min_claims", ids: range.minimum?.claims)
      writer.member("max_claims", ids: range.maximum?.claims)
      writer.member("min_rule", range.minimum?.rule.rawValue)
      writer.member("max_rule", range.maximum?.rule.rawValue)
    }
  }
}
