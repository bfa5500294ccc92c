public import SimpleFeatures

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What part of the world is drawn, on how many cells.
///
/// Width and height are those of the whole output, words around the map included. From 20×5 to
/// 400×200 a map comes out; smaller sizes give one line, sizes above 1000×400 are cut to that.
public struct MapView: Sendable, Hashable {
  /// Below this many columns or rows, the output is one line.
  public static let minimumSize = (columns: 20, rows: 5)
  /// Above this many columns or rows, the size is cut.
  public static let maximumSize = (columns: 1000, rows: 400)

  /// World units across at least: below some 30 m there is nothing to tell apart.
  static let leastSpanX: Int64 = 4096

  /// Columns of the whole output.
  public let width: Int
  /// Rows of the whole output.
  public let height: Int
  /// Width of a cell divided by its height, in thousandths.
  let aspectThousandths: Int64
  /// World units of the middle.
  let centerX: Int64
  let centerY: Int64
  /// World units that must fit.
  let spanX: Int64
  let spanY: Int64
  /// Metres per world unit at the middle, times 2³².
  let fixedMetersPerUnit: Int64
  /// Where the picture's cells lie in the world, once that is settled; `nil` while the box above is
  /// fitted into whatever cells the words around the picture leave.
  let anchor: CellAnchor?

  /// Shows a box, all of it, in the middle of the frame.
  ///
  /// - Parameters:
  ///   - envelope: CRS84; may cross the antimeridian.
  ///   - width: Columns of the whole output.
  ///   - height: Rows of the whole output.
  ///   - cellAspect: Width of a cell divided by its height, 0.3…0.8.
  /// - Throws: ``MapRenderingError/invalidEnvelope(_:)`` for a box that is not in the world.
  public init(
    envelope: Envelope, width: Int, height: Int, cellAspect: Double = 0.5
  ) throws(MapRenderingError) {
    guard Position(longitude: envelope.west, latitude: envelope.south).isValid,
      Position(longitude: envelope.east, latitude: envelope.north).isValid,
      envelope.south <= envelope.north
    else { throw .invalidEnvelope(envelope) }
    let top = Int64(WorldPosition.y(latitude: envelope.north))
    let bottom = Int64(WorldPosition.y(latitude: envelope.south))
    let west = Int64(WorldPosition.x(longitude: envelope.west))
    let spanX = Int64((envelope.width / 360 * WorldPosition.worldSize).rounded(.up))
    self.init(
      centerX: west + spanX / 2, centerY: (top + bottom) / 2, spanX: spanX, spanY: bottom - top,
      width: width, height: height, cellAspect: cellAspect)
  }

  /// Shows the surroundings of a position.
  ///
  /// - Parameters:
  ///   - center: CRS84.
  ///   - metersAcross: Ground distance from the left to the right edge, metres.
  ///   - width: Columns of the whole output.
  ///   - height: Rows of the whole output.
  ///   - cellAspect: Width of a cell divided by its height, 0.3…0.8.
  /// - Throws: ``MapRenderingError/invalidCenter(_:)`` or ``MapRenderingError/invalidSpan(_:)``.
  public init(
    center: Position, metersAcross: Double, width: Int, height: Int, cellAspect: Double = 0.5
  ) throws(MapRenderingError) {
    guard let middle = WorldPosition(center) else { throw .invalidCenter(center) }
    guard metersAcross > 0, metersAcross.isFinite else { throw .invalidSpan(metersAcross) }
    let metersPerUnit =
      Double(WorldPosition.fixedMetersPerUnit(latitude: center.latitude))
      / WorldPosition.worldSize
    let span = min(metersAcross / metersPerUnit, WorldPosition.worldSize)
    self.init(
      centerX: Int64(middle.x), centerY: Int64(middle.y), spanX: Int64(span), spanY: 0,
      width: width, height: height, cellAspect: cellAspect)
  }

  init(
    centerX: Int64, centerY: Int64, spanX: Int64, spanY: Int64, width: Int, height: Int,
    cellAspect: Double, anchor: CellAnchor? = nil
  ) {
    self.width = min(max(width, 0), Self.maximumSize.columns)
    self.height = min(max(height, 0), Self.maximumSize.rows)
    let aspect = cellAspect.isFinite ? min(max(cellAspect, 0.3), 0.8) : 0.5
    aspectThousandths = Int64((aspect * 1000).rounded())
    self.centerX = centerX
    self.centerY = centerY
    self.spanX = max(spanX, Self.leastSpanX)
    self.spanY = max(spanY, 16)
    self.anchor = anchor
    let latitude = WorldPosition.latitude(y: Double(centerY))
    fixedMetersPerUnit = WorldPosition.fixedMetersPerUnit(latitude: latitude)
  }

  /// The rows at which a box fills its columns, so that no part of the frame is empty margin.
  ///
  /// - Parameters:
  ///   - envelope: CRS84.
  ///   - columns: Columns of the output.
  ///   - cellAspect: Width of a cell divided by its height.
  /// - Returns: Rows for the picture alone, at least 1; 1 for a box outside the world.
  public static func pictureRows(
    for envelope: Envelope, columns: Int, cellAspect: Double = 0.5
  ) -> Int {
    guard
      let view = try? MapView(
        envelope: envelope, width: columns, height: 1, cellAspect: cellAspect)
    else { return 1 }
    let rows =
      view.spanY * Int64(view.width) * view.aspectThousandths / (view.spanX * 1000)
    return min(max(Int(rows), 1), maximumSize.rows)
  }
}
