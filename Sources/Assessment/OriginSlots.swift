public import Records

/// Gives every body behind a claim a small number, from 1, in the order they are met.
///
/// What a column of a million claims keeps in place of ``Origins``: two claims with different
/// numbers have surely different origins as long as no edge of origin joins them; an incident whose
/// claims have such edges is graded over ``Testimony/gradedEvidence()``.
public struct OriginSlots: Sendable {
  private var slots: [SourceID: UInt32] = [:]

  /// Makes an empty table.
  public init() {}

  /// The number of a claim's origin.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - sources: Claimants and relays by identifier, as far as they are known.
  /// - Returns: The same number for claimants who speak for one body; 0 for nobody in particular and
  ///   for an unnamed claimant through an unnamed relay.
  public mutating func origin(of claim: Claim, sources: [SourceID: Source]) -> UInt32 {
    let claimant = Claimant(claim.claimant, in: sources)
    return claimant.body(of: claim, in: sources).map { number(of: $0) } ?? 0
  }

  /// The number of a body.
  ///
  /// - Parameter body: Whoever stands behind claims.
  /// - Returns: The same number for the same body, from 1.
  public mutating func number(of body: SourceID) -> UInt32 {
    if let known = slots[body] { return known }
    let slot = UInt32(clamping: slots.count + 1)
    slots[body] = slot
    return slot
  }
}

extension ClaimEdgeKind {
  /// Whether the edge says that its holder goes back to its target.
  public var joinsOrigins: Bool { OriginReason(self) != nil }
}

extension Claim {
  /// Whether an edge of the claim says that it goes back to another, surely or possibly.
  public var hasOriginEdges: Bool { edges.contains { OriginReason($0.kind) != nil } }
}
