extension Legend {
  /// The segments of the legend, with room for the sign of rings while something is singled out.
  ///
  /// The next thing singled out may have a ring or none: the room stays, blank, so that the legend in
  /// its corner does not jump.
  ///
  /// - Parameters:
  ///   - facts: What the picture shows.
  ///   - rings: Those in the picture, and whether there may be one.
  ///   - isSelected: Whether something is singled out.
  /// - Returns: As ``entries(_:)``, with a blank segment for a sign that is not in the picture.
  func steadyEntries(
    _ facts: PictureFacts, rings: PrecisionRings, isSelected: Bool
  ) -> [StyledLine] {
    let entries = entries(facts)
    guard isSelected, rings.mayCome, rings.isEmpty else { return entries }
    var more = facts
    more.features.insert(.radius)
    var steady = self.entries(more)
    guard steady.count > entries.count,
      let place = steady.indices.first(where: { $0 >= entries.count || steady[$0] != entries[$0] })
    else { return entries }
    var room = StyledLine()
    room.space(steady[place].columns)
    steady[place] = room
    return steady
  }
}
