import Records

/// Gathers the edges of a contradiction graph: stated ones first, then conflicts of figures.
struct EdgeDraft {
  private struct Pair: Hashable {
    let from: ClaimID
    let to: ClaimID

    var reversed: Pair { Pair(from: to, to: from) }
  }

  private(set) var edges: [ContradictionEdge] = []
  private(set) var edgesOut: [ContradictionEdge] = []
  private let members: [ClaimID: (place: Int, certainty: Certainty)]
  /// The edge that says how the one opposes the other, a dispute before a denial.
  private var oppositions: [Pair: Int] = [:]
  private var successions: [Pair: Certainty] = [:]

  /// Takes the edges that the claims state; of two that say the same, the surer one.
  init(_ entries: [Testimony.Entry]) {
    members = Dictionary(
      entries.enumerated().map { ($1.id, ($0, $1.certainty)) }, uniquingKeysWith: { a, _ in a })
    for entry in entries {
      var best: [EdgeMeaning: ClaimEdge] = [:]
      for edge in entry.claim.edges {
        let meaning = EdgeMeaning(kind: edge.kind, target: edge.target)
        best[meaning] = best[meaning].map { edge.isPreferred(to: $0) ? edge : $0 } ?? edge
      }
      for edge in entry.claim.edges {
        let meaning = EdgeMeaning(kind: edge.kind, target: edge.target)
        if let first = best.removeValue(forKey: meaning) { add(first, from: entry.id) }
      }
    }
  }

  private mutating func add(_ edge: ClaimEdge, from claim: ClaimID) {
    guard let kind = ContradictionKind(edge.kind) else { return }
    let drawn = ContradictionEdge(
      from: claim, to: edge.target, kind: kind, certainty: edge.certainty, isStated: true,
      figures: nil, note: edge.note)
    guard members[edge.target] != nil else {
      edgesOut.append(drawn)
      return
    }
    let pair = Pair(from: claim, to: edge.target)
    if kind.isOpposition, kind == .disputes || oppositions[pair] == nil {
      oppositions[pair] = edges.count
    }
    if kind.isSuccession, successions[pair] != .certain { successions[pair] = edge.certainty }
    edges.append(drawn)
  }

  /// Adds a conflict of figures: to the stated edge between the two claims where there is one.
  ///
  /// Of claims of which one surely replaces the other, none conflicts with the other; where that is
  /// only possible, so is the conflict.
  mutating func add(_ conflict: FigureConflict) {
    guard let one = members[conflict.higher], let other = members[conflict.lower],
      one.place != other.place
    else { return }
    let later = one.place > other.place
    let pair = Pair(
      from: later ? conflict.higher : conflict.lower, to: later ? conflict.lower : conflict.higher)
    let successions = [successions[pair], successions[pair.reversed]]
    guard !successions.contains(.certain) else { return }
    if let stated = oppositions[pair] ?? oppositions[pair.reversed] {
      if edges[stated].figures == nil { edges[stated] = edges[stated].resting(on: conflict) }
      return
    }
    oppositions[pair] = edges.count
    let isSure =
      one.certainty == .certain && other.certainty == .certain && !successions.contains(.possible)
    edges.append(
      ContradictionEdge(
        from: pair.from, to: pair.to, kind: .disputes,
        certainty: isSure ? .certain : .possible, isStated: false, figures: conflict, note: nil))
  }
}

/// Two edges of one claim with the same kind and target say the same.
private struct EdgeMeaning: Hashable {
  let kind: ClaimEdgeKind
  let target: ClaimID
}

extension ClaimEdge {
  /// A certain edge before a possible one, then by note, so that the order never shows.
  fileprivate func isPreferred(to other: ClaimEdge) -> Bool {
    certainty == other.certainty
      ? (note ?? "") < (other.note ?? "") : certainty == .certain
  }
}

extension ContradictionEdge {
  fileprivate func resting(on conflict: FigureConflict) -> ContradictionEdge {
    ContradictionEdge(
      from: from, to: to, kind: kind, certainty: certainty, isStated: isStated,
      figures: conflict, note: note)
  }
}
