public import Records

/// What grading needs of a claimant: looked up once, for one source makes many claims.
public struct Claimant: Sendable {
  /// The body behind the claimant; `nil` when nobody in particular speaks.
  public let body: SourceID?
  /// Whether who speaks is hidden, so that an unnamed relay makes it no origin of its own.
  public let isAnonymous: Bool
  let standing: SourceStanding

  /// Looks a claimant up.
  ///
  /// - Parameters:
  ///   - id: Who claims.
  ///   - sources: Claimants and relays, as far as they are known; a missing one is judged by its
  ///     claims alone.
  public init(_ id: SourceID, in sources: [SourceID: Source]) {
    let kind = sources[id]?.kind
    standing = SourceStanding(of: id, in: sources)
    isAnonymous = kind?.isAnonymous == true
    body = kind == .unattributed ? nil : sources.affiliations(of: id).last ?? id
  }

  /// The body that a claim of the claimant goes back to.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - sources: Relays, as far as they are known.
  /// - Returns: `nil` for nobody in particular, and for an unnamed claimant through an unnamed relay.
  public func body(of claim: borrowing Claim, in sources: [SourceID: Source]) -> SourceID? {
    if isAnonymous, let first = claim.relays.first?.outlet,
      sources[first]?.kind.isAnonymous == true
    {
      return nil
    }
    return body
  }
}
