internal import CGEOS
public import SimpleFeatures

extension Geometry {
  /// Everything within a plane distance in degrees.
  ///
  /// A degree of longitude is shorter than one of latitude, so this is no distance on the ground:
  /// see ``buffer(meters:quadrantSegments:)``.
  ///
  /// - Parameters:
  ///   - distance: Degrees, at most 180; negative shrinks an area.
  ///   - quadrantSegments: Pieces of a quarter circle, 1…128.
  /// - Returns: An area, or an empty collection; it may reach over ±180 and ±90.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSBuffer_r`.
  public func buffer(
    degrees distance: Double, quadrantSegments: Int = 16
  ) throws(TopologyError) -> Geometry {
    guard distance.isFinite, distance.magnitude <= 180 else {
      throw .badDistance(.buffer, distance)
    }
    guard let parts = try Normalised(self, for: .buffer) else { return .geometryCollection([]) }
    return try Self.buffer(parts.whole, distance, quadrantSegments, .buffer)
  }

  /// Everything within a distance on the ground.
  ///
  /// The geometry is laid in a plane in metres around the middle of its box (azimuthal
  /// equidistant), widened there and laid back: within 50 km of the middle the boundary is at the
  /// distance asked for to 0.001 %, at 1,000 km to 0.4 %, besides the cut corners of circles (0.12 %
  /// of the distance with 16 pieces a quarter).
  ///
  /// - Parameters:
  ///   - distance: Metres, at most 1,000 km; negative shrinks an area.
  ///   - quadrantSegments: Pieces of a quarter circle, 1…128.
  /// - Returns: An area, or an empty collection.
  /// - Throws: ``TopologyError/outsideLocalPlane(_:)`` where the result would reach more than
  ///   1,000 km, over the antimeridian or near a pole; other ``TopologyError``.
  public func buffer(
    meters distance: Double, quadrantSegments: Int = 16
  ) throws(TopologyError) -> Geometry {
    guard distance.isFinite else { throw .badDistance(.bufferMeters, distance) }
    guard let parts = try Normalised(self, for: .bufferMeters), let box = envelope else {
      return .geometryCollection([])
    }
    let plane = try LocalPlane(around: box, margin: max(distance, 0), for: .bufferMeters)
    let flat = parts.whole.mapPositions(plane.project)
    return try plane.unproject(
      Self.buffer(flat, distance, quadrantSegments, .bufferMeters), for: .bufferMeters)
  }

  private static func buffer(
    _ geometry: Geometry, _ distance: Double, _ segments: Int, _ operation: TopologyOperation
  ) throws(TopologyError) -> Geometry {
    let context = try GEOSContext(for: operation)
    let native = try context.make(geometry)
    let quadrant = Int32(min(max(segments, 1), 128))
    let widened = try unsafe context.own(
      GEOSBuffer_r(context.handle, native.pointer, distance, quadrant), operation)
    let value = try context.value(of: widened)
    return value.isEmpty ? .geometryCollection([]) : value
  }
}
