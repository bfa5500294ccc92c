extension LabelPlacer {
  /// Places all names.
  ///
  /// - Parameter keyCapacity: How many names without a code may become a number in the key.
  /// - Returns: The labels in placing order, and how many places in the picture have none.
  mutating func place(keyCapacity: Int) -> (labels: [PlacedLabel], hidden: Int) {
    var open: [Int] = []
    for index in contenders.indices {
      if let label = best(index, forms: contenders[index].firstForms) {
        commit(label, of: index)
      } else {
        open.append(index)
      }
    }
    open = open.filter { !makeRoom(for: $0, forms: contenders[$0].forms) }
    var number = 0
    for index in open where number < keyCapacity && numbered(index, number + 1) { number += 1 }
    for index in placements.indices { lengthen(index) }
    let labels = placements.sorted { $0.contender < $1.contender }.map(\.label)
    return (labels, contenders.count - labels.count)
  }

  /// Gives a place in the key a number in brackets, where that fits.
  private mutating func numbered(_ index: Int, _ number: Int) -> Bool {
    guard places[contenders[index].place].code == nil else { return false }
    let forms: [Form] = [(TerminalText("<\(number)>"), .key)]
    if let label = best(index, forms: forms) {
      commit(label, of: index)
      return true
    }
    return makeRoom(for: index, forms: forms)
  }

  /// Replaces a code by the full name, where there is room left at the end.
  private mutating func lengthen(_ index: Int) {
    let placement = placements[index]
    let contender = contenders[placement.contender]
    guard contender.isPoint, placement.label.form == .key else { return }
    taken.set(row: placement.label.row, placement.label.columns, to: false)
    let longer = best(placement.contender, forms: contender.forms.filter { $0.form != .key })
    let label = longer ?? placement.label
    placements[index] = Placement(contender: placement.contender, label: label)
    taken.set(row: label.row, label.columns)
  }

  /// Moves one placed name elsewhere, if that frees a position for a name that has none.
  private mutating func makeRoom(for index: Int, forms: [Form]) -> Bool {
    let empty = OccupancyBitmap(columns: columns, rows: rows)
    for (text, form) in forms {
      for anchor in candidates(index, width: text.columns) {
        guard isFree(anchor, width: text.columns, besides: empty),
          cost(of: anchor, width: text.columns, contender: index) != nil
        else { continue }
        let wanted = label(index, text, form, anchor)
        if isFree(anchor, width: text.columns, besides: taken) {
          commit(wanted, of: index)
          return true
        }
        if let blocker = soleBlocker(of: wanted), move(blocker, for: wanted, of: index) {
          return true
        }
      }
    }
    return false
  }

  private func soleBlocker(of label: PlacedLabel) -> Int? {
    let run = label.column - 1..<label.column + label.text.columns + 1
    var found: Int?
    for (index, placement) in placements.enumerated()
    where placement.label.row == label.row && placement.label.columns.overlaps(run) {
      if found != nil { return nil }
      found = index
    }
    return found
  }

  private mutating func move(_ blocker: Int, for label: PlacedLabel, of index: Int) -> Bool {
    let moved = placements[blocker]
    taken.set(row: moved.label.row, moved.label.columns, to: false)
    taken.set(row: label.row, label.columns)
    if let elsewhere = best(moved.contender, forms: contenders[moved.contender].forms) {
      placements[blocker] = Placement(contender: moved.contender, label: elsewhere)
      taken.set(row: elsewhere.row, elsewhere.columns)
      placements.append(Placement(contender: index, label: label))
      return true
    }
    taken.set(row: label.row, label.columns, to: false)
    taken.set(row: moved.label.row, moved.label.columns)
    return false
  }
}
