import Records

/// Tries what every number becomes when a claim behind it is taken away.
struct Removals {
  private let testimony: Testimony
  private let asOf: CivilDate?

  init(_ testimony: Testimony, asOf: CivilDate?) {
    self.testimony = testimony
    self.asOf = asOf
  }

  /// Adds the removals to every number, as far as the budget goes.
  func fill(_ results: inout [MethodResult]) {
    let numbers = results.flatMap { result in
      result.ranges.values.flatMap { range in RangePoint.allCases.compactMap { range[$0] } }
    }
    let order = testimony.entries.map(\.id)
    let deciding = Set(numbers.flatMap(\.claims))
    let allowed = max(1, MethodTable.removalBudget / max(1, testimony.entries.count))
    // Claims that stand alone behind a number come first: only they surely move it.
    let alone = Set(numbers.filter { $0.claims.count == 1 }.flatMap(\.claims))
    let tried =
      order.filter { alone.contains($0) }
      + order.filter { deciding.contains($0) && !alone.contains($0) }
    var without: [ClaimID: [MethodResult]] = [:]
    for claim in tried.prefix(allowed) where without[claim] == nil {
      let rest = testimony.selecting { $0.id != claim }
      without[claim] = MethodTable.Core(Docket(rest, asOf: asOf)).results
    }
    for place in results.indices {
      for measure in Measure.allCases {
        for point in RangePoint.allCases {
          guard let end = results[place].ranges[measure]?[point] else { continue }
          results[place].ranges[measure]?[point] = filled(end, at: place, measure, point, without)
        }
      }
    }
  }

  private func filled(
    _ end: ExplainedEnd, at place: Int, _ measure: Measure, _ point: RangePoint,
    _ without: [ClaimID: [MethodResult]]
  ) -> ExplainedEnd {
    var end = end
    end.ifRemoved = end.claims.compactMap { claim in
      guard let results = without[claim] else { return nil }
      let left = results[place][measure][point]
      return Removal(
        claim: claim, value: left?.value, isOpen: left?.isOpen ?? false,
        claims: left?.claims ?? [])
    }
    end.untriedCount = end.claims.count - end.ifRemoved.count
    return end
  }
}
