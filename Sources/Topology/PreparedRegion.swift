internal import CGEOS
public import SimpleFeatures
import Synchronization

/// An area that is asked many times: prepared once, then shared by any number of tasks.
///
/// GEOS fills its indexes on the first question without a lock of its own, so questions about
/// geometries go through a mutex; a position is answered in Swift without any lock.
public final class PreparedRegion: Sendable {
  /// The region as given.
  public let geometry: Geometry
  /// The box around it; `nil` when it is empty.
  public let envelope: Envelope?
  private let locator: PointInAreaLocator
  private let state: Mutex<PreparedGroups>

  /// Prepares a geometry.
  ///
  /// - Parameter geometry: Usually a polygon; any type is taken.
  /// - Throws: ``TopologyError``.
  public init(_ geometry: Geometry) throws(TopologyError) {
    let parts = try Normalised(geometry, for: .prepare)
    self.geometry = geometry
    envelope = geometry.envelope
    locator = PointInAreaLocator(geometry)
    state = Mutex(try PreparedGroups(parts))
  }

  /// Whether the region holds the position; its boundary counts.
  ///
  /// - Parameter position: Degrees.
  /// - Returns: The answer of ``SimpleFeatures/Geometry/covers(_:)``, without a lock.
  public func covers(_ position: Position) -> Bool { locator.covers(position) }

  /// Whether the region and the other share a position; touching counts.
  ///
  /// - Parameter other: Any geometry.
  /// - Returns: `false` when either is empty.
  /// - Throws: ``TopologyError``.
  public func intersects(_ other: Geometry) throws(TopologyError) -> Bool {
    if case .point(let position) = other { return covers(position) }
    guard meetsBox(of: other), let parts = try Normalised(other, for: .intersects) else {
      return false
    }
    return try state.withLock { (prepared) throws(TopologyError) in
      try prepared.intersects(parts)
    }
  }

  /// Whether the region covers the other; boundaries count.
  ///
  /// - Parameter other: Any geometry.
  /// - Returns: `false` when either is empty.
  /// - Throws: ``TopologyError``.
  public func covers(_ other: Geometry) throws(TopologyError) -> Bool {
    if case .point(let position) = other { return covers(position) }
    guard let inner = other.envelope, let envelope, envelope.covers(inner),
      let parts = try Normalised(other, for: .covers)
    else { return false }
    let answer = try state.withLock { (prepared) throws(TopologyError) in
      try prepared.covers(parts)
    }
    if let answer { return answer }
    return try geometry.covers(other)
  }

  /// How much of a geometry lies inside the region, 0…1.
  ///
  /// - Parameter other: Any geometry.
  /// - Returns: As ``SimpleFeatures/Geometry/share(inside:)``; the overlay is computed only where
  ///   the boundary cuts the geometry.
  /// - Throws: ``TopologyError``.
  public func share(of other: Geometry) throws(TopologyError) -> Double? {
    guard let support = try Normalised(other, for: .share)?.groups.last else { return nil }
    guard try intersects(support) else { return 0 }
    return try covers(support) ? 1 : support.partialShare(inside: geometry)
  }

  private func meetsBox(of other: Geometry) -> Bool {
    guard let envelope, let box = other.envelope else { return false }
    return envelope.intersects(box)
  }
}

/// The prepared groups of a region in a context of their own; all `nil` when it is empty.
private struct PreparedGroups: ~Copyable {
  private let context: GEOSContext?
  private let points: PreparedGeometry?
  private let lines: PreparedGeometry?
  private let areas: PreparedGeometry?
  private let count: Int
  private let positionCount: Int

  init(_ parts: Normalised?) throws(TopologyError) {
    let shared = parts == nil ? nil : try GEOSContext(for: .prepare)
    let first = try Self.prepare(parts, dimension: 0, shared)
    let second = try Self.prepare(parts, dimension: 1, shared)
    let third = try Self.prepare(parts, dimension: 2, shared)
    context = shared
    points = first
    lines = second
    areas = third
    count = parts?.groups.count ?? 0
    positionCount = parts?.positionCount ?? 0
  }

  private static func prepare(
    _ parts: Normalised?, dimension: Int, _ context: GEOSContext?
  ) throws(TopologyError) -> PreparedGeometry? {
    guard let context, let group = parts?.groups.first(where: { $0.dimension == dimension })
    else { return nil }
    return try PreparedGeometry(group, in: context)
  }

  borrowing func intersects(_ parts: Normalised) throws(TopologyError) -> Bool {
    guard let context else { return false }
    try Normalised.checkWork(positionCount, parts.positionCount, .intersects)
    for group in parts.groups {
      let other = try context.make(group)
      if let answer = try areas?.intersects(other), answer { return true }
      if let answer = try lines?.intersects(other), answer { return true }
      if let answer = try points?.intersects(other), answer { return true }
    }
    return false
  }

  /// Answers `nil` where several groups cover only together.
  borrowing func covers(_ parts: Normalised) throws(TopologyError) -> Bool? {
    guard let context else { return false }
    try Normalised.checkWork(positionCount, parts.positionCount, .covers)
    guard count == 1 else { return nil }
    for group in parts.groups {
      let other = try context.make(group)
      // Exactly one of the three is there.
      if let answer = try areas?.covers(other), !answer { return false }
      if let answer = try lines?.covers(other), !answer { return false }
      if let answer = try points?.covers(other), !answer { return false }
    }
    return true
  }
}

/// One prepared geometry; it borrows its source, so the two live and die together.
@safe
private struct PreparedGeometry: ~Copyable {
  private let source: NativeGeometry
  private let pointer: OpaquePointer

  init(_ geometry: Geometry, in context: GEOSContext) throws(TopologyError) {
    let native = try context.make(geometry)
    // Sentinel: NULL on an exception.
    guard let made = unsafe GEOSPrepare_r(context.handle, native.pointer) else {
      throw context.failure(.prepare)
    }
    source = native
    unsafe pointer = made
  }

  deinit { unsafe GEOSPreparedGeom_destroy_r(source.context.handle, pointer) }

  borrowing func intersects(_ other: borrowing NativeGeometry) throws(TopologyError) -> Bool {
    let answer = unsafe GEOSPreparedIntersects_r(source.context.handle, pointer, other.pointer)
    return try source.context.truth(answer, .intersects)
  }

  borrowing func covers(_ other: borrowing NativeGeometry) throws(TopologyError) -> Bool {
    let answer = unsafe GEOSPreparedCovers_r(source.context.handle, pointer, other.pointer)
    return try source.context.truth(answer, .covers)
  }
}
