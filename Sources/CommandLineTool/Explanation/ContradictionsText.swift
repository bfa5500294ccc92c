import Assessment
import Inquiry
import Records

/// Who contradicts, replaces or echoes whom, by kind: what the record states with certain and
/// possible targets, then what follows from the figures.
struct ContradictionsText {
  private let graph: ContradictionGraph
  private let incidentCase: IncidentCase
  private let claims: ClaimLine

  init(_ graph: ContradictionGraph, of incidentCase: IncidentCase) {
    self.graph = graph
    self.incidentCase = incidentCase
    claims = ClaimLine(incidentCase.testimony)
  }

  func lines(width: Int) -> [String] {
    var lines = CaseHeading(incidentCase).titled(width: width)
    guard !graph.nodes.isEmpty else { return lines }
    let stated = graph.edges.filter(\.isStated)
    lines += Paragraph(
      "\(Plural.claims(graph.nodes.count)), \(Plural.of("edge", graph.edges.count)): "
        + "\(stated.count) stated, \(graph.edges.count - stated.count) from figures alone",
      label: ""
    ).lines(width: width)
    for kind in ContradictionKind.allCases {
      let edges = stated.filter { $0.kind == kind }
      guard !edges.isEmpty else { continue }
      lines += ["", Self.title(of: kind)] + self.lines(of: edges, width: width)
    }
    return lines + figureLines(width: width) + circleLines(width: width) + outLines(width: width)
  }

  private static func title(of kind: ContradictionKind) -> String {
    switch kind {
    case .denies: "DENIES"
    case .disputes: "DISPUTES"
    case .excludes: "EXCLUDES"
    case .supersedes: "REPLACES"
    case .corrects: "CORRECTS"
    case .sameOriginAs: "HAS ONE ORIGIN WITH"
    case .possiblySameEvent: "MAY SPEAK OF ONE EVENT WITH"
    }
  }

  /// One paragraph for each claim that holds edges, its certain targets before the possible ones.
  private func lines(of edges: [ContradictionEdge], width: Int) -> [String] {
    var order: [ClaimID] = []
    var groups: [ClaimID: [ContradictionEdge]] = [:]
    for edge in edges {
      if groups[edge.from] == nil { order.append(edge.from) }
      groups[edge.from, default: []].append(edge)
    }
    return order.flatMap { from -> [String] in
      let own = groups[from] ?? []
      let lines = Paragraph(
        "\(from) (\(claims.claimant(of: from)), \(claims.day(of: from)))", label: "  "
      ).lines(width: width)
      let targets = [("", Certainty.certain), ("possibly ", .possible)].flatMap { word, certainty in
        own.filter { $0.certainty == certainty }.flatMap { target($0, word, width: width) }
      }
      return lines + targets
    }
  }

  private func target(_ edge: ContradictionEdge, _ word: String, width: Int) -> [String] {
    var text = "\(word)\(edge.to) (\(claims.claimant(of: edge.to)), \(claims.day(of: edge.to)))"
    if let figures = edge.figures { text += "; \(Self.words(figures))" }
    if let note = edge.note { text += ": \(note)" }
    return Paragraph(text, label: "    - ").lines(width: width)
  }

  /// Conflicts that nobody states, by rule.
  private func figureLines(width: Int) -> [String] {
    let conflicts = graph.edges.filter { !$0.isStated }
    guard !conflicts.isEmpty else { return [] }
    var lines = ["", "FIGURES THAT CANNOT BOTH BE RIGHT  (nobody states it)"]
    for rule in FigureConflict.Rule.allCases {
      let figures = conflicts.compactMap { edge in
        edge.figures.flatMap { $0.rule == rule ? ($0, edge.certainty) : nil }
      }
      for certainty in [Certainty.certain, .possible] {
        let pairs = figures.filter { $0.1 == certainty }
          .map { "\($0.0.higher) \($0.0.least) > \($0.0.lower) \($0.0.greatest)" }
        guard !pairs.isEmpty else { continue }
        let sure = certainty == .certain ? "surely of this incident" : "possibly of this incident"
        lines += Paragraph("\(rule.rawValue), both \(sure): \(pairs.count)", label: "  ")
          .lines(width: width)
        lines += Paragraph(pairs.joined(separator: "; "), label: "    ").lines(width: width)
      }
    }
    if graph.unlistedConflictCount > 0 {
      lines.append("  and \(graph.unlistedConflictCount) more that are not listed")
    }
    return lines
  }

  private static func words(_ figures: FigureConflict) -> String {
    "\(figures.higher) has at least \(figures.least), \(figures.lower) at most "
      + "\(figures.greatest) [\(figures.rule.rawValue)]"
  }

  private func circleLines(width: Int) -> [String] {
    var lines = graph.denialCycles.flatMap { circle in
      Paragraph(ClaimLine.list(circle), label: "  in a circle: ").lines(width: width)
    }
    if !graph.selfDenials.isEmpty {
      lines += Paragraph(ClaimLine.list(graph.selfDenials), label: "  of itself: ")
        .lines(width: width)
    }
    return lines.isEmpty ? [] : ["", "DENIALS THAT COME BACK"] + lines
  }

  private func outLines(width: Int) -> [String] {
    guard !graph.edgesOut.isEmpty else { return [] }
    let words = graph.edgesOut.map { "\($0.from) \($0.kind.rawValue) \($0.to)" }
    return ["", "TO CLAIMS NOT IN PLAY  (not public yet, or about other incidents)"]
      + Paragraph(words.joined(separator: "; "), label: "  ").lines(width: width)
  }
}
