import Assessment
import Records

// The edges between claims as tables, and what changed from one day to another.
extension PageWriter {
  mutating func contradictions(_ graph: ContradictionGraph) {
    facts { page in
      page.fact(.claims) { $0.number(graph.nodes.count) }
      page.fact(.statedEdge) { $0.number(graph.edges.count(where: \.isStated)) }
      page.fact(.fromFigures) { $0.number(graph.edges.count { !$0.isStated }) }
      if graph.unlistedConflictCount > 0 {
        page.fact(.unlistedConflicts) { $0.number(graph.unlistedConflictCount) }
      }
    }
    edges(graph.edges, of: graph)
    if !graph.edgesOut.isEmpty {
      section(.outOfPlay) { $0.edges(graph.edgesOut, of: graph) }
    }
    if !graph.denialCycles.isEmpty {
      section(.denialCycles) { page in
        page.element(.ul) { page in
          for circle in graph.denialCycles { page.element(.li) { $0.claims(circle) } }
        }
      }
    }
    if !graph.selfDenials.isEmpty {
      section(.selfDenials) { page in page.element(.p) { $0.claims(graph.selfDenials) } }
    }
    section(.claims) { page in
      page.table([.claim, .claimant, .published, .certainty, .status]) { page in
        for node in graph.nodes { page.node(node) }
      }
    }
  }

  private mutating func edges(_ edges: [ContradictionEdge], of graph: ContradictionGraph) {
    let names = Dictionary(
      graph.nodes.map { ($0.id, $0.claimantName ?? $0.claimant.text) },
      uniquingKeysWith: { first, _ in first })
    table([.fromClaim, .relation, .toClaim, .certainty, .figures, .note]) { page in
      for edge in edges {
        page.row { page in
          page.head { $0.claim(edge.from, named: names) }
          page.cell { page in
            page.english(edge.kind.rawValue.replacing("-", with: " "))
            page.tag(edge.isStated ? .statedEdge : .fromFigures)
          }
          page.cell { $0.claim(edge.to, named: names) }
          page.cell { $0.word(edge.certainty) }
          page.cell { $0.figures(of: edge) }
          page.cell { page in if let note = edge.note { page.data(note) } }
        }
      }
    }
  }

  private mutating func claim(_ id: ClaimID, named names: [ClaimID: String]) {
    claim(id)
    guard let name = names[id] else { return }
    text(" ")
    element(.small) { $0.data(name) }
  }

  private mutating func figures(of edge: ContradictionEdge) {
    guard let figures = edge.figures else { return }
    claim(figures.higher)
    text(" ")
    words(.atLeast)
    text(" ")
    number(figures.least)
    semicolon()
    claim(figures.lower)
    text(" ")
    words(.upTo)
    text(" ")
    number(figures.greatest)
    text(" ")
    code(figures.rule.rawValue)
  }

  private mutating func node(_ node: ContradictionGraph.Node) {
    row { page in
      page.head { $0.claim(node.id) }
      page.cell { $0.data(node.claimantName ?? node.claimant.text) }
      page.cell { page in
        if let day = node.publicDay { page.notation("\(day)") } else { page.missing(.undated) }
      }
      page.cell { $0.word(node.certainty) }
      page.cell { $0.words(node.isStanding ? .standing : .replacedClaim) }
    }
  }

  /// What moved, from what to what, and because of which claims.
  mutating func shift(_ shift: AssessmentShift, in change: AssessmentChange) {
    switch shift.fact {
    case .killedMinimum(let from, let to): moved("killed.min", plain(from), plain(to))
    case .killedMaximum: moved("killed.max", change, \.killed)
    case .injuredMinimum(let from, let to): moved("injured.min", plain(from), plain(to))
    case .injuredMaximum: moved("injured.max", change, \.injured)
    case .grade(let from, let to):
      moved(Phrase.grade.text(in: language), language.word(from), language.word(to))
      text(" ")
      element(.small) { $0.text($0.language.reason(to)) }
    case .strikeStatus(let from, let to):
      moved(Phrase.strikeStatus.text(in: language), code(from), code(to))
    case .verdict(let belligerent, let from, let to):
      data(belligerent)
      text(" ")
      moved(Phrase.verdict.text(in: language), code(from), code(to))
    }
    text(" ")
    words(.becauseOf)
    text(" ")
    claims(shift.because)
  }

  private mutating func moved(
    _ name: String, _ change: AssessmentChange,
    _ range: KeyPath<AssessmentSnapshot, HarmRange<ClaimID>>
  ) {
    let ends = [change.before, change.after].map { snapshot in
      let end = snapshot[keyPath: range].maximum
      return plain(end?.value) + (end?.isOpen == true ? "+" : "")
    }
    moved(name, ends[0], ends[1])
  }

  private mutating func moved(_ name: String, _ from: String, _ to: String) {
    element(.bdi) { $0.text(name) }
    text(": ")
    element(.bdi) { $0.text(from) }
    text(language == .arabic ? " ← " : " → ")
    element(.bdi) { $0.text(to) }
  }

  private func plain(_ value: Int?) -> String {
    value.map { "\($0)" } ?? Phrase.unknown.text(in: language)
  }

  private func code<Code: Vocabulary>(_ code: Code?) -> String {
    code.map { language.word($0) } ?? Phrase.none.text(in: language)
  }
}
