import Records

/// The edges of origin between the claims of a testimony, on the way to ``Origins``.
struct OriginGraph {
  private let testimony: Testimony
  private var links: [Int: [OriginLink]] = [:]
  /// Whether each claim is a certain echo of another.
  private var isEcho: [Bool]
  private var sets: DisjointSets

  init(_ testimony: Testimony) {
    self.testimony = testimony
    let entries = testimony.entries
    isEcho = Array(repeating: false, count: entries.count)
    sets = DisjointSets(count: entries.count)
    guard entries.contains(where: { !$0.claim.edges.isEmpty }) else { return }
    let places = Dictionary(
      zip(entries.map(\.id), entries.indices), uniquingKeysWith: { first, _ in first })
    for (index, entry) in entries.enumerated() {
      for edge in entry.claim.edges {
        guard let reason = OriginReason(edge.kind), let target = places[edge.target],
          target != index
        else { continue }
        links[index, default: []].append(
          OriginLink(
            echo: entry.id, source: edge.target, reason: reason, certainty: edge.certainty))
        guard edge.certainty == .certain else { continue }
        isEcho[index] = true
        sets.join(index, target)
      }
    }
  }

  /// The groups in the order of their representatives.
  func groups() -> [OriginGroup] {
    var sets = sets
    let ordered = sets.sets().map { set -> (lead: Int, set: [Int]) in
      (set.first { !isEcho[$0] } ?? set[0], set)
    }.sorted { $0.lead < $1.lead }
    var heard: Set<SourceID> = []
    return ordered.map { lead, set in
      var dependence = dependence(of: lead)
      if dependence == nil {
        let claimants = roots(of: set).map { testimony.entries[$0].claim.claimant }
        if claimants.contains(where: { heard.contains($0) }) { dependence = .sameClaimant }
        for claimant in claimants { heard.insert(claimant) }
      }
      return group(lead: lead, set: set, dependence: dependence)
    }
  }

  private func group(lead: Int, set: [Int], dependence: Dependence?) -> OriginGroup {
    let members = set.count == 1 ? set : [lead] + set.filter { $0 != lead }
    let outlets = members.flatMap { testimony.entries[$0].claim.relays.map(\.outlet) }.uniqued()
    return OriginGroup(
      representative: testimony.entries[lead].id, members: members.map { testimony.entries[$0].id },
      links: set.flatMap { links[$0] ?? [] }, dependence: dependence, outlets: outlets)
  }

  /// The members that are no echo of another, or all where each echoes another in a circle.
  private func roots(of set: [Int]) -> [Int] {
    let roots = set.filter { !isEcho[$0] }
    return roots.isEmpty ? set : roots
  }

  private func dependence(of lead: Int) -> Dependence? {
    let claim = testimony.entries[lead].claim
    guard let kind = testimony.sources[claim.claimant]?.kind else { return nil }
    if kind == .unattributed { return .unattributed }
    guard kind.isAnonymous, let first = claim.relays.first?.outlet else { return nil }
    return testimony.sources[first]?.kind.isAnonymous == true ? .anonymousThroughAnonymous : nil
  }
}

extension SourceKind {
  /// Whether the kind hides who speaks.
  var isAnonymous: Bool {
    switch self {
    case .unattributed, .witness, .witnesses, .unnamedOfficial: true
    default: false
    }
  }
}
