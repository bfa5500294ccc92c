public import SimpleFeatures

/// A river through a city: its middle line, downstream, and its water.
public struct RiverCourse: Hashable, Sendable {
  /// The middle line in the direction of flow, so that its left is the left bank.
  public var centreline: LineString
  /// The surface of the water; empty where only the line is known.
  public var water: Geometry

  /// Makes a river.
  ///
  /// - Parameters:
  ///   - centreline: The middle line, upstream to downstream.
  ///   - water: The surface of the water, or an empty geometry.
  public init(centreline: LineString, water: Geometry = .multiPolygon([])) {
    self.centreline = centreline
    self.water = water
  }

  /// Everything on the left of the middle line inside a circle, as one area.
  ///
  /// The line runs on straight from both ends to the circle, and the circle closes the area against
  /// the hands of a clock: the side that a walker downstream has on the left.
  ///
  /// - Parameters:
  ///   - center: The circle's middle.
  ///   - radius: Plane degrees; every position of the line is inside the circle.
  /// - Returns: `nil` when the line has no direction.
  func leftSide(center: Position, radius: Double) -> Polygon? {
    let line = centreline.positions
    guard let first = line.first, let last = line.last,
      let second = line.first(where: { $0 != first }),
      let beforeLast = line.last(where: { $0 != last })
    else { return nil }
    let circle = PlaneCircle(center: center, radius: radius)
    guard let entry = circle.exit(of: first, awayFrom: second),
      let exit = circle.exit(of: last, awayFrom: beforeLast)
    else { return nil }
    var ring = [entry] + line + [exit]
    ring += circle.arc(from: exit, to: entry)
    ring.append(entry)
    return Polygon(exteriorRing: LinearRing(ring))
  }
}
