extension LabelPlacer {
  /// Lets a number stand for a name that found no room; the key explains it.
  mutating func number(_ index: Int) {
    guard contenders[index].codeWidth == 0 else { return }
    contenders[index].number = numbers + 1
    if let spot = best(index, forms: Self.keyOnly) {
      take(spot, for: index)
    } else {
      makeRoom(for: index, forms: Self.keyOnly)
    }
    if spots[index] == nil { contenders[index].number = 0 } else { numbers += 1 }
  }

  /// Closes the gaps that were left where a number became a name after all.
  mutating func renumber() {
    var number = 0
    for index in contenders.indices where contenders[index].number > 0 {
      guard let spot = spots[index], spot.form == .key else {
        contenders[index].number = 0
        continue
      }
      number += 1
      release(index)
      contenders[index].number = number
      let width = contenders[index].width(of: .key)
      take(Spot(form: .key, width: width, column: spot.column, row: spot.row), for: index)
    }
    numbers = number
  }

  /// Replaces a code or number by a name, where there is room left at the end.
  mutating func lengthen(_ index: Int) {
    guard let spot = spots[index], spot.form == .key else { return }
    release(index)
    take(best(index, forms: Self.namesOnly) ?? spot, for: index)
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
    let contender = contenders[index]
    for form in forms {
      let width = contender.width(of: form)
      if width == 0 { continue }
      for anchor in anchors(contender, width: width) {
        guard ground.isClear(anchor, width: width),
          ground.cost(of: anchor, width: width, for: contender) != nil,
          let blocker = soleHolder(row: anchor.row, anchor.column - 1..<anchor.column + width + 1),
          blocker != locked
        else { continue }
        guard moves > 0 else { return false }
        moves -= 1
        let spot = Spot(form: form, width: width, column: anchor.column, row: anchor.row)
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
