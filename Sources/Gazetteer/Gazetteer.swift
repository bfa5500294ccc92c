public import Records
public import SimpleFeatures

/// Finds places by any spelling of their names, in either script.
///
/// An immutable value over a list of places: names are folded once, indexed by spelling, by
/// consonants, by words, and answered as ranked candidates with the reason of each. A text that
/// names nothing gets no candidate rather than the least bad one.
public struct Gazetteer: Sendable {
  /// The least score of a candidate: about one wrong consonant in a word of three.
  public static let leastScore = 0.55
  /// The least score at which ``resolve(_:near:)`` takes a place for the one meant.
  public static let acceptedScore = 0.72
  /// Places whose scores lie no further apart are equally good for ``resolve(_:near:)``.
  public static let ambiguousWithin = 0.04

  /// The places, in the order given.
  public let places: [Place]
  let index: NameIndex
  let ordinals: [PlaceID: Int32]
  let bankAreas: [Bank: [Int32]]

  /// Indexes places by all their names.
  ///
  /// - Parameter places: Any order; of two with one identifier the later is a place of its own
  ///   in answers, and the earlier is the one found by identifier.
  /// - Complexity: O(*n* log *n*) in the number of names.
  public init(_ places: [Place]) {
    self.places = places
    index = NameIndex(places)
    ordinals = Dictionary(
      places.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    var areas: [Bank: [Int32]] = [:]
    for entry in index.entries {
      guard let bank = BankWords.bank(namedBy: entry.form.folded.words),
        entry.form.folded.numbers.isEmpty, places[Int(entry.place)].bank == bank,
        areas[bank]?.last != entry.place
      else { continue }
      areas[bank, default: []].append(entry.place)
    }
    bankAreas = areas
  }

  /// The place of an identifier.
  ///
  /// - Parameter id: Any identifier.
  /// - Returns: `nil` where there is none.
  /// - Complexity: O(1).
  public func place(_ id: PlaceID) -> Place? { ordinals[id].map { places[Int($0)] } }

  /// The places that contain a place, the nearest first; a circle of parents ends the walk.
  ///
  /// - Parameter id: The place.
  /// - Returns: Empty for a place without a known parent.
  public func ancestors(of id: PlaceID) -> [Place] {
    var found: [Place] = []
    var seen: Set<PlaceID> = [id]
    var next = place(id)?.parent
    while let parent = next, seen.insert(parent).inserted, let place = place(parent) {
      found.append(place)
      next = place.parent
    }
    return found
  }

  /// The places that a text may mean, best first.
  ///
  /// The text may carry the bank (`Wahda east`) or a containing place (`Bab al-Tob, Old City`):
  /// those who fulfil it are kept. Equal names are equal candidates, ordered by identifier.
  ///
  /// - Parameters:
  ///   - text: A name in any spelling; longer than 256 scalars it names nothing.
  ///   - limit: The greatest number of candidates.
  ///   - near: Where the text is about; a place far off loses up to a tenth of its score.
  /// - Returns: None below ``leastScore``.
  /// - Complexity: O(*s*) for *s* distinct skeletons, a small step each.
  public func candidates(
    for text: some StringProtocol, limit: Int = 10, near: Position? = nil
  ) -> [GazetteerCandidate] {
    var search = PlaceSearch(self, text: String(text), near: near)
    search.run()
    return Array(search.ranked.prefix(max(0, limit)))
  }

  /// The one place that a text means, or why there is none.
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
    let rivals = withoutNested(
      found.prefix { best.score - $0.score <= Gazetteer.ambiguousWithin })
    guard rivals.count == 1, let only = rivals.first else { return .ambiguous(rivals) }
    return only.isLocated ? .one(only) : .knownNameUnknownPlace(only)
  }

  /// Leaves out a candidate inside another that answers as well: who names a quarter and a thing
  /// in it by one name means the quarter, which holds both.
  private func withoutNested(_ candidates: ArraySlice<GazetteerCandidate>) -> [GazetteerCandidate] {
    candidates.filter { inner in
      let around = Set(ancestors(of: inner.id).map(\.id))
      return !candidates.contains { around.contains($0.id) && $0.score >= inner.score }
    }
  }
}
