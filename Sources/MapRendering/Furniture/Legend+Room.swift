/// What a legend keeps room for besides what is in the picture, so that it does not jump in its
/// corner.
enum LegendRoom {
  /// Nothing.
  case none
  /// The ring of whatever is singled out: the next thing singled out may have one or none.
  case selection
  /// Whatever a part of the symbols may bring: rings, and sizes that do not show in a cluster.
  case parts
}

extension Legend {
  /// The segments of the legend, with blank ones for signs that may come.
  ///
  /// - Parameters:
  ///   - facts: What the picture shows.
  ///   - rings: Those in the picture, and whether there may be one.
  ///   - weights: The sizes of all symbols in the picture.
  ///   - room: What there is to be room for.
  /// - Returns: As ``entries(_:)``, with a blank segment for a sign that is not in the picture.
  func entries(
    _ facts: PictureFacts, rings: PrecisionRings, weights: CaseSet<MapSymbolWeight>,
    keeping room: LegendRoom
  ) -> [StyledLine] {
    let entries = entries(facts)
    if room == .none { return entries }
    var more = facts
    if rings.mayCome { more.features.insert(.radius) }
    if room == .parts { more.weights.formUnion(weights) }
    let spread = self.entries(more)
    guard spread.count > entries.count else { return entries }
    // Both lists have the same order, and one has all that the other has.
    var place = 0
    return spread.map { entry in
      if place < entries.count, entries[place] == entry {
        place += 1
        return entry
      }
      var blank = StyledLine()
      blank.space(entry.columns)
      return blank
    }
  }
}
