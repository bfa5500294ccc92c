import Records
public import SimpleFeatures

extension Gazetteer {
  /// The one place that a text means, or why there is none.
  ///
  /// Answers that are one place twice count once: a thing inside a quarter of the same name, and
  /// the same town from two lists. Of equal names the one that contains other places is meant.
  ///
  /// - Parameters:
  ///   - text: A name in any spelling.
  ///   - near: Where the text is about, to choose between equal names far apart.
  /// - Returns: One place, several equally good, a name without a place, or nothing known.
  public func resolve(_ text: some StringProtocol, near: Position? = nil) -> PlaceResolution {
    let found = candidates(for: text, limit: .max, near: near)
    guard let best = found.first, best.score >= Gazetteer.acceptedScore else {
      return .unknown(nearest: Array(found.prefix(5)))
    }
    let equals = found.prefix { best.score - $0.score <= Gazetteer.ambiguousWithin }
    let distinct = withoutDoubles(equals)
    let holders = distinct.filter { $0.score == best.score && isContainer($0.id) }
    let rivals = holders.count == 1 ? holders : distinct
    guard rivals.count == 1, let only = rivals.first else {
      return .ambiguous(rivals.isEmpty ? Array(equals) : rivals)
    }
    return only.isLocated ? .one(only) : .knownNameUnknownPlace(only)
  }

  private func withoutDoubles(
    _ candidates: ArraySlice<GazetteerCandidate>
  ) -> [GazetteerCandidate] {
    if candidates.count == 1 { return Array(candidates) }
    return candidates.filter { inner in
      !candidates.contains { outer in
        outer.id != inner.id && outer.score >= inner.score && stands(outer.id, for: inner.id)
      }
    }
  }

  private func isContainer(_ id: PlaceID) -> Bool {
    ordinals[id].map(containers.contains) ?? false
  }

  /// Whether an answer with the first place already says the second: it holds it, or both are
  /// points no further apart than either may be off and the first is the better known.
  private func stands(_ outer: PlaceID, for inner: PlaceID) -> Bool {
    guard let first = place(outer), let second = place(inner) else { return false }
    if ancestors(of: inner).contains(where: { $0.id == outer }) { return true }
    guard let one = first.location, let two = second.location,
      let center = two.geometry.envelope?.center
    else { return false }
    if case .point(let position) = one.geometry {
      let slack = max(one.precisionMeters, two.precisionMeters)
      return position.distanceMeters(to: center) <= slack && isBetterKnown(first, than: second)
    }
    return one.geometry.covers(center) && !ancestors(of: outer).contains { $0.id == inner }
  }

  private func isBetterKnown(_ first: Place, than second: Place) -> Bool {
    let ranks = [first, second].map { place in
      isContainer(place.id) ? 2 : place.parent != nil || place.bank != .unknown ? 1 : 0
    }
    return ranks[0] != ranks[1] ? ranks[0] > ranks[1] : first.id < second.id
  }
}
