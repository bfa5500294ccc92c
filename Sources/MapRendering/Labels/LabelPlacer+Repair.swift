extension LabelPlacer {
  /// Lets a number stand for a name that found no room; the key explains it.
  mutating func number(_ index: Int) {
    guard !contenders[index].hasCode, numbers < keyCapacity else { return }
    contenders[index].number = numbers + 1
    if let spot = best(index, forms: Self.keyOnly) {
      take(spot, for: index)
    } else {
      makeRoom(for: index, forms: Self.keyOnly)
    }
    if spots[index] == nil { contenders[index].number = 0 } else { numbers += 1 }
  }

  /// Gives the numbers again in placing order, without the gaps that were left where a number
  /// became a name after all.
  mutating func renumber() {
    // Released first: no number may stand in the way of a wider one.
    let numbered = contenders.indices.filter { contenders[$0].number > 0 }
    numbers = 0
    for index in numbered {
      guard let spot = spots[index], spot.form == .key else {
        contenders[index].number = 0
        continue
      }
      numbers += 1
      release(index)
      contenders[index].number = numbers
      let width = contenders[index].width(of: .key)
      take(
        Spot(form: .key, width: width, column: spot.column, row: spot.row, cost: spot.cost),
        for: index)
    }
  }

  /// Moves one placed name elsewhere, or two in a chain, if that frees a spot for a name that has
  /// none.
  ///
  /// - Parameters:
  ///   - index: The contender without a spot.
  ///   - forms: The forms to try.
  ///   - depth: Names that may still be moved in a chain.
  ///   - locked: A contender that must stay.
  /// - Returns: Whether the contender has a spot now; if not, all is as it was.
  @discardableResult
  mutating func makeRoom(
    for index: Int, forms: [LabelForm], depth: Int = 2, locked: Int? = nil
  ) -> Bool {
    if isBlocked(index) { return false }
    let contender = contenders[index]
    for form in forms {
      let width = contender.width(of: form)
      if width == 0 { continue }
      for anchor in anchors(contender, width: width) {
        guard ground.isClear(anchor, width: width),
          let cost = ground.cost(of: anchor, width: width, for: contender),
          let blocker = soleHolder(row: anchor.row, anchor.column - 1..<anchor.column + width + 1),
          blocker != locked
        else { continue }
        guard moves > 0 else { return false }
        moves -= 1
        let spot = Spot(
          form: form, width: width, column: anchor.column, row: anchor.row,
          cost: Self.penalty(form) + cost)
        if move(blocker, for: spot, of: index, depth: depth) { return true }
      }
    }
    return false
  }

  /// The only contender whose name covers cells of a run; `nil` for none or several.
  private func soleHolder(row: Int, _ run: Range<Int>) -> Int? {
    var found: UInt16 = 0
    let base = row * ground.columns
    for column in max(run.lowerBound, 0)..<min(run.upperBound, ground.columns) {
      let holder = holders[base + column]
      if holder == 0 || holder == found { continue }
      if found != 0 { return nil }
      found = holder
    }
    return found == 0 ? nil : Int(found) - 1
  }

  private mutating func move(
    _ blocker: Int, for spot: Spot, of index: Int, depth: Int
  ) -> Bool {
    guard let before = spots[blocker] else { return false }
    release(blocker)
    take(spot, for: index)
    // The moved name must not lose by it: a name stays one.
    let forms = before.form == .key ? Self.keyOnly : Self.namesOnly
    if let elsewhere = best(blocker, forms: forms) {
      take(elsewhere, for: blocker)
      return true
    }
    if depth > 1, makeRoom(for: blocker, forms: forms, depth: depth - 1, locked: index) {
      return true
    }
    release(index)
    take(before, for: blocker)
    return false
  }
}
