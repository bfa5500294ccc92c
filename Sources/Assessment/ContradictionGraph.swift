public import Records

/// Who contradicts, replaces or echoes whom among the claims about one incident.
///
/// Edges are those that the record states and those that follow from the figures alone. The order
/// of nodes is that of the testimony, the order of edges by claim, kind and target; the order of
/// recording never shows. Denials in a circle and claims that deny themselves are kept and named.
///
/// - Note: Source – the rules of comparison are ours, docs/methodology.md.
public struct ContradictionGraph: Hashable, Sendable {
  /// A claim in the graph.
  public struct Node: Hashable, Sendable, Identifiable {
    /// The claim.
    public let id: ClaimID
    /// Who says it.
    public let claimant: SourceID
    /// The claimant's name, where the source is known.
    public let claimantName: String?
    /// The day it became public.
    public let publicDay: CivilDate?
    /// How surely it speaks of the incident.
    public let certainty: Certainty
    /// Whether no claim in play surely replaces it.
    public let isStanding: Bool
  }

  /// The most conflicts of figures that a graph lists.
  public static let conflictLimit = 10_000

  /// Every claim in play, in the order of the testimony.
  public let nodes: [Node]
  /// The edges between them.
  public let edges: [ContradictionEdge]
  /// Stated edges to claims that are not among them: not public yet, or about other incidents.
  public let edgesOut: [ContradictionEdge]
  /// Groups of claims that deny or dispute each other in a circle, each in the order of nodes.
  public let denialCycles: [[ClaimID]]
  /// Claims that deny or dispute themselves.
  public let selfDenials: [ClaimID]
  /// How many conflicts of figures there are beyond the ``conflictLimit`` that are listed.
  public let unlistedConflictCount: Int

  /// Draws the graph of some claims.
  ///
  /// - Parameter testimony: The claims in play: narrow it by date or by choice first.
  /// - Complexity: O(*n* log *n* + *k*), *n* claims and edges, *k* ≤ ``conflictLimit`` conflicts.
  public init(_ testimony: Testimony) {
    let standing = Set(
      Supersession.standing(among: testimony.evidence()).lazy.map(\.claim))
    nodes = testimony.entries.map { entry in
      Node(
        id: entry.id, claimant: entry.claim.claimant,
        claimantName: testimony.sources[entry.claim.claimant]?.name,
        publicDay: entry.claim.publicDay, certainty: entry.certainty,
        isStanding: standing.contains(entry.id))
    }
    var draft = EdgeDraft(testimony.entries)
    let found = FigureConflicts(
      testimony.entries.filter { standing.contains($0.id) }, limit: Self.conflictLimit)
    for conflict in found.conflicts { draft.add(conflict) }
    unlistedConflictCount = found.total - found.conflicts.count
    edges = draft.edges.sorted { $0.sortKey < $1.sortKey }
    edgesOut = draft.edgesOut.sorted { $0.sortKey < $1.sortKey }
    let denials = edges.filter { $0.isStated && ($0.kind == .denies || $0.kind == .disputes) }
    selfDenials = denials.filter { $0.from == $0.to }.map(\.from).uniqued()
    denialCycles = Self.circles(of: denials, among: nodes.map(\.id))
  }

  private static func circles(
    of edges: [ContradictionEdge], among claims: [ClaimID]
  ) -> [[ClaimID]] {
    guard !edges.isEmpty else { return [] }
    let places = Dictionary(zip(claims, claims.indices), uniquingKeysWith: { first, _ in first })
    var targets: [[Int]] = Array(repeating: [], count: claims.count)
    for edge in edges {
      if let from = places[edge.from], let to = places[edge.to] { targets[from].append(to) }
    }
    let numbers = Circles(of: targets).numbers
    return claims.indices.map(\.self).grouped { numbers[$0] }.map(\.members)
      .filter { $0.count > 1 }.map { $0.map { claims[$0] } }
  }

  /// The edges by which claims cannot both be right.
  public var oppositions: [ContradictionEdge] { edges.filter(\.kind.isOpposition) }

  /// What a claim denies, disputes, replaces or echoes.
  ///
  /// - Parameters:
  ///   - claim: The claim that holds the edges.
  ///   - certainty: `nil` for certain and possible targets.
  /// - Returns: Its edges in their order.
  public func edges(from claim: ClaimID, certainty: Certainty? = nil) -> [ContradictionEdge] {
    edges.filter { $0.from == claim && (certainty == nil || $0.certainty == certainty) }
  }

  /// What is said against a claim, or in its place.
  ///
  /// - Parameter claim: The claim that is meant.
  /// - Returns: The edges to it in their order.
  public func edges(to claim: ClaimID) -> [ContradictionEdge] { edges.filter { $0.to == claim } }
}
