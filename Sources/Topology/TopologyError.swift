public import SimpleFeatures

/// What was asked of the geometry library.
public enum TopologyOperation: String, CaseIterable, Hashable, Sendable {
  case intersects, disjoint, covers, coveredBy, contains, within, touches, crosses, overlaps
  case equals, relate
  case intersection, union, unaryUnion, difference, symmetricDifference
  case buffer, bufferMeters, centroid, pointOnSurface, convexHull, share
  case validity, makeValid, voronoi, prepare
  case build, read
}

/// Why a topological question has no answer.
public enum TopologyError: Error, Hashable, Sendable {
  /// The library refused, with its own last message.
  case library(TopologyOperation, message: String)
  /// A position that is not finite or not in the world.
  case positionOutsideWorld(TopologyOperation, Position)
  /// The product of the positions on both sides is over the limit.
  case tooMuchWork(TopologyOperation, product: Int, limit: Int)
  /// The operation is not defined for a collection of points, lines and areas together.
  case mixedCollection(TopologyOperation)
  /// The operation has no answer for an empty geometry.
  case emptyOperand(TopologyOperation)
  /// The geometry is too wide, or too near a pole or the antimeridian, to be measured in a plane.
  case outsideLocalPlane(TopologyOperation)
  /// A distance that is not a finite number of the right sign.
  case badDistance(TopologyOperation, Double)
}

extension TopologyError: CustomStringConvertible {
  /// One line: the operation, what is wrong, what to do.
  public var description: String {
    switch self {
    case .library(let operation, let message):
      "\(operation.rawValue) failed: \(message); repair the geometry with makeValid"
    case .positionOutsideWorld(let operation, let position):
      "\(operation.rawValue) refused: longitude \(position.longitude), latitude "
        + "\(position.latitude) is outside ±180, ±90"
    case .tooMuchWork(let operation, let product, let limit):
      "\(operation.rawValue) refused: \(product) pairs of positions, at most \(limit); "
        + "simplify or split the geometry"
    case .mixedCollection(let operation):
      "\(operation.rawValue) is not defined for a collection of mixed dimensions; ask its parts"
    case .emptyOperand(let operation): "\(operation.rawValue) needs a geometry that is not empty"
    case .outsideLocalPlane(let operation):
      "\(operation.rawValue) works within 1,000 km and away from poles and the antimeridian"
    case .badDistance(let operation, let distance):
      "\(operation.rawValue) refused: distance \(distance) is not usable"
    }
  }
}
