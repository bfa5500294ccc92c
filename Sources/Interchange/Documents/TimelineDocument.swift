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
    member("method", Method.airwars.code)
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
    version(incidentCase.dossier.dataVersion)
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
    member("changes", array: change.shifts) { writer, shift in
      writer.object { writer in
        writer.fact(shift.fact)
        writer.member("because", ids: shift.because)
      }
    }
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

  private mutating func fact(_ fact: ChangedFact) {
    switch fact {
    case .killedMinimum(let from, let to): moved("killed.min", from, to)
    case .killedMaximum(let from, let to): moved("killed.max", from, to)
    case .injuredMinimum(let from, let to): moved("injured.min", from, to)
    case .injuredMaximum(let from, let to): moved("injured.max", from, to)
    case .grade(let from, let to):
      member("fact", "grade")
      key("from")
      object { $0.decisionMembers(from) }
      key("to")
      object { $0.decisionMembers(to) }
    case .strikeStatus(let from, let to):
      member("fact", "strike-status")
      member("from", from?.code)
      member("to", to?.code)
    case .verdict(let belligerent, let from, let to):
      member("fact", "verdict")
      member("belligerent", belligerent)
      member("from", from?.code)
      member("to", to?.code)
    }
  }

  private mutating func moved(_ fact: String, _ from: Int?, _ to: Int?) {
    member("fact", fact)
    member("from", from)
    member("to", to)
  }
}
