public import SimpleFeatures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How near a view is, as web maps count: at zoom 0 the world is 256 pixels wide, each further one
/// doubles that.
///
/// What a pixel is depends on what is drawn on: of text it is half a column, which is the width of a
/// braille dot.
public struct MapZoom: Hashable, Sendable {
  /// The zooms that can be asked for.
  public static let range = 0.0...22.0
  /// Pixels of a column of text.
  public static let dotsPerColumn = 2

  /// The zoom.
  public let level: Double
  /// How many pixels a column has.
  public let pixelsPerColumn: Int

  /// Makes a zoom.
  ///
  /// - Parameters:
  ///   - level: Cut to ``range``.
  ///   - pixelsPerColumn: Pixels of a column, at least 1.
  public init(_ level: Double, pixelsPerColumn: Int = dotsPerColumn) {
    self.level = level.isFinite ? min(max(level, Self.range.lowerBound), Self.range.upperBound) : 0
    self.pixelsPerColumn = max(pixelsPerColumn, 1)
  }

  /// World units of a column.
  fileprivate var unitsPerColumn: Double {
    WorldPosition.worldSize / 256 / exp2(level) * Double(pixelsPerColumn)
  }
}

extension MapView {
  /// Shows the surroundings of a position at a zoom.
  ///
  /// - Parameters:
  ///   - center: CRS84.
  ///   - zoom: How near.
  ///   - width: Columns of the whole output.
  ///   - height: Rows of the whole output.
  ///   - cellAspect: Width of a cell divided by its height, 0.3…0.8.
  /// - Throws: ``MapRenderingError/invalidCenter(_:)``.
  public init(
    center: Position, zoom: MapZoom, width: Int, height: Int, cellAspect: Double = 0.5
  ) throws(MapRenderingError) {
    guard let middle = WorldPosition(center) else { throw .invalidCenter(center) }
    let span = min(zoom.unitsPerColumn * Double(max(width, 1)), WorldPosition.worldSize)
    self.init(
      centerX: Int64(middle.x), centerY: Int64(middle.y), spanX: Int64(span), spanY: 0,
      width: width, height: height, cellAspect: cellAspect)
  }

  /// How near a view is that was drawn.
  ///
  /// - Parameter pixelsPerColumn: Pixels of a column.
  /// - Returns: The zoom at which a view of this frame shows as much from west to east.
  public func zoom(pixelsPerColumn: Int = MapZoom.dotsPerColumn) -> MapZoom {
    let units = Double(spanX) / Double(max(width, 1))
    let world = WorldPosition.worldSize * Double(max(pixelsPerColumn, 1))
    return MapZoom(log2(world / 256 / units), pixelsPerColumn: pixelsPerColumn)
  }
}
