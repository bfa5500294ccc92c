internal import CGEOS
public import SimpleFeatures

private typealias NativeShape = (OpaquePointer?, OpaquePointer?) -> OpaquePointer?

extension Geometry {
  /// A position inside the geometry, near the middle of its widest part: where a label may stand.
  ///
  /// - Returns: `nil` for an empty geometry; of a mixed collection, a position in its parts of the
  ///   highest dimension.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – ISO 19125-1 §6.1.10.2; `GEOSPointOnSurface_r`.
  public func pointOnSurface() throws(TopologyError) -> Position? {
    guard let group = try Normalised(self, for: .pointOnSurface)?.groups.last else { return nil }
    return try unsafe Self.shape(group, .pointOnSurface) { unsafe GEOSPointOnSurface_r($0, $1) }
      .position
  }

  /// The centre of mass in plane longitude and latitude; it may lie outside.
  ///
  /// - Returns: `nil` for an empty geometry; of a mixed collection, that of its parts of the
  ///   highest dimension.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSGetCentroid_r`.
  public func centroid() throws(TopologyError) -> Position? {
    guard let group = try Normalised(self, for: .centroid)?.groups.last else { return nil }
    return try unsafe Self.shape(group, .centroid) { unsafe GEOSGetCentroid_r($0, $1) }.position
  }

  /// The least convex geometry around this one.
  ///
  /// - Returns: An area, a path or a point; an empty collection for an empty geometry.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSConvexHull_r`.
  public func convexHull() throws(TopologyError) -> Geometry {
    guard let parts = try Normalised(self, for: .convexHull) else {
      return .geometryCollection([])
    }
    return try unsafe Self.shape(parts.whole, .convexHull) { unsafe GEOSConvexHull_r($0, $1) }
  }

  private static func shape(
    _ geometry: Geometry, _ operation: TopologyOperation, _ run: NativeShape
  ) throws(TopologyError) -> Geometry {
    let context = try GEOSContext(for: operation)
    let native = try context.make(geometry)
    let result = try unsafe context.own(
      run(context.handle, native.pointer), operation)
    return try context.value(of: result)
  }
}
