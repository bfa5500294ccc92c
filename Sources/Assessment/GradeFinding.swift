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

  /// The grade of the latest assessments.
  @inlinable
  init?(latestIn evidence: [Evidence<Key>]) {
    var finder = GradeFinder<Key>()
    for item in evidence where item.isCertain {
      if let grade = item.grade { finder.take(grade, on: item.publicDay, of: item.claim) }
    }
    guard let finding = finder.finding({ $0 }) else { return nil }
    self = finding
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
