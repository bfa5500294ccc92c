/// The way round in which a ring runs, seen with north up and east to the right.
public enum Winding: Hashable, Sendable {
  /// Against the hands of a clock, as outer rings run in GeoJSON.
  case counterClockwise
  /// With the hands of a clock, as holes run in GeoJSON.
  case clockwise

  /// The other way round.
  public var reversed: Winding { self == .clockwise ? .counterClockwise : .clockwise }
}

extension LinearRing {
  /// The way round, or `nil` when the ring bounds no area.
  ///
  /// The sign of the plane area in degrees; ordinates are taken relative to the first position, so
  /// that small rings far from the origin keep their sign.
  ///
  /// - Complexity: O(*n*), *n* positions.
  public var winding: Winding? {
    guard let origin = positions.first else { return nil }
    var doubledArea = 0.0
    var previous = (0.0, 0.0)
    for position in positions.dropFirst() {
      let next = (
        position.longitude - origin.longitude, position.latitude - origin.latitude
      )
      doubledArea += previous.0 * next.1 - next.0 * previous.1
      previous = next
    }
    if doubledArea > 0 { return .counterClockwise }
    return doubledArea < 0 ? .clockwise : nil
  }

  /// The ring running the given way round.
  ///
  /// - Parameter winding: The way wanted.
  /// - Returns: The ring itself, or its reverse; a ring without area is unchanged.
  public func wound(_ winding: Winding) -> LinearRing {
    self.winding == winding.reversed ? LinearRing(positions.reversed()) : self
  }
}
