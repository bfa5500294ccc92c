extension LabelPlacer {
  /// Names that may be tried to be moved for one that found no room.
  private static let moveLimit = 8

  /// Turns names that found no room into numbers, which the key explains.
  mutating func number(_ capacity: Int) {
    var number = 0
    for index in contenders.indices where spots[index] == nil && number < capacity {
      guard contenders[index].codeWidth == 0 else { continue }
      contenders[index].number = number + 1
      if let spot = best(index, forms: Self.keyOnly) {
        take(spot, for: index)
      } else {
        makeRoom(for: index, forms: Self.keyOnly)
      }
      if spots[index] == nil { contenders[index].number = 0 } else { number += 1 }
    }
  }

  /// Replaces a code by a name, where there is room left at the end.
  mutating func lengthen(_ index: Int) {
    guard let spot = spots[index], spot.form == .key else { return }
    release(index)
    take(best(index, forms: Self.namesOnly) ?? spot, for: index)
  }

  /// Moves one placed name elsewhere, if that frees a spot for a name that has none.
  mutating func makeRoom(for index: Int, forms: [LabelForm]) {
    let contender = contenders[index]
    var tries = 0
    for form in forms {
      let width = contender.width(of: form)
      if width == 0 { continue }
      for anchor in anchors(contender, width: width) {
        guard tries < Self.moveLimit else { return }
        guard ground.isClear(anchor, width: width),
          ground.cost(of: anchor, width: width, for: contender) != nil,
          let blocker = soleHolder(row: anchor.row, anchor.column - 1..<anchor.column + width + 1)
        else { continue }
        tries += 1
        let spot = Spot(form: form, width: width, column: anchor.column, row: anchor.row)
        if move(blocker, for: spot, of: index) { return }
      }
    }
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

  private mutating func move(_ blocker: Int, for spot: Spot, of index: Int) -> Bool {
    guard let before = spots[blocker] else { return false }
    release(blocker)
    take(spot, for: index)
    // The moved name must not lose by it: a full name stays one.
    let forms = before.form == .name ? [.name] : Self.allForms
    if let elsewhere = best(blocker, forms: forms) {
      take(elsewhere, for: blocker)
      return true
    }
    release(index)
    take(before, for: blocker)
    return false
  }
}
