import Assessment
import Records

/// The methods side by side, then every number with its claims, its rule and what it is without them.
struct MethodsSection {
  private let table: MethodTable
  private let measures: [Measure]

  init(_ table: MethodTable) {
    self.table = table
    measures = Measure.allCases.filter { measure in
      table.results.contains { !$0[measure].isUnknown }
    }
  }

  func write(to page: inout PageWriter) {
    page.section(.methods, id: "methods") { page in
      guard !measures.isEmpty else {
        page.missing(.unknownNotZero)
        page.text(". ")
        return page.words(.noFigure)
      }
      page.paragraph(.methodsNote)
      comparison(&page)
      page.element(.details) { page in
        page.element(.summary) { $0.words(.numbersExplained) }
        numbers(&page)
      }
      sets(&page)
    }
  }

  private func comparison(_ page: inout PageWriter) {
    page.element(.div, [.class("scroll"), .set(.tabIndex, "0"), .set(.role, "group")]) { page in
      page.element(.table) { page in
        page.element(.thead) { page in
          page.row { page in
            page.element(.th, [.set(.scope, "col")]) { $0.words(.method) }
            for measure in measures {
              page.element(.th, [.set(.scope, "col")]) { $0.word(measure) }
            }
          }
        }
        page.element(.tbody) { page in
          for result in table.results {
            page.row { page in
              page.head { page in
                page.code(result.method.code)
                if result.isProvisional { page.tag(.provisional) }
              }
              for measure in measures { page.cell { $0.range(result[measure]) } }
            }
          }
        }
      }
    }
  }

  private func numbers(_ page: inout PageWriter) {
    page.table([.method, .measure, .end, .number, .claims, .rule, .withoutIt]) { page in
      for result in table.results {
        for measure in measures {
          for point in RangePoint.allCases {
            guard let end = result[measure][point] else { continue }
            page.row { page in
              page.head { $0.code(result.method.code) }
              page.cell { $0.word(measure) }
              page.cell { $0.word(point) }
              number(end, &page)
            }
          }
        }
      }
    }
  }

  private func number(_ end: ExplainedEnd, _ page: inout PageWriter) {
    page.cell { page in
      page.notation("\(end.value)\(end.isOpen ? "+" : "")")
      if end.isApproximate { page.tag(.about) }
    }
    page.cell { page in
      page.claims(end.claims)
      guard !end.echoes.isEmpty else { return }
      page.semicolon()
      page.words(.repeatedBy)
      page.text(" ")
      page.claims(end.echoes)
    }
    page.cell { page in
      page.english(end.rule.words)
      page.text(" ")
      page.code(end.rule.rawValue)
    }
    page.cell { page in
      page.list(end.ifRemoved) { page, removal in
        page.claim(removal.claim)
        page.text(": ")
        page.number(removal.value)
        if removal.isOpen { page.text("+") }
      }
    }
  }

  /// The sets of claims that can all be true together.
  private func sets(_ page: inout PageWriter) {
    let all = Measure.allCases.compactMap { table.constraint[$0] }.filter { !$0.sets.isEmpty }
    guard !all.isEmpty else { return }
    page.element(.h3) { $0.words(.trueTogether) }
    page.paragraph(.trueTogetherNote)
    page.table([.measure, .number, .independentOrigins, .setClaims, .against]) { page in
      for sets in all {
        for set in sets.sets {
          page.row { page in
            page.head { $0.word(sets.measure) }
            page.cell { $0.bounds(set.minimum, set.maximum) }
            page.cell { $0.number(set.independentCount) }
            page.cell { $0.claims(set.claims) }
            page.cell { $0.claims(set.contradicts) }
          }
        }
      }
    }
    let omitted = all.map(\.search.omittedSetCount).reduce(0, +)
    if omitted > 0 {
      page.element(.p) { page in
        page.number(omitted)
        page.text(" ")
        page.words(.moreSets)
      }
    }
    if all.contains(where: { !$0.search.isComplete }) { page.notice(.searchStopped) }
  }
}
