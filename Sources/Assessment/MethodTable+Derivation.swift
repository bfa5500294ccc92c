import Records

extension MethodTable {
  /// How one number came about: the rule, what it counted, what it left out and why, and what the
  /// number becomes without each claim behind it.
  ///
  /// - Parameters:
  ///   - point: Which end; `best` only where the method gives one.
  ///   - measure: What is counted.
  ///   - method: Whose rule.
  /// - Returns: A tree; for an unknown number its root holds `nil` and the branches say why.
  /// - Complexity: O(*n*), *n* figures.
  public func derivation(
    of point: RangePoint, _ measure: Measure, by method: Method
  ) -> Derivation {
    let end = self[method][measure][point]
    var children: [Derivation] = []
    if let end { children.append(Derivation(.rule(end.rule), claims: end.claims)) }
    if method == .constraint {
      children += sets(of: measure)
    } else {
      children += figures(of: measure, by: method)
      if let other = self[method].otherReading[measure]?[point] {
        children.append(
          Derivation(.otherReading(other.value, isOpen: other.isOpen), claims: other.claims))
      }
    }
    if let end { children += removals(of: end) }
    return Derivation(
      .number(
        end?.value, isOpen: end?.isOpen ?? false, of: measure, at: point, by: method, asOf: asOf),
      claims: end?.claims ?? [], children: children)
  }

  private func figures(of measure: Measure, by method: Method) -> [Derivation] {
    let selection = MethodRule(method, docket: docket).selection(for: measure)
    let out = Set(selection.leftOut.map(\.reading))
    let wanted = docket.countable(for: measure)
    let counted = wanted.filter { !out.contains($0) }
    let leaves = counted.compactMap { reading in
      reading.quantity.map { Derivation(.counted($0), claims: [reading.claim]) }
    }
    let offered = Set(wanted)
    let rest = readings.filter { !offered.contains($0) }.map { reading in
      (reading, reading.leftOut ?? LeftOut(why(reading, isNot: measure)))
    }
    return [Derivation(.countedFigures(leaves.count), children: leaves)]
      + branches(rest + selection.leftOut.map { ($0.reading, $0.why) })
  }

  /// Why a figure that counts something else has no part: all sides, combatants where civilians
  /// are asked for or the other way round, or people in another state.
  private func why(_ reading: ClaimReading, isNot measure: Measure) -> Exclusion {
    let combatants: Set<Measure> = [.combatantsKilled, .combatantsInjured]
    guard let counted = reading.measure else { return .status }
    if counted == .allKilled { return .allSides }
    return combatants.contains(counted) != combatants.contains(measure) ? .unit : .status
  }

  /// One branch for each reason, in the order of ``Exclusion``.
  private func branches(_ leftOut: [(reading: ClaimReading, why: LeftOut)]) -> [Derivation] {
    let groups = Dictionary(grouping: leftOut, by: \.why.reason)
    return Exclusion.allCases.compactMap { reason in
      guard let group = groups[reason] else { return nil }
      let leaves = group.map { reading, why in
        Derivation(
          .leftOut(reason, reading.quantity), claims: [reading.claim],
          children: why.because.isEmpty
            ? [] : [Derivation(.because(reason), claims: why.because)])
      }
      let claims = group.map(\.reading.claim).uniqued()
      return Derivation(
        .leftOutClaims(reason, count: claims.count), claims: claims, children: leaves)
    }
  }

  private func sets(of measure: Measure) -> [Derivation] {
    guard let sets = constraint[measure] else { return [] }
    let nodes = sets.sets.map { set in
      Derivation(
        .consistentSet(
          minimum: set.minimum, maximum: set.maximum, independentCount: set.independentCount),
        claims: set.claims)
    }
    let order = readings.map(\.claim).uniqued()
    let out = Dictionary(grouping: order.filter { sets.leftOut[$0] != nil }) {
      sets.leftOut[$0]?.reason
    }
    let branches = Exclusion.allCases.compactMap { reason in
      out[reason].map {
        Derivation(.leftOutClaims(reason, count: $0.count), claims: $0)
      }
    }
    let stopped =
      sets.search.isComplete ? [] : [Derivation(.searchStopped(work: sets.search.work))]
    return nodes + branches + stopped
  }

  private func removals(of end: ExplainedEnd) -> [Derivation] {
    let echoes = end.echoes.isEmpty ? [] : [Derivation(.echoes, claims: end.echoes)]
    let without = end.ifRemoved.map { removal in
      Derivation(
        .without(value: removal.value, isOpen: removal.isOpen), claims: [removal.claim],
        children: removal.claims.isEmpty
          ? [] : [Derivation(.rule(end.rule), claims: removal.claims)])
    }
    let untried = end.untriedCount == 0 ? [] : [Derivation(.untried(end.untriedCount))]
    return echoes + without + untried
  }
}
