public import Records

/// A grade and the claims that gave it.
public struct GradeFinding<Key: Hashable & Sendable>: Hashable, Sendable {
  /// The grade.
  public let grade: Grade
  /// The claims that gave it, never none.
  public let claims: [Key]

  /// Makes a finding.
  ///
  /// - Parameters:
  ///   - grade: The grade.
  ///   - claims: The claims that gave it.
  @inlinable
  public init(grade: Grade, claims: [Key]) {
    self.grade = grade
    self.claims = claims
  }

  /// The grade of the latest assessments: undated ones count as the latest, for a published
  /// finding whose day we do not know is still the one that stands.
  @inlinable
  init?(latestIn evidence: [Evidence<Key>]) {
    let graded = evidence.filter { $0.grade != nil && $0.isCertain }
    guard !graded.isEmpty else { return nil }
    guard let last = graded.map({ $0.publicDay ?? .latest }).max() else { return nil }
    let latest = graded.filter { ($0.publicDay ?? .latest) == last }
    guard let grade = latest.compactMap(\.grade).min(by: { $0.decisionOrder < $1.decisionOrder })
    else { return nil }
    self.init(grade: grade, claims: latest.filter { $0.grade == grade }.map(\.claim))
  }

  /// The same finding with its claims named in another way.
  ///
  /// - Parameter transform: From one key to another.
  /// - Returns: The finding with the other keys.
  @inlinable
  public func mapClaims<Other: Hashable & Sendable>(
    _ transform: (Key) -> Other
  ) -> GradeFinding<Other> {
    GradeFinding<Other>(grade: grade, claims: claims.map(transform))
  }
}

extension Grade {
  /// Which grade decides where several are given on one day: the first in this order.
  ///
  /// - Note: Source – our order over Airwars' criteria, docs/methodology.md.
  public var decisionOrder: Int {
    switch self {
    case .discounted: 0
    case .confirmed: 1
    case .contested: 2
    case .fair: 3
    case .weak: 4
    }
  }
}
