internal import CGEOS
public import SimpleFeatures

/// A predicate of the C interface: context, two geometries, 0 / 1 / 2.
private typealias NativePredicate = (OpaquePointer?, OpaquePointer?, OpaquePointer?) -> CChar

// DE-9IM predicates in plane longitude and latitude. An empty geometry meets nothing: every
// predicate but `disjoint` (and `equals` of two empty ones) answers false for it.
extension Geometry {
  /// Whether the two share at least one position; touching counts.
  ///
  /// - Parameter other: Any geometry, a mixed collection too.
  /// - Returns: `false` when either is empty.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – ISO 19125-1 §6.1.15.3; `GEOSIntersects_r`.
  public func intersects(_ other: Geometry) throws(TopologyError) -> Bool {
    try unsafe anyPair(with: other, .intersects) { unsafe GEOSIntersects_r($0, $1, $2) }
  }

  /// Whether the two share no position.
  ///
  /// - Parameter other: Any geometry, a mixed collection too.
  /// - Returns: `true` when either is empty.
  /// - Throws: ``TopologyError``.
  public func disjoint(_ other: Geometry) throws(TopologyError) -> Bool {
    try !intersects(other)
  }

  /// Whether no position of the other lies outside this one; boundaries count.
  ///
  /// - Parameter other: Any geometry, a mixed collection too.
  /// - Returns: `false` when either is empty.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSCovers_r`; where this geometry is a mixed collection, an empty
  ///   difference decides.
  public func covers(_ other: Geometry) throws(TopologyError) -> Bool {
    guard let whole = try Normalised(self, for: .covers),
      let parts = try Normalised(other, for: .covers)
    else { return false }
    try Normalised.checkWork(whole.positionCount, parts.positionCount, .covers)
    guard whole.groups.count == 1 else {
      return try other.difference(self).isEmpty
    }
    let context = try GEOSContext(for: .covers)
    let native = try context.make(whole.groups[0])
    for group in parts.groups {
      let part = try context.make(group)
      let answer = unsafe GEOSCovers_r(context.handle, native.pointer, part.pointer)
      guard try context.truth(answer, .covers) else { return false }
    }
    return true
  }

  /// Whether no position of this geometry lies outside the other; boundaries count.
  ///
  /// - Parameter other: Any geometry, a mixed collection too.
  /// - Returns: `false` when either is empty.
  /// - Throws: ``TopologyError``.
  public func coveredBy(_ other: Geometry) throws(TopologyError) -> Bool {
    try other.covers(self)
  }

  /// Whether this geometry covers the other and their interiors meet.
  ///
  /// - Parameter other: Not a mixed collection.
  /// - Returns: `false` when either is empty.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSContains_r`. A point on the border is not contained: see ``covers(_:)``.
  public func contains(_ other: Geometry) throws(TopologyError) -> Bool {
    try unsafe single(with: other, .contains) { unsafe GEOSContains_r($0, $1, $2) }
  }

  /// Whether the other contains this geometry.
  ///
  /// - Parameter other: Not a mixed collection.
  /// - Returns: `false` when either is empty.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSWithin_r`.
  public func within(_ other: Geometry) throws(TopologyError) -> Bool {
    try unsafe single(with: other, .within) { unsafe GEOSWithin_r($0, $1, $2) }
  }

  /// Whether the two meet only in their boundaries.
  ///
  /// - Parameter other: Not a mixed collection.
  /// - Returns: `false` when either is empty.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSTouches_r`.
  public func touches(_ other: Geometry) throws(TopologyError) -> Bool {
    try unsafe single(with: other, .touches) { unsafe GEOSTouches_r($0, $1, $2) }
  }

  /// Whether the interiors meet in something of a lower dimension than the greater of the two.
  ///
  /// - Parameter other: Not a mixed collection.
  /// - Returns: `false` when either is empty.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSCrosses_r`.
  public func crosses(_ other: Geometry) throws(TopologyError) -> Bool {
    try unsafe single(with: other, .crosses) { unsafe GEOSCrosses_r($0, $1, $2) }
  }

  /// Whether two geometries of one dimension share some of their interiors and neither covers.
  ///
  /// - Parameter other: Not a mixed collection.
  /// - Returns: `false` when either is empty.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSOverlaps_r`.
  public func overlaps(_ other: Geometry) throws(TopologyError) -> Bool {
    try unsafe single(with: other, .overlaps) { unsafe GEOSOverlaps_r($0, $1, $2) }
  }

  /// Whether the two hold exactly the same positions, however they are written.
  ///
  /// - Parameter other: Not a mixed collection.
  /// - Returns: `true` for two empty geometries.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – `GEOSEquals_r`.
  public func equals(_ other: Geometry) throws(TopologyError) -> Bool {
    if isEmpty || other.isEmpty { return isEmpty && other.isEmpty }
    return try unsafe single(with: other, .equals) { unsafe GEOSEquals_r($0, $1, $2) }
  }

  /// The intersection matrix of the two, nine letters of `F`, `0`, `1`, `2`.
  ///
  /// - Parameter other: Neither empty nor a mixed collection.
  /// - Returns: Nine letters, row by row: interior, boundary, exterior.
  /// - Throws: ``TopologyError``.
  /// - Note: Source – ISO 19125-1 §6.1.15.2 DE-9IM; `GEOSRelate_r`.
  public func relate(_ other: Geometry) throws(TopologyError) -> String {
    guard let first = try Normalised(self, for: .relate),
      let second = try Normalised(other, for: .relate)
    else { throw .emptyOperand(.relate) }
    try Normalised.checkWork(first.positionCount, second.positionCount, .relate)
    let context = try GEOSContext(for: .relate)
    let a = try context.make(first.single(.relate))
    let b = try context.make(second.single(.relate))
    // The text is the caller's to free; NULL is an exception.
    guard let text = unsafe GEOSRelate_r(context.handle, a.pointer, b.pointer) else {
      throw context.failure(.relate)
    }
    defer { unsafe GEOSFree_r(context.handle, text) }
    return unsafe String(cString: text)
  }

  /// Asks every pair of groups until one answers true.
  private func anyPair(
    with other: Geometry, _ operation: TopologyOperation, _ ask: NativePredicate
  ) throws(TopologyError) -> Bool {
    guard let first = try Normalised(self, for: operation),
      let second = try Normalised(other, for: operation)
    else { return false }
    try Normalised.checkWork(first.positionCount, second.positionCount, operation)
    let context = try GEOSContext(for: operation)
    for group in first.groups {
      let a = try context.make(group)
      for group in second.groups {
        let b = try context.make(group)
        let answer = unsafe ask(context.handle, a.pointer, b.pointer)
        if try context.truth(answer, operation) { return true }
      }
    }
    return false
  }

  /// Asks the one pair there is; a mixture is refused.
  private func single(
    with other: Geometry, _ operation: TopologyOperation, _ ask: NativePredicate
  ) throws(TopologyError) -> Bool {
    guard let first = try Normalised(self, for: operation),
      let second = try Normalised(other, for: operation)
    else { return false }
    try Normalised.checkWork(first.positionCount, second.positionCount, operation)
    let context = try GEOSContext(for: operation)
    let a = try context.make(first.single(operation))
    let b = try context.make(second.single(operation))
    return try context.truth(unsafe ask(context.handle, a.pointer, b.pointer), operation)
  }
}
