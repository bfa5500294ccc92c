public import Records

/// Whether the strike itself is admitted, apart from the harm, with the claims that say so.
///
/// A belligerent's own word that it struck makes a strike declared, whoever denies it; denials are
/// kept beside. Without that word, a denial or rival blame makes it contested, two independent
/// sources make it likely, and one leaves a single source.
///
/// - Note: Source – Airwars, strike status; docs/methodology.md, Strike status.
public struct StrikeStatusFinding: Hashable, Sendable {
  /// The status.
  public let status: StrikeStatus
  /// The claims that give it, never none.
  public let claims: [ClaimID]
  /// Standing claims that deny what others say of a strike.
  public let deniedBy: [ClaimID]

  /// Finds the status of the strike; `nil` where nobody speaks of a strike or of harm.
  ///
  /// - Parameter testimony: The claims in play.
  /// - Complexity: O(*n* log *n*), *n* claims and edges.
  public init?(_ testimony: Testimony) { self.init(HeardClaims(testimony)) }

  init?(_ claims: HeardClaims) {
    let admitting = claims.standing(
      with: ClaimSignals.accepts.union(.acknowledgesStrike), certainOnly: true)
    let reports = claims.heard.filter { $0.signals.contains(.reportsHarm) }
    let accusers = claims.accusers
    let accusing = accusers.flatMap(\.members)
    let spoken = Set((admitting + reports + accusing).map(\.id))
    let denying = claims.heard.filter { $0.isStanding && claims.claim($0).deniesAny(of: spoken) }
      .map(\.id)
    deniedBy = denying
    if !admitting.isEmpty {
      status = .declared
      self.claims = admitting.map(\.id)
    } else if accusers.count > 1 || (!denying.isEmpty && !spoken.isEmpty) {
      status = .contested
      self.claims = claims.heard.map(\.id)
        .filter(Set(accusing.map(\.id) + denying).contains)
    } else if reports.isEmpty && accusing.isEmpty {
      return nil
    } else {
      let origins = claims.reportsByOrigin
      status = origins.count > 1 ? .likely : .singleSource
      let sources = origins.isEmpty ? [reports.isEmpty ? accusing : reports] : origins
      self.claims = sources.flatMap(\.self).map(\.id)
    }
  }
}

extension Claim {
  /// Whether the claim surely denies one of some claims, other than itself.
  fileprivate func deniesAny(of claims: Set<ClaimID>) -> Bool {
    edges.contains { edge in
      edge.kind == .denies && edge.certainty == .certain && edge.target != id
        && claims.contains(edge.target)
    }
  }
}
