public import SimpleFeatures

/// Things that have no point good enough to be drawn: the map counts them in its margin.
///
/// A sign would claim to know where they are. With few of them their area can be hatched.
public struct MapMarginGroup: Sendable, Hashable {
  /// Unique among groups; breaks ties of ``order``.
  public var id: String
  /// Order in the note, ascending.
  public var order: Int
  /// The area that is all that is known, filtered; `nil` where no place is known at all.
  public var name: TerminalText?
  /// How many there are of each class, by ``MapSymbolClass/id``.
  public var counts: [Int: Int]
  /// The area, to be hatched; empty for none.
  public var hatching: [Polygon]
  /// One line about each of them, for output without a picture.
  public var summaries: [TerminalText]

  /// Describes a group.
  ///
  /// - Parameters:
  ///   - id: Unique among groups.
  ///   - order: Order in the note.
  ///   - name: The area, untrusted; `nil` where no place is known at all.
  ///   - counts: How many of each class; a count below 0 is taken as 0.
  ///   - hatching: The area, to be hatched.
  ///   - summaries: One line about each, untrusted.
  public init(
    id: String, order: Int = 0, name: String?, counts: [Int: Int], hatching: [Polygon] = [],
    summaries: [String] = []
  ) {
    self.id = id
    self.order = order
    self.name = name.map { TerminalText($0) }
    self.counts = counts.mapValues { min(max($0, 0), 1_000_000_000) }
    self.hatching = hatching
    self.summaries = summaries.map { TerminalText($0) }
  }

  /// How many things the group has.
  public var count: Int { counts.values.reduce(0, +) }
}

/// The position from which bearings and distances are given.
public struct MapReference: Sendable, Hashable {
  /// Such as `the city centre`, filtered.
  public var name: TerminalText
  /// CRS84.
  public var position: Position

  /// Describes a reference.
  ///
  /// - Parameters:
  ///   - name: What the position is, untrusted.
  ///   - position: CRS84.
  public init(name: String, position: Position) {
    self.name = TerminalText(name)
    self.position = position
  }
}
