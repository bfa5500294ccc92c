public import Records

/// Something that changed while a claim was handed on.
public struct Mutation: Hashable, Sendable {
  /// What changed, before and after.
  public enum Change: Hashable, Sendable {
    /// A number.
    case number(before: Quantity, after: Quantity)
    /// What happened to those counted.
    case status(before: CasualtyStatus, after: CasualtyStatus)
    /// Who is said to have said it.
    case claimant(before: SourceID, after: SourceID)
    /// The place in words; `nil` where it was left out.
    case place(before: String?, after: String?)
    /// A hop that one chain has and the other drops.
    case droppedHop(SourceID)
    /// What the register notes of a hop: what it changed or left out, in our words.
    case remark(hop: SourceID, note: String)
  }

  /// The claim as it came out.
  public let claim: ClaimID
  /// The claim that it goes back to; `nil` for a remark on a hop of the claim itself.
  public let source: ClaimID?
  /// What changed.
  public let change: Change
  /// How sure it is that the one goes back to the other.
  public let certainty: Certainty

  /// What changed along the relay chains of the claims, in the order of the testimony.
  static func all(in testimony: Testimony) -> [Mutation] {
    let targets = Set(
      testimony.entries.flatMap { $0.claim.edges.filter(\.kind.handsOn).map(\.target) })
    let claims = Dictionary(
      testimony.entries.filter { targets.contains($0.id) }.map { ($0.id, $0.claim) },
      uniquingKeysWith: { first, _ in first })
    return testimony.entries.flatMap { entry -> [Mutation] in
      let claim = entry.claim
      let remarks = claim.relays.compactMap { hop in
        hop.note.map {
          Mutation(
            claim: claim.id, source: nil, change: .remark(hop: hop.outlet, note: $0),
            certainty: .certain)
        }
      }
      var changes: [Mutation] = []
      for edge in claim.edges where edge.kind.handsOn && edge.target != claim.id {
        guard let source = claims[edge.target] else { continue }
        for change in self.changes(from: source, to: claim, sources: testimony.sources) {
          changes.append(
            Mutation(
              claim: claim.id, source: source.id, change: change, certainty: edge.certainty))
        }
      }
      // Two edges between the same claims tell one story; the surer one tells it.
      let told = changes.sorted { $0.certainty == .certain && $1.certainty != .certain }
      var seen: Set<Told> = []
      return told.filter { seen.insert(Told(source: $0.source, change: $0.change)).inserted }
        + remarks
    }
  }

  private struct Told: Hashable {
    let source: ClaimID?
    let change: Change
  }

  private static func changes(
    from source: Claim, to claim: Claim, sources: [SourceID: Source]
  ) -> [Change] {
    var changes = numbers(from: source, to: claim)
    if source.claimant != claim.claimant, sources[claim.claimant]?.kind.carriesOthers != true {
      changes.append(.claimant(before: source.claimant, after: claim.claimant))
    }
    if source.placeAsStated != claim.placeAsStated, source.placeAsStated != nil {
      changes.append(.place(before: source.placeAsStated, after: claim.placeAsStated))
    }
    return changes + droppedHops(from: source, to: claim)
  }

  /// Figures of one unit that differ in number or state, whole against whole.
  private static func numbers(from source: Claim, to claim: Claim) -> [Change] {
    claim.quantities.compactMap { after -> Change? in
      let alike = source.quantities.filter { $0.unit == after.unit && $0.scope == after.scope }
      let sameState = alike.filter { $0.status == after.status }
      if let before = sameState.first {
        let isSame = sameState.contains {
          $0.minimum == after.minimum && $0.maximum == after.maximum
        }
        return isSame ? nil : .number(before: before, after: after)
      }
      return alike.first.map { .status(before: $0.status, after: after.status) }
    }
  }

  /// Hops before the last common one that the shorter chain leaves out.
  private static func droppedHops(from source: Claim, to claim: Claim) -> [Change] {
    let kept = Set(claim.relays.map(\.outlet))
    guard let last = source.relays.lastIndex(where: { kept.contains($0.outlet) }) else { return [] }
    return source.relays[..<last].map(\.outlet).filter { !kept.contains($0) }.uniqued()
      .map { .droppedHop($0) }
  }
}

extension ClaimEdgeKind {
  /// Whether the edge says that a claim was handed on from another.
  fileprivate var handsOn: Bool { self == .mutates || OriginReason(self) != nil }
}

extension SourceKind {
  /// Whether such a source repeats others as a matter of course, so that its name is no change.
  fileprivate var carriesOthers: Bool {
    switch self {
    case .newsAgency, .broadcaster, .newspaper, .newsSite, .monitor, .dataset, .encyclopedia,
      .humanRightsOrganisation:
      true
    default: false
    }
  }
}
