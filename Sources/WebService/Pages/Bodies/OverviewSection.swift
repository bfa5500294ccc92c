import Assessment
import Inquiry
import Records

/// The whole of an incident in a few lines: figures, grade, strike, verdicts, sources, alarms.
struct OverviewSection {
  private let explanation: IncidentExplanation
  private let snapshot: AssessmentSnapshot

  init(_ explanation: IncidentExplanation) {
    self.explanation = explanation
    snapshot = explanation.snapshot
  }

  func write(to page: inout PageWriter) {
    page.section(.summaryHeading, id: "summary") { page in
      page.facts { page in
        page.fact(.killed) { range(snapshot.killed, \.killed, &$0) }
        page.fact(.injured) { range(snapshot.injured, \.injured, &$0) }
        page.fact(.grade) { page in
          page.grade(snapshot.grade.grade)
          page.by(snapshot.grade.decisiveClaims)
          page.text(" ")
          page.element(.a, [.address(PageAddress(fragment: "grade"))]) {
            $0.words(.gradeReason)
          }
        }
        strike(&page)
        for position in snapshot.positions { verdict(position, &page) }
        sources(&page)
        for fall in explanation.table.series.flatMap(\.falls) { alarm(fall, &page) }
      }
    }
  }

  private func range(
    _ range: HarmRange<ClaimID>, _ path: KeyPath<AssessmentSnapshot, HarmRange<ClaimID>>,
    _ page: inout PageWriter
  ) {
    guard !range.isUnknown else {
      page.missing(.unknownNotZero)
      page.text(". ")
      return page.words(.noFigure)
    }
    page.element(.span, [.class("range")]) { $0.range(range) }
    guard [range.minimum?.rule, range.maximum?.rule].contains(.assessorRange) else { return }
    page.tag(.recorderRange)
    let alone = AssessmentSnapshot(explanation.incidentCase.inPlay, heedsAssessors: false)
    page.element(.p) { page in
      page.words(.reportsAlone)
      page.text(": ")
      page.range(alone[keyPath: path])
    }
  }

  private func strike(_ page: inout PageWriter) {
    guard let finding = snapshot.strikeStatus else { return }
    page.fact(.strikeStatus) { page in
      page.word(finding.status)
      page.by(finding.claims)
      guard !finding.deniedBy.isEmpty else { return }
      page.semicolon()
      page.words(.deniedBy)
      page.text(" ")
      page.claims(finding.deniedBy)
    }
  }

  private func verdict(_ position: BelligerentPosition, _ page: inout PageWriter) {
    page.fact(.verdict) { page in
      page.data(position.belligerent)
      page.text(": ")
      page.word(position.verdict)
      if let since = position.since { page.tag(.since) { $0.notation("\(since)") } }
      page.by(position.claims)
    }
  }

  private func sources(_ page: inout PageWriter) {
    let origins = explanation.table.origins
    page.fact(.mentions) { $0.number(origins.mentionCount) }
    page.fact(.independentOrigins) { page in
      page.number(origins.independentCount)
      if origins.leastIndependentCount < origins.independentCount {
        page.tag(.perhapsOnly) { $0.number(origins.leastIndependentCount) }
      }
      let repeated = origins.groups.filter { $0.members.count > 1 }
      guard !repeated.isEmpty else { return }
      page.element(.ul) { page in
        for group in repeated {
          page.element(.li) { page in
            page.claim(group.representative)
            page.text(" ")
            page.words(.repeatedBy)
            page.text(" ")
            page.claims(Array(group.members.dropFirst()))
          }
        }
      }
    }
  }

  private func alarm(_ fall: CumulativeSeries.Fall, _ page: inout PageWriter) {
    page.fact(.alarm) { page in
      page.words(.runningTotals)
      page.text(": ")
      step(fall.before, &page)
      page.text(" ")
      page.words(.fellTo)
      page.text(" ")
      step(fall.after, &page)
      page.text(": ")
      page.words(.differentScope)
    }
  }

  private func step(_ step: CumulativeSeries.Step, _ page: inout PageWriter) {
    page.bounds(step.minimum, step.maximum)
    page.by(step.claims)
    page.text(" ")
    page.notation("\(step.day)")
  }
}

/// Why an incident has its grade, role by role, and what a recorder says.
struct GradeSection {
  private let grade: ExplainedGrade

  init(_ grade: ExplainedGrade) { self.grade = grade }

  func write(to page: inout PageWriter) {
    page.section(.gradeReason, id: "grade") { page in
      page.element(.p) { page in
        page.grade(grade.grade)
        if let day = grade.decisiveDay, grade.grade != nil {
          page.tag(.since) { $0.notation("\(day)") }
        }
        page.text(" ")
        page.element(.bdi) { $0.text($0.language.reason(grade.decision)) }
      }
      page.element(.ul) { page in
        for reason in grade.reasons {
          page.element(.li) { page in
            page.english(reason.words)
            page.text(": ")
            page.claims(reason.claims)
          }
        }
      }
      if grade.decisionIfCertainOnly != grade.decision {
        page.element(.p) { page in
          page.words(.certainOnly)
          page.text(": ")
          page.text(page.language.word(grade.decisionIfCertainOnly))
          page.text(". ")
          page.element(.bdi) { $0.text($0.language.reason(grade.decisionIfCertainOnly)) }
        }
      }
      recorder(&page)
    }
  }

  private func recorder(_ page: inout PageWriter) {
    guard let recorder = grade.recorder else { return page.paragraph(.notGradedByAnyone) }
    page.element(.p) { page in
      page.words(.byRecorder)
      page.text(": ")
      page.grade(recorder.grade)
      page.by(recorder.claims)
      page.text(". ")
      page.words(grade.difference == nil ? .gradesAgree : .gradesDiffer)
    }
  }
}
