public import Assessment
public import Inquiry
public import JSONText
import Records

extension JSONWriter {
  /// Writes an empty array: a document outside any request has no links.
  ///
  /// - Parameter writer: Where the value of `links` is due.
  public static func noLinks(_ writer: inout JSONWriter) {
    writer.beginArray()
    writer.endArray()
  }

  /// Writes what the claims about one incident come to, every number with its claims.
  ///
  /// - Parameters:
  ///   - explanation: The incident's claims, explained.
  ///   - method: Whose rule makes `killed` and `injured`, and only this method's ranges; `nil` for
  ///     `airwars` and the ranges of all.
  ///   - links: Writes the value of `links`.
  public mutating func assessment(
    _ explanation: IncidentExplanation, only method: Method? = nil,
    links: (inout JSONWriter) -> Void = JSONWriter.noLinks
  ) {
    let incidentCase = explanation.incidentCase
    beginObject()
    member("id", incidentCase.incident.id.text)
    member("title", incidentCase.incident.title)
    key("links")
    links(&self)
    assessmentMembers(explanation, only: method)
    key("data_version")
    dataVersion(incidentCase.dossier.dataVersion)
    endObject()
  }

  /// Writes how the question narrowed the claims.
  mutating func caseMembers(_ incidentCase: IncidentCase) {
    member("as_of", day: incidentCase.asOf)
    member("not_yet_reported", incidentCase.isNotYetReported)
    key("what_if")
    if let whatIf = incidentCase.whatIf {
      object { writer in
        writer.member("claims", whatIf.pattern.text)
        writer.member("kept", whatIf.keptCount)
        writer.member("of", whatIf.claimCount)
      }
    } else {
      null()
    }
    member("undated_claim_count", incidentCase.undatedCount)
  }

  /// Writes the members of an assessment inside an open object.
  mutating func assessmentMembers(_ explanation: IncidentExplanation, only method: Method?) {
    let table = explanation.table
    caseMembers(explanation.incidentCase)
    member("claim_count", table.claimCount)
    let chosen = table[method ?? .airwars]
    member("method", chosen.method.code)
    key("killed")
    range(chosen[.killed].compact)
    key("injured")
    range(chosen[.injured].compact)
    key("methods")
    methods(table, only: method)
    key("consistent_sets")
    consistentSets(table.constraint)
    key("grade")
    explainedGrade(explanation.snapshot.grade)
    key("strike_status")
    strikeStatus(explanation.snapshot.strikeStatus)
    key("belligerents")
    positions(explanation.snapshot.positions)
    key("origins")
    origins(table.origins)
    key("series")
    series(table.series)
    key("mutations")
    mutations(table.mutations)
    key("totals")
    object { writer in
      for (name, totals) in [
        ("killed", explanation.killedTotals), ("injured", explanation.injuredTotals),
      ] {
        writer.key(name)
        if let totals { writer.totals(totals) } else { writer.null() }
      }
    }
  }
}
