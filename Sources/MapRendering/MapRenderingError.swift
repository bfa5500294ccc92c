public import SimpleFeatures

/// Why a view cannot be drawn.
public enum MapRenderingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The box is not finite, leaves the world, or has its south above its north.
  case invalidEnvelope(Envelope)
  /// The centre is not a position in the world.
  case invalidCenter(Position)
  /// The span is not a positive, finite number of metres.
  case invalidSpan(Double)

  /// One line: what is wrong, and what to give instead.
  public var description: String {
    switch self {
    case .invalidEnvelope(let box):
      "map view \(box.west),\(box.south),\(box.east),\(box.north) is not a box in the world: "
        + "give west,south,east,north in degrees"
    case .invalidCenter(let position):
      "map centre \(position.longitude),\(position.latitude) is not in the world: "
        + "give longitude,latitude in degrees"
    case .invalidSpan(let meters):
      "map span of \(meters) m is not a length: give metres above 0"
    }
  }
}
