import Assessment
import Inquiry
import Records

extension EndpointRequest {
  /// What the claims come to by every method, with the reasons; the document for programs stands
  /// on the page too.
  func assessmentPage(
    _ explanation: IncidentExplanation, links: [Link], json: [UInt8]
  ) async throws -> Answer {
    let found = explanation.incidentCase
    return try await casePage(.assessment, of: found, links: links) { page in
      OverviewSection(explanation).write(to: &page)
      MethodsSection(explanation.table).write(to: &page)
      GradeSection(explanation.snapshot.grade).write(to: &page)
      page.neighbours(explanation)
      page.everything(json)
    }
  }

  /// How range and grade moved, as a chart and a table.
  func timelinePage(
    _ timeline: Timeline, of found: IncidentCase, links: [Link], json: [UInt8]
  ) async throws -> Answer {
    let steps = timeline.steps.map {
      StepChart.Step(day: $0.day, range: $0.change.after.killed)
    }
    return try await casePage(.timeline, of: found, links: links) { page in
      page.paragraph(.timelineNote)
      page.facts { page in
        page.fact(.method) { $0.code(timeline.method.code) }
        if timeline.daysPerStep > 1 {
          page.fact(.daysPerStep) { $0.number(timeline.daysPerStep) }
        }
      }
      if let chart = StepChart(steps) {
        page.element(.figure) { page in
          chart.write(to: &page)
          page.element(.figcaption) { page in
            page.words(.killedChart)
            page.text(". ")
            page.words(.chartNote)
          }
        }
      } else {
        page.paragraph(.noFigure)
      }
      page.steps(timeline)
      page.everything(json)
    }
  }

  /// Who contradicts, replaces or echoes whom.
  func contradictionsPage(
    _ graph: ContradictionGraph, of found: IncidentCase, links: [Link], json: [UInt8]
  ) async throws -> Answer {
    try await casePage(.contradictions, of: found, links: links) { page in
      page.paragraph(.contradictionsNote)
      page.contradictions(graph)
      page.everything(json)
    }
  }

  private func casePage(
    _ phrase: Phrase, of found: IncidentCase, links: [Link],
    _ content: (inout PageWriter) -> Void
  ) async throws -> Answer {
    let id = found.incident.id
    return try await page(
      .phrase(phrase), under: [.collections, .collection(.incidents), .incident(id)],
      links: links, dataVersion: found.dossier.dataVersion
    ) { page in
      page.element(.p) { $0.data(found.incident.title) }
      page.views(of: id)
      if !endpoint.parameters.isEmpty {
        page.element(.details) { page in
          page.element(.summary) { $0.words(.filter) }
          FilterForm(endpoint.parameters, query: query, path: path).write(to: &page)
        }
      }
      page.narrowing(found)
      if found.isNotYetReported { return page.notice(.notYetReportedNote) }
      content(&page)
    }
  }
}

extension PageWriter {
  /// What was left out by choice.
  fileprivate mutating func narrowing(_ found: IncidentCase) {
    if let whatIf = found.whatIf {
      element(.p, [.class("notice")]) { page in
        page.words(.whatIf)
        page.text(": ")
        page.data(whatIf.pattern.text)
        page.text(" (")
        page.words(.keptOf)
        page.text(" ")
        page.notation("\(whatIf.keptCount) / \(whatIf.claimCount)")
        page.text(")")
      }
    }
    guard found.undatedCount > 0 else { return }
    element(.p, [.class("notice")]) { page in
      page.words(.undatedLeftOut)
      page.text(": ")
      page.number(found.undatedCount)
    }
  }

  fileprivate mutating func neighbours(_ explanation: IncidentExplanation) {
    let totals = [
      (Phrase.killed, explanation.killedTotals), (.injured, explanation.injuredTotals),
    ]
    guard totals.contains(where: { $0.1 != nil }) else { return }
    section(.overlaps) { page in
      page.facts { page in
        for (phrase, totals) in totals {
          if let totals { page.fact(phrase) { $0.totals(totals) } }
        }
      }
      page.element(.ul) { page in
        for neighbour in explanation.incidentCase.neighbours {
          page.element(.li) { page in
            page.incident(neighbour.incident.id)
            page.text(" ")
            page.data(neighbour.incident.title)
          }
        }
      }
    }
  }

  fileprivate mutating func steps(_ timeline: Timeline) {
    table([.day, .newClaims, .killed, .injured, .grade, .changes]) { page in
      for step in timeline.steps {
        let day = step.firstDay == step.day ? "\(step.day)" : "\(step.firstDay)/\(step.day)"
        page.row { page in
          page.head { $0.notation(day) }
          page.change(step.change)
        }
      }
      if let change = timeline.undatedChange {
        page.row { page in
          page.head { $0.words(.undated) }
          page.change(change)
        }
      }
    }
  }

  private mutating func change(_ change: AssessmentChange) {
    cell { $0.claims(change.claimsIn) }
    cell { $0.range(change.after.killed) }
    cell { $0.range(change.after.injured) }
    cell { page in
      page.grade(change.after.grade.grade)
      page.by(change.after.grade.decisiveClaims)
    }
    cell { page in
      if change.shifts.isEmpty, change.superseded.isEmpty { page.missing(.nothingChanged) }
      page.element(.ul) { page in
        for replaced in change.superseded {
          page.element(.li) { page in
            page.claim(replaced.claim)
            page.text(" ")
            page.words(.replacedBy)
            page.text(" ")
            page.claims(replaced.by)
          }
        }
        for shift in change.shifts { page.element(.li) { $0.shift(shift, in: change) } }
      }
    }
  }
}
