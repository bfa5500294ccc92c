public import Records

/// A claim that gives nothing but running totals: the next one of its claimant replaces it.
///
/// - Note: Source – docs/methodology.md, Series.
public struct RunningCount<Key: Hashable & Sendable>: Sendable {
  /// The claim.
  public let claim: Key
  /// Who counts.
  public let claimant: SourceID
  /// The last day the total may have stood so.
  public let day: CivilDate
  /// The totals.
  let figures: [Figure]

  /// Reads a running total.
  ///
  /// - Parameters:
  ///   - claim: The claim; `nil` when it denies, has no date, or gives a figure of the event's
  ///     people that is no running total.
  ///   - key: How the caller names it.
  public init?(_ claim: borrowing Claim, key: Key) {
    // Few claims are running totals, and an atlas asks this of millions.
    guard claim.polarity == .affirmed, claim.quantities.contains(where: { $0.isCumulative }) else {
      return nil
    }
    var figures: [Figure] = []
    var day: CivilDate?
    for quantity in claim.quantities {
      guard case .success = Measure.reading(quantity, of: claim) else { continue }
      guard quantity.isCumulative, quantity.minimum != nil else { return nil }
      figures.append(
        Figure(quantity, isAllSides: claim.quantities.givesCiviliansApart(from: quantity)))
      day = quantity.asAt?.interval.end ?? day
    }
    guard !figures.isEmpty, let day = day ?? claim.publicDay else { return nil }
    self.claim = key
    claimant = claim.claimant
    self.day = day
    self.figures = figures
  }

  /// The same count under another key.
  ///
  /// - Parameter transform: From one key to another.
  /// - Returns: The count.
  public func rekeyed(_ transform: (Key) -> Key) -> RunningCount {
    RunningCount(claim: transform(claim), claimant: claimant, day: day, figures: figures)
  }

  private init(claim: Key, claimant: SourceID, day: CivilDate, figures: [Figure]) {
    self.claim = claim
    self.claimant = claimant
    self.day = day
    self.figures = figures
  }

  /// Whether a count replaces this one: a later one, of the same things, that did not fall.
  func isSucceeded(by later: RunningCount) -> Bool {
    guard claimant == later.claimant, day < later.day else { return false }
    return figures.allSatisfy { figure in
      later.figures.contains {
        $0.unit == figure.unit && $0.status == figure.status
          && $0.isAllSides == figure.isAllSides && $0.least >= figure.least
      }
    }
  }

  /// How many later counts are tried as the successor of one.
  ///
  /// A claimant who falls more often than that in a row is no series, and time stays linear.
  public static var successorsTried: Int { 16 }

  /// The later counts that replace each.
  ///
  /// - Parameter counts: The counts of one claimant about one incident, in any order.
  /// - Returns: Pairs of a count and one that replaces it; which of them was public is not asked.
  /// - Complexity: O(*n* log *n*), *n* counts.
  public static func successions(
    among counts: [RunningCount]
  ) -> [(replaced: Key, by: Key)] where Key: Comparable {
    let ordered = counts.sorted { ($0.day, $0.claim) < ($1.day, $1.claim) }
    return ordered.indices.flatMap { index in
      ordered[(index + 1)...].prefix(successorsTried)
        .filter { ordered[index].isSucceeded(by: $0) }
        .map { (ordered[index].claim, $0.claim) }
    }
  }
}
