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
  let banks: [Bank]
  let parents: [Int32?]
  let containers: Set<Int32>
  let bankAreas: [Bank: [Int32]]

  /// Indexes places by all their names.
  ///
  /// - Parameter places: Any order; of two with one identifier the later is a place of its own
  ///   in answers, and the earlier is the one found by identifier.
  /// - Complexity: O(*n* log *n*) in the number of names.
  public init(_ places: [Place]) {
    self.places = places
    let index = NameIndex(places)
    let ordinals = Dictionary(
      places.enumerated().map { ($1.id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    self.index = index
    self.ordinals = ordinals
    banks = places.map(\.bank)
    parents = places.map { place in place.parent.flatMap { ordinals[$0] } }
    containers = Set(parents.compactMap { $0 })
    bankAreas = Gazetteer.bankAreas(of: places)
  }

  /// The places on a bank of which one name says that bank and nothing else.
  private static func bankAreas(of places: [Place]) -> [Bank: [Int32]] {
    var areas: [Bank: [Int32]] = [:]
    for (ordinal, place) in places.enumerated() where place.bank == .left || place.bank == .right {
      let namesBank = place.names.contains {
        BankWords.bank(namedBy: FoldedName($0.text).words) == place.bank
      }
      if namesBank { areas[place.bank, default: []].append(Int32(ordinal)) }
    }
    return areas
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
    ordinals[id].map { ancestors(of: $0).map { places[Int($0)] } } ?? []
  }

  func ancestors(of ordinal: Int32) -> [Int32] {
    var found: [Int32] = []
    var next = parents[Int(ordinal)]
    while let parent = next, parent != ordinal, !found.contains(parent) {
      found.append(parent)
      next = parents[Int(parent)]
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
    let longest = NamePiece.longestText
    guard text.unicodeScalars.prefix(longest + 1).count <= longest else { return [] }
    var search = PlaceSearch(self, text: String(text), near: near)
    search.run()
    return search.ranked(limit: limit)
  }
}
