public import SimpleFeatures

/// What an area is on the map, which decides how it is drawn.
public enum MapAreaRole: UInt8, Sendable, Hashable, CaseIterable {
  /// A named part of the city: tinted, and outlined once it is large enough on the map.
  case district
  /// The built-up outline of the whole settlement.
  case settlement
  /// Something walled or otherwise bounded inside the city: always outlined.
  case enclosure
  /// The area that was asked for: outlined before all others.
  case focus
  /// An area in which something lies without a nearer place: hatched.
  case hatch
  /// Water: filled.
  case water
  /// How land is used, by the class of its tint (``MapLandUse``): green over the districts' tints,
  /// built-up land beneath them.
  case landUse
}

/// How land is used, as far as a map tells it.
public enum MapLandUse: Int, Sendable, Hashable, CaseIterable {
  /// Parks, gardens, cemeteries, woods and fields.
  case green = 1
  /// Quarters of houses, trade and industry.
  case builtUp = 2
}

/// An area of a map scene.
public struct MapArea: Sendable, Hashable {
  /// Breaks ties of ``order``.
  public var id: String
  /// Drawing order among areas of one role, ascending.
  public var order: Int
  /// What the area is.
  public var role: MapAreaRole
  /// The shape; more than one polygon for a split area.
  public var polygons: [Polygon]
  /// Rings of the shape that are projected already, as tiles have them; inside is what they
  /// enclose an odd number of times.
  public var projectedRings: [[WorldPosition]] = []
  /// Class of the tint, 0 (none) to 4 (strongest), of a district; ``MapLandUse`` of land use.
  public var tint: Int
  /// Whether the boundary is computed or guessed: it is then dashed, never solid.
  public var isApproximate: Bool

  /// Describes an area.
  ///
  /// - Parameters:
  ///   - id: Unique among areas.
  ///   - order: Drawing order.
  ///   - role: What the area is.
  ///   - polygons: The shape, CRS84.
  ///   - tint: 0…4; anything else is brought into that range.
  ///   - isApproximate: Whether the boundary is computed or guessed.
  public init(
    id: String, order: Int = 0, role: MapAreaRole, polygons: [Polygon], tint: Int = 0,
    isApproximate: Bool = false
  ) {
    self.id = id
    self.order = order
    self.role = role
    self.polygons = polygons
    self.tint = min(max(tint, 0), 4)
    self.isApproximate = isApproximate
  }

  /// Describes an area that is projected already.
  ///
  /// - Parameters:
  ///   - id: Unique among areas.
  ///   - order: Drawing order.
  ///   - role: What the area is.
  ///   - rings: The shape, world units; an open ring is closed here.
  ///   - tint: 0…4; anything else is brought into that range.
  ///   - isApproximate: Whether the boundary is computed or guessed.
  public init(
    id: String, order: Int = 0, role: MapAreaRole, rings: [[WorldPosition]], tint: Int = 0,
    isApproximate: Bool = false
  ) {
    self.init(
      id: id, order: order, role: role, polygons: [], tint: tint, isApproximate: isApproximate)
    projectedRings = rings.map { ring in
      ring.first == ring.last ? ring : ring + ring.prefix(1)
    }
  }
}
