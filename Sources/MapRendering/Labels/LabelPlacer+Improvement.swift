// What follows the greedy start: rounds that better it, and the rule that rank goes first.

extension LabelPlacer {
  /// Rounds of improvement at most.
  static let roundLimit = 20

  /// Betters the placing until a round changes nothing: names for the nameless and for numbers,
  /// cheaper spots for the rest.
  ///
  /// Deterministic: contenders in their order, no chance, bounded by ``moves`` and
  /// ``roundLimit``.
  mutating func improve() {
    for _ in 0..<Self.roundLimit {
      var hasChanged = false
      for index in contenders.indices {
        if improve(index) { hasChanged = true }
      }
      if !hasChanged { return }
    }
  }

  private mutating func improve(_ index: Int) -> Bool {
    guard let before = spots[index] else {
      if let spot = best(index, forms: forms(of: index)) {
        take(spot, for: index)
      } else if !makeRoom(for: index, forms: forms(of: index)) {
        number(index)
      }
      return spots[index] != nil
    }
    if before.form == .key {
      guard !isCoded(index), !contenders[index].isForKey else { return false }
      release(index)
      if let spot = best(index, forms: Self.namesOnly) {
        take(spot, for: index)
        return true
      }
      if makeRoom(for: index, forms: Self.namesOnly) { return true }
      take(before, for: index)
      return false
    }
    guard before.cost > 0 else { return false }
    release(index)
    guard let spot = best(index, forms: Self.namesOnly), spot.cost < before.cost else {
      take(before, for: index)
      return false
    }
    take(spot, for: index)
    return true
  }

  /// Writes points with a code out in full, if there is room for all of them: a key that explains
  /// some of the bridges only would puzzle.
  mutating func spellOutCodes() {
    let coded = contenders.indices.filter { isCoded($0) && !contenders[$0].isForKey }
    let before = coded.map { spots[$0] }
    var isComplete = true
    for index in coded where isComplete {
      guard spots[index] != nil else {
        isComplete = false
        continue
      }
      release(index)
      if let spot = best(index, forms: Self.namesOnly) {
        take(spot, for: index)
      } else {
        isComplete = false
      }
    }
    guard !isComplete else { return }
    for index in coded { release(index) }
    for (index, spot) in zip(coded, before) {
      if let spot { take(spot, for: index) }
    }
  }

  /// Lets a name without a spot have one that only names of lower priority hold; those look for
  /// another.
  ///
  /// The repair may leave such a case behind. Every step betters the first contender that it
  /// changes, so it ends.
  mutating func restorePriority() {
    for index in contenders.indices where spots[index] == nil {
      guard let claim = claim(of: index) else { continue }
      let evicted = claim.blockers.map { (index: $0, form: spots[$0]?.form ?? .name) }
      for blocker in claim.blockers { release(blocker) }
      if claim.spot.form == .key, !contenders[index].hasCode {
        numbers += 1
        contenders[index].number = numbers
      }
      take(claim.spot, for: index)
      for blocker in evicted {
        let forms = blocker.form == .key ? Self.keyOnly : forms(of: blocker.index)
        if let spot = best(blocker.index, forms: forms) { take(spot, for: blocker.index) }
      }
    }
  }

  /// The spot that a hidden contender could take from contenders behind it, and these.
  ///
  /// - Parameter index: A contender without a spot.
  /// - Returns: `nil` where each of its anchors is blocked by a sign or by a name before it.
  func claim(of index: Int) -> (spot: Spot, blockers: [Int])? {
    if isBlocked(index) { return nil }
    var contender = contenders[index]
    if !contender.hasCode, numbers < keyCapacity { contender.number = numbers + 1 }
    for form in forms(of: index) {
      let width = contender.width(of: form)
      if width == 0 { continue }
      for anchor in anchors(contender, width: width) {
        guard ground.isClear(anchor, width: width),
          let cost = ground.cost(of: anchor, width: width, for: contender)
        else { continue }
        let spot = Spot(
          form: form, width: width, column: anchor.column, row: anchor.row,
          cost: Self.penalty(form) + cost)
        let blockers = holders(row: spot.row, spot.halo)
        if blockers.allSatisfy({ $0 > index }) { return (spot, blockers) }
      }
    }
    return nil
  }

  /// The contenders whose names cover cells of a run, left to right.
  private func holders(row: Int, _ run: Range<Int>) -> [Int] {
    var found: [Int] = []
    let base = row * ground.columns
    for column in max(run.lowerBound, 0)..<min(run.upperBound, ground.columns) {
      let holder = Int(holders[base + column]) - 1
      if holder >= 0, holder != found.last { found.append(holder) }
    }
    return found
  }
}
