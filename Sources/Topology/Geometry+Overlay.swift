internal import CGEOS
public import SimpleFeatures

private typealias NativeOverlay = (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> OpaquePointer?

// Overlays in plane longitude and latitude. Results are valid, without empty parts, and the same on
// every run.
extension Geometry {
  /// What both geometries share.
  ///
  /// - Parameter other: Any geometry, a mixed collection too.
  /// - Returns: An empty collection when they share nothing.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSIntersection_r`.
  public func intersection(_ other: Geometry) throws(TopologyError) -> Geometry {
    guard let first = try Normalised(self, for: .intersection),
      let second = try Normalised(other, for: .intersection)
    else { return .geometryCollection([]) }
    try Normalised.checkWork(first.positionCount, second.positionCount, .intersection)
    var shared: [Geometry] = []
    for a in first.groups {
      for b in second.groups {
        shared.append(
          try unsafe Self.overlay(a, b, .intersection) { unsafe GEOSIntersection_r($0, $1, $2) })
      }
    }
    return shared.count == 1 ? shared[0] : try Geometry.geometryCollection(shared).unaryUnion()
  }

  /// What either geometry holds.
  ///
  /// - Parameter other: Any geometry, a mixed collection too.
  /// - Returns: An empty collection when both are empty.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSUnaryUnion_r` over both.
  public func union(_ other: Geometry) throws(TopologyError) -> Geometry {
    try Normalised.checkWork(positionCount, other.positionCount, .union)
    return try Geometry.geometryCollection([self, other]).unaryUnion()
  }

  /// The geometry with its own parts merged where they overlap or touch.
  ///
  /// - Returns: An empty collection for an empty geometry.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSUnaryUnion_r`.
  public func unaryUnion() throws(TopologyError) -> Geometry {
    guard let parts = try Normalised(self, for: .unaryUnion) else { return .geometryCollection([]) }
    let context = try GEOSContext(for: .unaryUnion)
    let native = try context.make(parts.whole)
    let merged = try unsafe context.own(
      GEOSUnaryUnion_r(context.handle, native.pointer), .unaryUnion)
    return try context.value(of: merged)
  }

  /// What this geometry holds and the other does not.
  ///
  /// - Parameter other: Any geometry, a mixed collection too.
  /// - Returns: An empty collection when nothing is left.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSDifference_r`.
  public func difference(_ other: Geometry) throws(TopologyError) -> Geometry {
    guard let first = try Normalised(self, for: .difference) else {
      return .geometryCollection([])
    }
    guard let second = try Normalised(other, for: .difference) else {
      return first.whole
    }
    try Normalised.checkWork(first.positionCount, second.positionCount, .difference)
    var left: [Geometry] = []
    for group in first.groups {
      var rest = group
      for cutter in second.groups where !rest.isEmpty {
        rest = try unsafe Self.overlay(rest, cutter, .difference) {
          unsafe GEOSDifference_r($0, $1, $2)
        }
      }
      if !rest.isEmpty { left.append(rest) }
    }
    switch left.count {
    case 0: return .geometryCollection([])
    case 1: return left[0]
    default: return try Geometry.geometryCollection(left).unaryUnion()
    }
  }

  /// What exactly one of the two holds.
  ///
  /// - Parameter other: Any geometry, a mixed collection too.
  /// - Returns: An empty collection when both hold the same.
  /// - Throws: ``TopologyError``.
  public func symmetricDifference(_ other: Geometry) throws(TopologyError) -> Geometry {
    try difference(other).union(other.difference(self))
  }

  /// Overlays two groups in a context of their own.
  private static func overlay(
    _ a: Geometry, _ b: Geometry, _ operation: TopologyOperation, _ run: NativeOverlay
  ) throws(TopologyError) -> Geometry {
    let context = try GEOSContext(for: operation)
    let first = try context.make(a)
    let second = try context.make(b)
    let result = try unsafe context.own(
      run(context.handle, first.pointer, second.pointer), operation)
    let value = try context.value(of: result)
    return value.isEmpty ? .geometryCollection([]) : value
  }
}
