/// The side of a directed line on which a position lies, without rounding errors.
public enum Orientation: Hashable, Sendable {
  /// To the left of the line.
  case left
  /// On the line.
  case straight
  /// To the right of the line.
  case right

  /// Finds the side of the line from `start` to `end` on which `position` lies.
  ///
  /// A plain determinant decides nearly always; where its rounding error could change the sign,
  /// the six products are summed exactly.
  ///
  /// - Parameters:
  ///   - start: The line's start, finite degrees.
  ///   - end: The line's end.
  ///   - position: The position to be placed.
  /// - Note: Source – J. R. Shewchuk, Adaptive precision floating-point arithmetic and fast robust
  ///   geometric predicates, 1997, doi:10.1007/PL00009321.
  @inlinable
  public init(from start: Position, to end: Position, of position: Position) {
    let left =
      (start.longitude - position.longitude) * (end.latitude - position.latitude)
    let right =
      (start.latitude - position.latitude) * (end.longitude - position.longitude)
    let determinant = left - right
    let bound = 3.3306690738754716e-16 * (left.magnitude + right.magnitude)
    if determinant > bound {
      self = .left
    } else if -determinant > bound {
      self = .right
    } else {
      self = Self.exact(start, end, position)
    }
  }

  /// Sums the twelve halves of the six products as an expansion whose sign is exact.
  @usableFromInline
  static func exact(_ a: Position, _ b: Position, _ c: Position) -> Orientation {
    var expansion: [Double] = []
    expansion.reserveCapacity(12)
    let products = [
      (a.longitude, b.latitude), (-a.longitude, c.latitude), (-c.longitude, b.latitude),
      (-a.latitude, b.longitude), (a.latitude, c.longitude), (c.latitude, b.longitude),
    ]
    for (x, y) in products {
      let high = x * y
      // The rounding error of the product, which a fused multiply-add gives exactly.
      grow(&expansion, by: (-high).addingProduct(x, y))
      grow(&expansion, by: high)
    }
    // The last component that is not zero outweighs all before it.
    guard let leading = expansion.last(where: { $0 != 0 }) else { return .straight }
    return leading > 0 ? .left : .right
  }

  /// Adds a number to an expansion; every partial sum keeps its rounding error as a component.
  private static func grow(_ expansion: inout [Double], by value: Double) {
    var sum = value
    for index in expansion.indices {
      let component = expansion[index]
      let total = sum + component
      let virtual = total - sum
      expansion[index] = (sum - (total - virtual)) + (component - virtual)
      sum = total
    }
    expansion.append(sum)
  }
}
