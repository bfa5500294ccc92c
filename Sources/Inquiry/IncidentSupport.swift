public import SimpleFeatures

/// The union of the areas in which an incident may have happened, as a recipe: its geometry is made
/// each time it is asked for, and by most surfaces never.
public enum IncidentSupport: Sendable {
  /// There is no usable place.
  case unplaced
  /// Everywhere within a distance of a position, metres.
  case disc(center: Position, radiusMeters: Double)
  /// What a closure works out.
  case computed(@Sendable () -> Geometry?)

  /// The geometry; a disc becomes a polygon whose corners lie on the circle.
  public var geometry: Geometry? {
    switch self {
    case .unplaced: nil
    case .disc(let center, let radius): .disc(center: center, radiusMeters: radius)
    case .computed(let make): make()
    }
  }
}
