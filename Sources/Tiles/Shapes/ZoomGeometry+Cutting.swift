extension ZoomGeometry {
  /// The tiles in whose square, grown by the buffer, something may lie, in rows from the north.
  ///
  /// - Parameter buffer: Units around a tile.
  /// - Returns: Each tile once; some of them hold nothing of a slanted shape.
  /// - Complexity: O(*n* + *t* log *t*), *n* positions, *t* tiles.
  public func tiles(buffer: UInt16) -> [TileAddress] {
    var found: Set<TileAddress> = []
    for point in points { insertTiles(around: [point], Int64(buffer), into: &found) }
    for path in paths { insertTiles(around: path, Int64(buffer), into: &found) }
    for rings in areas where !rings.isEmpty {
      insertTiles(around: rings[0], Int64(buffer), into: &found)
    }
    return found.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
  }

  private func insertTiles(
    around part: [GridPoint], _ buffer: Int64, into found: inout Set<TileAddress>
  ) {
    guard let first = part.first else { return }
    var (west, east, north, south) = (first.x, first.x, first.y, first.y)
    for point in part {
      (west, east) = (min(west, point.x), max(east, point.x))
      (north, south) = (min(north, point.y), max(south, point.y))
    }
    for y in tileRange(north, south, buffer) {
      for x in tileRange(west, east, buffer) {
        found.insert(TileAddress(unchecked: zoom, x, y))
      }
    }
  }

  private func tileRange(_ low: Int64, _ high: Int64, _ buffer: Int64) -> ClosedRange<Int> {
    let last = Int64(1) << Int64(zoom) - 1
    // A tile's square runs from −buffer to extent + buffer, ends included.
    let first = min(max((low - buffer - 1) / extent, 0), last)
    return Int(first)...Int(min(max((high + buffer) / extent, first), last))
  }

  /// The part of the geometry in one tile and the buffer around it, by type: points, lines, areas.
  ///
  /// - Parameters:
  ///   - tile: A tile of this zoom; any other gives nothing.
  ///   - buffer: Units around the tile.
  /// - Returns: At most one geometry of each type, ready to be written.
  /// - Complexity: O(*n* log *n*), *n* positions.
  public func geometries(in tile: TileAddress, buffer: UInt16) -> [TileGeometry] {
    guard tile.zoom == zoom else { return [] }
    let frame = TileFrame(tile, extent: extent, buffer: Int64(buffer))
    var geometries: [TileGeometry] = []
    let points = points.filter(frame.holds).map(frame.local)
    if !points.isEmpty { geometries.append(.points(points)) }
    let lines = paths.flatMap(frame.clip(path:)).map { $0.map(frame.local) }
    if !lines.isEmpty { geometries.append(.lines(lines)) }
    let polygons = areas.flatMap(frame.clip(rings:))
    if !polygons.isEmpty { geometries.append(.polygons(polygons)) }
    return geometries
  }
}

/// A tile's square with its buffer.
struct TileFrame {
  private let origin: GridPoint
  private let sides: [HalfPlane]

  init(_ tile: TileAddress, extent: Int64, buffer: Int64) {
    origin = GridPoint(x: Int64(tile.x) * extent, y: Int64(tile.y) * extent)
    sides = [
      HalfPlane(side: .rightOf, bound: origin.x - buffer),
      HalfPlane(side: .leftOf, bound: origin.x + extent + buffer),
      HalfPlane(side: .below, bound: origin.y - buffer),
      HalfPlane(side: .above, bound: origin.y + extent + buffer),
    ]
  }

  func holds(_ point: GridPoint) -> Bool { sides.allSatisfy { $0.holds(point) } }

  func local(_ point: GridPoint) -> TilePoint {
    TilePoint(x: Int32(clamping: point.x - origin.x), y: Int32(clamping: point.y - origin.y))
  }

  func clip(path: [GridPoint]) -> [[GridPoint]] {
    sides.reduce([path]) { paths, side in paths.flatMap(side.clip(path:)) }
  }

  func clip(rings: [[GridPoint]]) -> [TilePolygon] {
    let clipped = sides.reduce(rings) { $1.clip(rings: $0) }
    let exteriors = clipped.filter { TileRing.doubledArea($0) > 0 }
    var holes: [[[GridPoint]]] = Array(repeating: [], count: exteriors.count)
    for hole in clipped where TileRing.doubledArea(hole) < 0 {
      // A hole belongs to the outer ring that holds its points; one alone holds all of them.
      let owner =
        exteriors.count == 1
        ? 0 : exteriors.firstIndex { ring in hole.contains { TileRing.holds($0, ring) } }
      if let owner { holes[owner].append(hole) }
    }
    return zip(exteriors, holes).compactMap { exterior, holes in
      // A hole as large as the tile leaves nothing of the area around it.
      let area = holes.reduce(TileRing.doubledArea(exterior)) { $0 + TileRing.doubledArea($1) }
      guard area > 0 else { return nil }
      return TilePolygon(
        exteriorRing: exterior.map(local), interiorRings: holes.map { $0.map(local) })
    }
  }
}
