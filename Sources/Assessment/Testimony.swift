public import Records

/// The claims about one incident and whoever made them: what the explained methods work on.
///
/// Compact ``Evidence`` serves a million incidents; testimony keeps whole claims, so that every
/// result can name the claims, words and relays behind it. The order of entries is fixed – by the
/// day each became public, then by identifier, undated ones last – so that the order of recording
/// never shows.
public struct Testimony: Sendable {
  /// One claim and how surely it speaks of the incident.
  public struct Entry: Sendable, Identifiable {
    /// The claim.
    public let claim: Claim
    /// How surely it speaks of the incident.
    public let certainty: Certainty

    /// The claim's identifier.
    public var id: ClaimID { claim.id }

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - claim: The claim.
    ///   - certainty: How surely it speaks of the incident.
    public init(claim: Claim, certainty: Certainty) {
      self.claim = claim
      self.certainty = certainty
    }
  }

  /// The claims, by the day each became public, then by identifier.
  public let entries: [Entry]
  /// The sources that the claims name, as far as they are known.
  public let sources: [SourceID: Source]

  /// Gathers the claims about one incident.
  ///
  /// - Parameters:
  ///   - entries: The claims in any order.
  ///   - sources: Claimants and relays by identifier; one that is missing is taken as unknown.
  /// - Complexity: O(*n* log *n*), *n* claims.
  public init(_ entries: some Sequence<Entry>, sources: [SourceID: Source] = [:]) {
    self.entries = entries.sorted { left, right in
      (left.claim.publicDay ?? .latest, left.id) < (right.claim.publicDay ?? .latest, right.id)
    }
    self.sources = sources
  }

  /// What had been published by the end of a day.
  ///
  /// - Parameter day: `nil` for everything, undated claims too; with a day an undated claim is out.
  /// - Returns: The claims in play.
  public func published(by day: CivilDate?) -> Testimony {
    guard let day else { return self }
    return selecting { claim in claim.publicDay.map { $0 <= day } ?? false }
  }

  /// The testimony as if only some of its claims had been made.
  ///
  /// - Parameter isIncluded: Whether a claim stays.
  /// - Returns: The remaining claims.
  public func selecting(_ isIncluded: (Claim) -> Bool) -> Testimony {
    Testimony(sorted: entries.filter { isIncluded($0.claim) }, sources: sources)
  }

  /// The first day on which anything about the incident was public.
  public var firstDay: CivilDate? { entries.first?.claim.publicDay }

  private init(sorted entries: [Entry], sources: [SourceID: Source]) {
    self.entries = entries
    self.sources = sources
  }
}
