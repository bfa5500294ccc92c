public import Records
public import SimpleFeatures
internal import Topology

/// A city's land divided by its river: the left bank and the right bank.
///
/// Of Mosul the left bank is the east and the right bank the west. Both halves are as good as the
/// outline and the line of the river they were made from, so they are approximate.
public struct CityHalves: Hashable, Sendable {
  /// The land on the left bank.
  public let left: Geometry
  /// The land on the right bank.
  public let right: Geometry
  /// The outline that was divided.
  public let outline: Geometry
  private let leftSide: Polygon
  private let reach: Envelope

  /// Divides a city.
  ///
  /// - Parameters:
  ///   - outline: The city's built-up area.
  ///   - river: The river; its water is in neither half.
  /// - Throws: ``DistrictingError``, such as ``DistrictingError/cityOnOneBank``.
  public init(outline: Geometry, river: RiverCourse) throws(DistrictingError) {
    guard outline.dimension == 2, let box = outline.envelope else { throw .emptyOutline }
    guard let lineBox = Envelope(enclosing: river.centreline.positions) else {
      throw .shortCentreline
    }
    // Twice the diagonal keeps the straight ends and the circle clear of all that is cut.
    let reach = box.union(lineBox)
    let radius = 2 * (reach.width * reach.width + reach.height * reach.height).squareRoot()
    guard let side = river.leftSide(center: reach.center, radius: radius) else {
      throw .shortCentreline
    }
    let leftSide = Geometry.polygon(side)
    guard try withTopology({ () throws(TopologyError) in try leftSide.validity() }) == .valid
    else { throw .centrelineCrossesItself }
    (left, right) = try withTopology { () throws(TopologyError) in
      let land = try outline.difference(river.water)
      return (try land.intersection(leftSide), try land.difference(leftSide))
    }
    guard left.dimension == 2, right.dimension == 2 else { throw .cityOnOneBank }
    self.outline = outline
    self.leftSide = side
    self.reach = reach
  }

  /// The side of the river's middle line on which a position lies.
  ///
  /// - Parameter position: Degrees.
  /// - Returns: Left or right; unknown beyond the box around outline and river, where the line is
  ///   not known.
  public func bank(of position: Position) -> Bank {
    guard reach.covers(position) else { return .unknown }
    return leftSide.covers(position) ? .left : .right
  }

  /// The land of a bank; of both banks for any other value.
  ///
  /// - Parameter bank: Left or right.
  /// - Returns: An area.
  public func land(on bank: Bank) -> Geometry {
    switch bank {
    case .left: left
    case .right: right
    case .both, .unknown: .multiPolygon(left.polygons + right.polygons)
    }
  }
}
