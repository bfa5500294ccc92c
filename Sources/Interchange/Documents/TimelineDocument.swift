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
    beginObject()
    member("id", incidentCase.incident.id.text)
    member("title", incidentCase.incident.title)
    key("links")
    links(&self)
    caseMembers(incidentCase)
    member("method", timeline.method.code)
    member("days_per_step", timeline.daysPerStep)
    member("steps", array: timeline.steps) { writer, step in
      writer.object { writer in
        writer.member("first_day", day: step.firstDay)
        writer.member("day", day: step.day)
        writer.change(step.change)
      }
    }
    member("undated_claims", ids: timeline.undatedClaims)
    key("undated")
    if let change = timeline.undatedChange { object { $0.change(change) } } else { null() }
    key("data_version")
    dataVersion(incidentCase.dossier.dataVersion)
    endObject()
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
