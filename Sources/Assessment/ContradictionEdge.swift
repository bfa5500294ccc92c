public import Records

/// How a claim stands against, after or beside another.
public enum ContradictionKind: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Says that it is not so.
  case denies
  /// Says otherwise.
  case disputes
  /// Cannot hold where the other does.
  case excludes
  /// Takes the other's place.
  case supersedes
  /// Puts the other right.
  case corrects
  /// Goes back to the same statement.
  case sameOriginAs = "same-origin-as"
  /// May speak of the same event.
  case possiblySameEvent = "possibly-same-event"

  /// The kind of a recorded edge, or `nil` for one that opposes and replaces nothing.
  ///
  /// - Parameter edge: As recorded.
  public init?(_ edge: ClaimEdgeKind) {
    switch edge {
    case .denies: self = .denies
    case .disputes: self = .disputes
    case .excludes: self = .excludes
    case .supersedes: self = .supersedes
    case .corrects: self = .corrects
    case .sameOriginAs: self = .sameOriginAs
    case .possiblySameEvent: self = .possiblySameEvent
    case .supports, .partOf, .contains, .copies, .mutates, .translates: return nil
    }
  }

  /// Whether both claims cannot be right.
  public var isOpposition: Bool { self == .denies || self == .disputes || self == .excludes }

  /// Whether the target no longer counts once this claim is public, when the edge is certain.
  public var isSuccession: Bool { self == .supersedes || self == .corrects }

  /// Orders kinds as the list above.
  ///
  /// - Parameters:
  ///   - left: One kind.
  ///   - right: Another.
  /// - Returns: Whether the first comes before.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .denies: 0
    case .disputes: 1
    case .excludes: 2
    case .supersedes: 3
    case .corrects: 4
    case .sameOriginAs: 5
    case .possiblySameEvent: 6
    }
  }
}

/// Why two figures cannot both be right.
public struct FigureConflict: Hashable, Sendable {
  /// The rule that finds it.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// Two totals of the killed have no number in common.
    case killedTotalsApart = "killed-totals-apart"
    /// Two totals of the injured have no number in common.
    case injuredTotalsApart = "injured-totals-apart"
    /// Bodies recovered are fewer than an earlier or same-day count had: a count cannot fall.
    case recoveredCountFalls = "recovered-count-falls"
  }

  /// The rule.
  public let rule: Rule
  /// The claim whose figure sets the floor.
  public let higher: ClaimID
  /// The least number that it allows.
  public let least: Int
  /// The claim whose figure sets the ceiling.
  public let lower: ClaimID
  /// The greatest number that it allows, less than ``least``.
  public let greatest: Int
}

/// One edge of a contradiction graph.
public struct ContradictionEdge: Hashable, Sendable {
  /// The claim that holds the edge; for a conflict of figures the later of the two.
  public let from: ClaimID
  /// The claim that is denied, disputed, replaced or meant.
  public let to: ClaimID
  /// How the one stands to the other.
  public let kind: ContradictionKind
  /// How sure it is that this claim is meant.
  public let certainty: Certainty
  /// Whether the record states the edge; otherwise it follows from the figures alone.
  public let isStated: Bool
  /// The figures that cannot both be right, where there are such.
  public let figures: FigureConflict?
  /// Why, in the recorder's words.
  public let note: String?
}

extension ContradictionEdge {
  /// What the edges of a graph are ordered by.
  var sortKey: (ClaimID, ContradictionKind, ClaimID, Int) {
    (from, kind, to, certainty == .certain ? 0 : 1)
  }
}
