public import Records
public import SimpleFeatures
public import Topology

/// Why a city could not be divided.
public enum DistrictingError: Error, Hashable, Sendable {
  /// The outline holds no area.
  case emptyOutline
  /// The river's middle line has fewer than two distinct positions.
  case shortCentreline
  /// The river's middle line, run on straight at both ends, crosses itself.
  case centrelineCrossesItself
  /// All of the city lies on one side of the river.
  case cityOnOneBank
  /// Two seeds have one identifier.
  case duplicateSeed(PlaceID)
  /// A seed's position is not in the world.
  case seedOutsideWorld(PlaceID, Position)
  /// The reach of a cell is not a number of metres above 0 and at most 100 km.
  case badReach(Double)
  /// A geometry operation failed.
  case topology(TopologyError)
}

extension DistrictingError: CustomStringConvertible {
  /// One line: what is wrong and with what.
  public var description: String {
    switch self {
    case .emptyOutline: "the city's outline is empty; give a polygon"
    case .shortCentreline: "the river's centreline needs two distinct positions"
    case .centrelineCrossesItself:
      "the river's centreline crosses itself; give it from upstream to downstream without loops"
    case .cityOnOneBank: "the river's centreline does not cut the city's outline in two"
    case .duplicateSeed(let id): "seed \(id) is given twice"
    case .seedOutsideWorld(let id, let position):
      "seed \(id): longitude \(position.longitude), latitude \(position.latitude) is outside "
        + "±180, ±90"
    case .badReach(let reach): "a cell's reach of \(reach) m is not between 0 and 100,000 m"
    case .topology(let error): "districts: \(error)"
    }
  }
}

/// Runs geometry operations and says whose errors they were.
func withTopology<Result>(
  _ body: () throws(TopologyError) -> Result
) throws(DistrictingError) -> Result {
  do { return try body() } catch { throw .topology(error) }
}
