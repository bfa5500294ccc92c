import Assessment
import Inquiry
import Records

extension EndpointRequest {
  /// A table of totals as a page; every number names its claims.
  func summaryPage(_ summary: IncidentSummary, links: [Link], json: [UInt8]) async throws -> Answer
  {
    try await page(
      .phrase(.table), links: links, dataVersion: summary.dataVersion
    ) { page in
      FilterForm(endpoint.parameters, query: query, path: path).write(to: &page)
      page.facts { page in
        page.fact(.matched) { $0.number(summary.numberMatched) }
        page.fact(.method) { $0.code(summary.query.method.code) }
        page.fact(.row) { $0.word(summary.query.dimension) }
      }
      page.table([.row, .match, .count, .killed, .injured]) { page in
        for row in summary.rows { page.write(row) }
        page.write(summary.total)
      }
      page.notes(on: summary)
      page.everything(json)
    }
  }
}

extension PageWriter {
  fileprivate mutating func write(_ row: SummaryRow) {
    write(row, row.certain, .certainly, isFirst: true)
    if row.possibleCount > 0 { write(row, row.all, .certainAndPossible, isFirst: false) }
  }

  private mutating func write(
    _ row: SummaryRow, _ cell: SummaryCell, _ phrase: Phrase, isFirst: Bool
  ) {
    element(.tr, row.group == nil ? [.class("total")] : []) { page in
      page.head { page in
        switch row.group {
        case nil: page.words(.total)
        case .district(let id, let name): page.place(id, name)
        case .grade(let grade): page.grade(grade)
        case let group?:
          if group.isRest { page.english(group.label) } else { page.data(group.label) }
        }
      }
      page.cell { $0.words(phrase) }
      page.cell { page in
        guard !cell.incidents.isEmpty else { return page.number(0) }
        page.element(.details) { page in
          page.element(.summary) { $0.number(cell.incidents.count) }
          page.list(cell.incidents) { page, id in page.incident(id) }
        }
      }
      page.cell { $0.totals(cell.killed) }
      page.cell { $0.totals(cell.injured) }
    }
  }

  /// A total, under merge and under split where the two differ, and who has no figure.
  mutating func totals(_ totals: IncidentTotals) {
    if totals.isAmbiguous, totals.split.minimum != nil || totals.split.maximum != nil {
      element(.div) { page in
        page.total(totals.merged)
        page.tag(.underMerge)
      }
      element(.div) { page in
        page.total(totals.split)
        page.tag(.underSplit)
      }
    } else {
      total(totals.split)
    }
    if !totals.unknown.isEmpty {
      element(.p) { page in
        page.words(.withoutFigure)
        page.text(" ")
        page.number(totals.unknown.count)
      }
    }
  }

  private mutating func total(_ total: HypothesisTotal) {
    guard total.minimum != nil || total.maximum != nil else { return missing() }
    element(.strong, [.class("n")]) {
      $0.bounds(
        total.minimum?.value, total.maximum?.value, isOpen: total.maximum?.isOpen == true)
    }
    let claims = ((total.minimum?.claims ?? []) + (total.maximum?.claims ?? [])).withoutRepeats
    guard claims.count > Self.shownClaims else { return by(claims) }
    // A city's total stands on hundreds: they are all here, and folded away.
    element(.details) { page in
      page.element(.summary) { page in
        page.words(.claims)
        page.text(" ")
        page.number(claims.count)
      }
      page.claims(claims)
    }
  }

  private static var shownClaims: Int { 6 }

  fileprivate mutating func notes(on summary: IncidentSummary) {
    paragraph(.unknownNotZero)
    if summary.doubtfulInRow > 0 {
      element(.p) { page in
        page.number(summary.doubtfulInRow)
        page.text(" ")
        page.words(.doubtfulInRow)
      }
    }
    let overlaps = summary.total.all.killed.overlaps
    guard !overlaps.isEmpty else { return }
    section(.overlaps) { page in
      page.element(.ul) { page in
        for overlap in overlaps {
          page.element(.li) { page in
            page.incident(overlap.incident)
            page.text(" ")
            page.word(overlap.kind)
            page.text(" ")
            page.incident(overlap.other)
            if !overlap.isInside { page.tag(.outsideTable) }
            if let reason = overlap.reason {
              page.text(": ")
              page.data(reason)
            }
          }
        }
      }
    }
  }
}
