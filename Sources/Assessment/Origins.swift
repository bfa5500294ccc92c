public import Records

/// Why two claims have one origin.
public enum OriginReason: String, Hashable, Sendable, CaseIterable {
  /// An edge says that both go back to one statement.
  case sameOrigin = "same-origin-as"
  /// One takes the other over.
  case copies
  /// One translates the other.
  case translates
  /// One claimant makes both, so neither bears the other out.
  case sameClaimant = "same-claimant"

  init?(_ edge: ClaimEdgeKind) {
    switch edge {
    case .sameOriginAs: self = .sameOrigin
    case .copies: self = .copies
    case .translates: self = .translates
    default: return nil
    }
  }
}

/// That one claim goes back to another.
public struct OriginLink: Hashable, Sendable {
  /// The claim that holds the edge: the echo.
  public let echo: ClaimID
  /// The claim that it goes back to.
  public let source: ClaimID
  /// Why.
  public let reason: OriginReason
  /// How sure that is; a possible link never merges two groups.
  public let certainty: Certainty
}

/// Why a group of claims does not count as an origin of its own.
public enum Dependence: String, Hashable, Sendable, CaseIterable {
  /// Nobody is named as the origin.
  case unattributed
  /// An unnamed claimant through an unnamed relay: it may repeat any other claim.
  case anonymousThroughAnonymous = "anonymous-through-anonymous"
  /// The same claimant is the origin of a group before it.
  case sameClaimant = "same-claimant"
}

/// Claims that go back to one statement: they count once, however often it was repeated.
public struct OriginGroup: Hashable, Sendable {
  /// The claim that stands for the group: the earliest that is no echo of another member.
  public let representative: ClaimID
  /// Every claim of the group, the representative first, the others as the testimony orders them.
  public let members: [ClaimID]
  /// The edges that hold the group together, and possible ones to claims outside it.
  public let links: [OriginLink]
  /// Why the group is no independent origin; `nil` when it is one.
  public let dependence: Dependence?
  /// Everyone who carried a claim of the group, each once, in the order of the testimony.
  public let outlets: [SourceID]

  /// Whether the group counts as an origin.
  public var isIndependent: Bool { dependence == nil }
}

/// The claims about one incident by origin.
///
/// Claims joined by a certain `same-origin-as`, `copies` or `translates` edge have one origin. A
/// figure that supersedes another does not merge with it: it is a new statement. A claimant who
/// makes several statements is one origin, and an unnamed claimant through an unnamed relay is
/// none. Links whose far end is not among the claims are left out.
///
/// - Note: Source – Sijil docs/methodology.md, Echoes; after ECC, Standards for Casualty Recording.
public struct Origins: Hashable, Sendable {
  /// The groups, in the order of their representatives in the testimony.
  public let groups: [OriginGroup]
  /// The number of claims.
  public let mentionCount: Int
  /// The group of each claim.
  private let places: [ClaimID: Int]
  /// Groups that may, by possible edges, have one origin: each names the least of them.
  private let possibleUnion: [Int]

  /// Groups claims by origin.
  ///
  /// - Parameter testimony: The claims in play.
  /// - Complexity: O(*n* log *n*), *n* claims and edges.
  public init(_ testimony: Testimony) {
    let graph = OriginGraph(testimony)
    let groups = graph.groups()
    self.groups = groups
    mentionCount = testimony.entries.count
    var places: [ClaimID: Int] = [:]
    for (index, group) in groups.enumerated() {
      for member in group.members { places[member] = index }
    }
    self.places = places
    var union = DisjointSets(count: groups.count)
    for link in groups.flatMap(\.links) {
      if let one = places[link.echo], let other = places[link.source] { union.join(one, other) }
    }
    possibleUnion = groups.indices.map { union.root(of: $0) }
  }

  /// The group of a claim.
  ///
  /// - Parameter claim: A claim of the testimony.
  /// - Returns: `nil` for any other.
  public func group(of claim: ClaimID) -> OriginGroup? { places[claim].map { groups[$0] } }

  /// The place in ``groups`` of a claim's group.
  func index(of claim: ClaimID) -> Int? { places[claim] }

  /// The number of independent origins.
  public var independentCount: Int { groups.count(where: \.isIndependent) }

  /// The number of independent origins if every possible common origin is one.
  public var leastIndependentCount: Int {
    Set(groups.indices.filter { groups[$0].isIndependent }.map { possibleUnion[$0] }).count
  }

  /// The number of independent origins behind some of the claims.
  ///
  /// - Parameter claims: Claims of the testimony; others are ignored.
  /// - Returns: How many independent groups they belong to.
  public func independentCount(of claims: some Sequence<ClaimID>) -> Int {
    independentCount(ofGroups: claims.compactMap { places[$0] })
  }

  /// The number of independent origins among some groups, by place.
  func independentCount(ofGroups places: [Int]) -> Int {
    Set(places).count { groups[$0].isIndependent }
  }
}

extension Testimony {
  /// The testimony with one claim for each origin: the representatives.
  ///
  /// Collapsing twice is collapsing once.
  ///
  /// - Returns: The remaining claims.
  public func collapsingEchoes() -> Testimony {
    let kept = Set(Origins(self).groups.map(\.representative))
    return selecting { kept.contains($0.id) }
  }
}
