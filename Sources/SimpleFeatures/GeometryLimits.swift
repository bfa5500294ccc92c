/// How much of a geometry our readers take before they refuse it.
///
/// The bounds keep hostile input from exhausting memory or the stack: a reader counts before it
/// reserves.
public struct GeometryLimits: Hashable, Sendable {
  /// Positions in the whole geometry.
  public var positions: Int
  /// Rings, paths and parts in the whole geometry.
  public var parts: Int
  /// Collections inside one another; a lone point has nesting 0.
  public var nesting: Int
  /// Whether text and GeoJSON may name latitudes beyond the poles, where nothing is.
  public var reachesBeyondPoles: Bool

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - positions: Positions in the whole geometry.
  ///   - parts: Rings, paths and parts in the whole geometry.
  ///   - nesting: Collections inside one another.
  ///   - reachesBeyondPoles: Whether text and GeoJSON may name latitudes beyond the poles.
  public init(
    positions: Int = 1_000_000, parts: Int = 100_000, nesting: Int = 32,
    reachesBeyondPoles: Bool = false
  ) {
    self.positions = positions
    self.parts = parts
    self.nesting = nesting
    self.reachesBeyondPoles = reachesBeyondPoles
  }

  /// One million positions, 100,000 parts, 32 collections deep.
  public static let standard = GeometryLimits()

  /// The bounds for a geometry inside a filter: 100,000 positions, and latitudes beyond the poles,
  /// for the abstract tests of CQL2 ask what meets `POINT(90 180)`.
  public static let filterLiteral = GeometryLimits(positions: 100_000, reachesBeyondPoles: true)
}

/// What a reader does with a third ordinate.
public enum AltitudeRule: Hashable, Sendable {
  /// The geometry is refused: nothing is lost unseen.
  case refused
  /// The altitude is left out, because the caller asked for that.
  case dropped
}

/// Counts what a reader takes against the limits.
struct GeometryBudget {
  let limits: GeometryLimits
  private var positions = 0
  private var parts = 0

  init(_ limits: GeometryLimits) { self.limits = limits }

  /// Takes positions; answers the fault when that is too many.
  mutating func take(positions count: Int) -> GeometryFault? {
    guard count <= limits.positions - positions else {
      return .tooManyPositions(limit: limits.positions)
    }
    positions += count
    return nil
  }

  /// Whether a position lies where the limits allow.
  func allows(_ position: Position) -> Bool {
    if position.isValid { return true }
    return limits.reachesBeyondPoles && position.latitude.isFinite
      && Position(longitude: position.longitude, latitude: 0).isValid
  }

  /// Takes rings, paths or parts; answers the fault when that is too many.
  mutating func take(parts count: Int) -> GeometryFault? {
    guard count <= limits.parts - parts else { return .tooManyParts(limit: limits.parts) }
    parts += count
    return nil
  }

  /// Answers the fault of a path that is too short; an empty one is allowed.
  static func fault(ofPath positions: [Position]) -> GeometryFault? {
    positions.count == 1 ? .lineTooShort : nil
  }

  /// Answers the fault of a ring that is too short or open; an empty one is allowed.
  static func fault(ofRing positions: [Position]) -> GeometryFault? {
    guard let first = positions.first, let last = positions.last else { return nil }
    guard first == last else { return .ringNotClosed }
    return positions.count < 4 ? .ringTooShort(count: positions.count) : nil
  }
}
