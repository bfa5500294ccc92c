public import SimpleFeatures

/// What a line is on the map.
public enum MapLineRole: UInt8, Sendable, Hashable, CaseIterable {
  /// The course of a river: drawn at least three dots wide, whatever the scale.
  case river
  /// A border that belongs to no area of the scene.
  case border
  /// A road that leads through the city or out of it.
  case road
  /// A street.
  case minorRoad
  /// A railway: broken.
  case railway
  /// Running water that is no river: drawn as thin as it can be.
  case stream
}

/// A line of a map scene.
public struct MapLine: Sendable, Hashable {
  /// Breaks ties of ``order``.
  public var id: String
  /// Drawing order among lines of one role, ascending.
  public var order: Int
  /// What the line is.
  public var role: MapLineRole
  /// The courses.
  public var paths: [LineString]
  /// Courses that are projected already, as tiles have them.
  public var projectedPaths: [[WorldPosition]] = []
  /// Whether the course is computed or guessed; such borders are dashed.
  public var isApproximate: Bool

  /// Describes a line.
  ///
  /// - Parameters:
  ///   - id: Unique among lines.
  ///   - order: Drawing order.
  ///   - role: What the line is.
  ///   - paths: The courses, CRS84.
  ///   - isApproximate: Whether the course is computed or guessed.
  public init(
    id: String, order: Int = 0, role: MapLineRole, paths: [LineString],
    isApproximate: Bool = false
  ) {
    self.id = id
    self.order = order
    self.role = role
    self.paths = paths
    self.isApproximate = isApproximate
  }

  /// Describes a line that is projected already.
  ///
  /// - Parameters:
  ///   - id: Unique among lines.
  ///   - order: Drawing order.
  ///   - role: What the line is.
  ///   - projected: The courses, world units.
  ///   - isApproximate: Whether the course is computed or guessed.
  public init(
    id: String, order: Int = 0, role: MapLineRole, projected: [[WorldPosition]],
    isApproximate: Bool = false
  ) {
    self.init(id: id, order: order, role: role, paths: [], isApproximate: isApproximate)
    projectedPaths = projected
  }
}

/// A bridge known by a point: the map finds the bank on either side.
public struct MapBridge: Sendable, Hashable {
  /// Breaks ties of ``order``.
  public var id: String
  /// Drawing order, ascending.
  public var order: Int
  /// Where the bridge is; the nearest river gives its direction.
  public var position: Position

  /// Describes a bridge, whose name is a ``MapPlace`` with a code.
  ///
  /// - Parameters:
  ///   - id: Unique among bridges.
  ///   - order: Drawing order.
  ///   - position: CRS84.
  public init(id: String, order: Int = 0, position: Position) {
    self.id = id
    self.order = order
    self.position = position
  }
}
