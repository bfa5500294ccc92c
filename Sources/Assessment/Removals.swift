import Records

/// Tries what every number becomes when a claim behind it is taken away.
struct Removals {
  private let testimony: Testimony
  private let asOf: CivilDate?

  init(_ testimony: Testimony, asOf: CivilDate?) {
    self.testimony = testimony
    self.asOf = asOf
  }

  /// The ranges of a result whose numbers are explained.
  private typealias Ranges = WritableKeyPath<MethodResult, [Measure: ExplainedRange]>

  private static var kinds: [Ranges] {
    [\MethodResult.ranges, \MethodResult.otherReading, \MethodResult.conceded]
  }

  /// Adds the removals to every number, as far as the budget goes.
  func fill(_ results: inout [MethodResult]) {
    let without = trials(results)
    for place in results.indices {
      for kind in Removals.kinds {
        for measure in Measure.allCases {
          for point in RangePoint.allCases {
            guard let end = results[place][keyPath: kind][measure]?[point] else { continue }
            results[place][keyPath: kind][measure]?[point] = filled(end) { claim in
              without[claim].map { $0[place][keyPath: kind][measure]?[point] }
            }
          }
        }
      }
    }
  }

  /// The results without each claim behind a number, as many as the budget allows.
  private func trials(_ results: [MethodResult]) -> [ClaimID: [MethodResult]] {
    let numbers = results.flatMap { result in
      Removals.kinds.flatMap { result[keyPath: $0].values }.flatMap { range in
        RangePoint.allCases.compactMap { range[$0] }
      }
    }
    let order = testimony.entries.map(\.id)
    let deciding = Set(numbers.flatMap(\.claims))
    // Claims that stand alone behind a number come first: only they surely move it.
    let alone = Set(numbers.filter { $0.claims.count == 1 }.flatMap(\.claims))
    let tried =
      order.filter { alone.contains($0) }
      + order.filter { deciding.contains($0) && !alone.contains($0) }
    let allowed = max(1, MethodTable.removalBudget / max(1, testimony.entries.count))
    var without: [ClaimID: [MethodResult]] = [:]
    for claim in tried.prefix(allowed) where without[claim] == nil {
      let rest = testimony.selecting { $0.id != claim }
      without[claim] = MethodTable.Core(Docket(rest, asOf: asOf)).results
    }
    return without
  }

  /// The number with its removals; `left` gives what stays without a claim that was tried.
  private func filled(
    _ end: ExplainedEnd, left: (ClaimID) -> ExplainedEnd??
  ) -> ExplainedEnd {
    var end = end
    end.ifRemoved = end.claims.compactMap { claim in
      guard let rest = left(claim) else { return nil }
      return Removal(
        claim: claim, value: rest?.value, isOpen: rest?.isOpen ?? false,
        claims: rest?.claims ?? [])
    }
    end.untriedCount = end.claims.count - end.ifRemoved.count
    return end
  }
}
