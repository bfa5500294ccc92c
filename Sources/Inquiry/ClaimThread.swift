public import Records

/// Which claims answer which: denials, disputes and doubts stand under their first target.
///
/// A claim stands by itself where it would close a circle or lie deeper than ``depthLimit``, so that
/// ten thousand claims that deny each other in a row neither nest without end nor leave the page.
public struct ClaimThread: Sendable {
  /// How many answers may stand under each other.
  public static let depthLimit = 8

  private var answers: [ClaimID: [ClaimID]] = [:]
  private var parents: [ClaimID: ClaimID] = [:]
  /// How many claims stand under each other below one.
  private var heights: [ClaimID: Int] = [:]

  /// Finds the answers among the claims of one incident.
  ///
  /// - Parameter claims: In the order in which answers are to stand.
  /// - Complexity: O(*n* *d*), *n* claims, *d* the depth of threads.
  public init(_ claims: [Claim]) {
    let present = Set(claims.map(\.id))
    for claim in claims {
      let target = claim.edges.first {
        $0.kind.isAnswer && present.contains($0.target) && $0.target != claim.id
      }?.target
      guard let target, let depth = depth(of: target, outside: claim.id),
        depth + 1 + heights[claim.id, default: 0] <= Self.depthLimit
      else { continue }
      answers[target, default: []].append(claim.id)
      parents[claim.id] = target
      raise(above: claim.id)
    }
  }

  /// The claims that answer one, in the order given.
  ///
  /// - Parameter claim: The claim spoken against.
  /// - Returns: The claims that stand directly under it.
  public func answers(to claim: ClaimID) -> [ClaimID] { answers[claim] ?? [] }

  /// Whether a claim stands under another.
  ///
  /// - Parameter claim: The claim.
  /// - Returns: `false` for one at the head of a thread.
  public func isNested(_ claim: ClaimID) -> Bool { parents[claim] != nil }

  /// How deep a claim stands; `nil` where it stands under another one already.
  private func depth(of claim: ClaimID, outside ancestor: ClaimID) -> Int? {
    var (depth, current) = (0, claim)
    while current != ancestor {
      guard let parent = parents[current] else { return depth }
      (depth, current) = (depth + 1, parent)
    }
    return nil
  }

  private mutating func raise(above claim: ClaimID) {
    var (height, current) = (heights[claim, default: 0], claim)
    while let parent = parents[current] {
      height += 1
      guard heights[parent, default: 0] < height else { return }
      heights[parent] = height
      current = parent
    }
  }
}

extension ClaimEdgeKind {
  /// Whether the edge speaks against its target.
  fileprivate var isAnswer: Bool { self == .denies || self == .disputes }
}
