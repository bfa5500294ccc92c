import MapRendering
import SimpleFeatures
import Tiles

/// The tiles of one zoom that a view can show.
struct TileWindow: Hashable, Sendable {
  let zoom: Int
  /// Columns from the west, at most once round the world; beyond its edges they go on on the other
  /// side.
  let columns: Range<Int>
  /// Rows from the north.
  let rows: Range<Int>

  /// Tiles that are read for one map at most.
  static let limit = 1_024

  /// The window of a view: the zoom at which a pixel of 256 a tile is a dot, or the next finer one.
  ///
  /// - Parameters:
  ///   - reach: What the view can show.
  ///   - zooms: Those there are; the nearest one is taken.
  init(_ reach: MapReach, zooms: ClosedRange<Int>) {
    // A pixel of zoom z is 2^(24 − z) units of the world's 2³².
    let wanted = 24 - (Int64.bitWidth - 1 - max(reach.unitsPerDot, 1).leadingZeroBitCount)
    zoom = min(max(wanted, zooms.lowerBound), zooms.upperBound)
    let shift = Int64(32 - zoom)
    let side = Int64(1) << Int64(zoom)
    let (first, last) = (reach.west >> shift, reach.east >> shift)
    columns = Int(first)..<Int(min(last, first + side - 1) + 1)
    let top = min(max(reach.north >> shift, 0), side)
    rows = Int(top)..<Int(min(max((reach.south >> shift) + 1, top), side))
  }

  /// The tiles inside a box, in rows from the north; `nil` when they are too many.
  ///
  /// - Parameter bounds: What the tiles show; `nil` for anything.
  /// - Returns: Each tile once.
  func tiles(within bounds: Envelope?) -> [TileAddress]? {
    let side = 1 << zoom
    guard let limits = Self.limits(of: bounds, zoom: zoom) else { return [] }
    let rows = rows.clamped(to: limits.rows)
    // As many columns as the box can have, found without walking those outside of it.
    let found = [-side, 0, side].flatMap { turn in
      columns.clamped(to: limits.columns.lowerBound + turn..<limits.columns.upperBound + turn)
        .map { $0 - turn }
    }
    let (count, overflows) = rows.count.multipliedReportingOverflow(by: found.count)
    guard !overflows, count <= Self.limit else { return nil }
    return rows.flatMap { row in
      found.compactMap { TileAddress(zoom: zoom, x: $0, y: row) }
    }
  }

  /// The columns and rows of a box; `nil` for one that is none.
  private static func limits(
    of bounds: Envelope?, zoom: Int
  ) -> (columns: Range<Int>, rows: Range<Int>)? {
    let side = 1 << zoom
    guard let bounds, !bounds.crossesAntimeridian else { return (0..<side, 0..<side) }
    guard
      let northWest = TileAddress(
        zoom: zoom, holding: Position(longitude: bounds.west, latitude: bounds.north)),
      let southEast = TileAddress(
        zoom: zoom, holding: Position(longitude: bounds.east, latitude: bounds.south)),
      northWest.x <= southEast.x, northWest.y <= southEast.y
    else { return nil }
    return (northWest.x..<southEast.x + 1, northWest.y..<southEast.y + 1)
  }
}
