public import SimpleFeatures

/// A geometry on the grid of one zoom, ready to be cut into that zoom's tiles.
///
/// Projected, rounded to the grid and simplified once, so that what crosses a tile's edge matches on
/// both sides. All after the projection is integers or doubles of exact rules: the same input gives
/// the same tiles on every machine.
public struct ZoomGeometry: Sendable {
  let zoom: Int
  let extent: Int64
  private(set) var points: [GridPoint] = []
  private(set) var paths: [[GridPoint]] = []
  private(set) var areas: [[[GridPoint]]] = []

  /// The highest zoom that shapes are made for.
  public static let maximumZoom = 24

  /// Projects a geometry.
  ///
  /// - Parameters:
  ///   - geometry: CRS84; collections are opened.
  ///   - zoom: 0…24.
  ///   - extent: Units along a tile's side.
  ///   - tolerance: How far a left-out point may lie from its line, units; 0 keeps all.
  /// - Throws: ``TilesError/outsideWorld(_:)`` for a position that is none,
  ///   ``TilesError/noSuchZoom(_:)``.
  /// - Complexity: O(*n*²) at worst, *n* positions of one part.
  public init(
    _ geometry: Geometry, zoom: Int, extent: UInt16 = 4096, tolerance: Double = 0
  ) throws(TilesError) {
    guard (0...Self.maximumZoom).contains(zoom) else { throw .noSuchZoom(zoom) }
    self.zoom = zoom
    self.extent = Int64(extent)
    try add(geometry, LineSimplifier(tolerance: tolerance))
  }

  /// Whether nothing of the geometry is left at this zoom.
  public var isEmpty: Bool { points.isEmpty && paths.isEmpty && areas.isEmpty }

  private mutating func add(
    _ geometry: Geometry, _ simplifier: LineSimplifier
  ) throws(TilesError) {
    switch geometry {
    case .point(let position): points += try projected([position])
    case .multiPoint(let positions): points += try projected(positions)
    case .lineString(let line): try add(line, simplifier)
    case .multiLineString(let lines): for line in lines { try add(line, simplifier) }
    case .polygon(let polygon): try add(polygon, simplifier)
    case .multiPolygon(let polygons): for polygon in polygons { try add(polygon, simplifier) }
    case .geometryCollection(let parts): for part in parts { try add(part, simplifier) }
    }
  }

  private mutating func add(
    _ line: LineString, _ simplifier: LineSimplifier
  ) throws(TilesError) {
    let path = TileRing.withoutRepeats(try projected(line.positions), isRing: false)
    guard path.count > 1 else { return }
    paths.append(simplifier.path(path))
  }

  /// Outer rings are put clockwise and holes the other way; what has no area left is left out.
  private mutating func add(
    _ polygon: Polygon, _ simplifier: LineSimplifier
  ) throws(TilesError) {
    var rings: [[GridPoint]] = []
    for (index, ring) in polygon.rings.enumerated() {
      let simple = simplifier.ring(try projected(ring.positions))
      guard !simple.isEmpty else {
        if index == 0 { return }
        continue
      }
      let isClockwise = TileRing.doubledArea(simple) > 0
      rings.append(isClockwise == (index == 0) ? simple : simple.reversed())
    }
    if !rings.isEmpty { areas.append(rings) }
  }

  private func projected(_ positions: [Position]) throws(TilesError) -> [GridPoint] {
    let side = Double(extent) * Double(1 << zoom)
    var points: [GridPoint] = []
    points.reserveCapacity(positions.count)
    for position in positions {
      guard position.isValid else { throw .outsideWorld(position) }
      let place = MercatorPosition(position)
      points.append(
        GridPoint(x: Int64((place.x * side).rounded()), y: Int64((place.y * side).rounded())))
    }
    return points
  }
}
