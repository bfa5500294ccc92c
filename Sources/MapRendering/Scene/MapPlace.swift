public import SimpleFeatures

/// How the name of a place stands to its position.
public enum MapPlaceRole: UInt8, Sendable, Hashable, CaseIterable {
  /// The name of an area: it stands on the position, or close to it.
  case area
  /// The name of a bridge or landmark: it stands beside the position, which stays free.
  case point
  /// The name of a river: it stands letter-spaced on the widest water, wherever the position.
  case river
}

/// A named place of a map scene.
public struct MapPlace: Sendable, Hashable {
  /// Unique among places; breaks ties of ``rank`` and ``order``.
  public var id: String
  /// Importance, 0 first: the lower rank gets its label first.
  public var rank: Int
  /// Order inside a rank, ascending.
  public var order: Int
  /// How the name stands to the position.
  public var role: MapPlaceRole
  /// The anchor.
  public var position: Position
  /// The full name in Latin letters, filtered.
  public var name: TerminalText
  /// The name in other languages, filtered.
  public var names: [MapLanguage: TerminalText]
  /// A shorter name, tried where the full one does not fit.
  public var shortName: TerminalText?
  /// A code of one to four columns, tried last and explained in the key under the map.
  public var code: TerminalText?
  /// The ``MapArea`` that the name belongs to.
  public var areaID: String?

  /// Describes a place; the names pass the terminal filter here.
  ///
  /// - Parameters:
  ///   - id: Unique among places.
  ///   - rank: Importance, 0 first.
  ///   - order: Order inside a rank.
  ///   - role: How the name stands to the position.
  ///   - position: CRS84.
  ///   - name: The full name, untrusted.
  ///   - shortName: A shorter name, untrusted.
  ///   - code: A code for the key, untrusted.
  ///   - areaID: The area that the name belongs to.
  ///   - names: The name in other languages, untrusted.
  public init(
    id: String, rank: Int = 0, order: Int = 0, role: MapPlaceRole = .area, position: Position,
    name: String, shortName: String? = nil, code: String? = nil, areaID: String? = nil,
    names: [MapLanguage: String] = [:]
  ) {
    self.id = id
    self.rank = rank
    self.order = order
    self.role = role
    self.position = position
    self.name = TerminalText(name)
    self.shortName = shortName.map { TerminalText($0) }
    self.code = code.map { TerminalText($0) }
    self.areaID = areaID
    self.names = names.mapValues { TerminalText($0) }
  }
}
