public import Assessment
public import Inquiry
public import JSONText
import Records

extension JSONWriter {
  /// Writes how range and grade of one incident moved, day by day of publication.
  ///
  /// - Parameters:
  ///   - timeline: The steps.
  ///   - incidentCase: Whose they are.
  ///   - links: Writes the value of `links`.
  public mutating func timeline(
    _ timeline: Timeline, of incidentCase: IncidentCase,
    links: (inout JSONWriter) -> Void = JSONWriter.noLinks
  ) {
    caseDocument(incidentCase, links: links) {
      $0.member("method", timeline.method.code)
      $0.member("days_per_step", timeline.daysPerStep)
      $0.member("steps", array: timeline.steps) { writer, step in
        writer.object { writer in
          writer.member("first_day", day: step.firstDay)
          writer.member("day", day: step.day)
          writer.change(step.change)
        }
      }
      $0.member("undated_claims", ids: timeline.undatedClaims)
      $0.key("undated")
      if let change = timeline.undatedChange {
        $0.object { $0.change(change) }
      } else {
        $0.null()
      }
    }
  }

  private mutating func change(_ change: AssessmentChange) {
    member("claims", ids: change.claimsIn)
    member("superseded", array: change.superseded) { writer, replacement in
      writer.object { writer in
        writer.member("claim", replacement.claim.text)
        writer.member("by", ids: replacement.by)
      }
    }
    member("shifts", array: change.shifts) { $0.shift($1, in: change) }
    let after = change.after
    key("killed")
    range(after.killed)
    key("injured")
    range(after.injured)
    key("grade")
    explainedGrade(after.grade)
    key("strike_status")
    strikeStatus(after.strikeStatus)
    key("belligerents")
    positions(after.positions)
    member("claim_count", after.claimCount)
  }
}
