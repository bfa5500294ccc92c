/// The mapping from world units to the units of a display list, with clipping to the picture.
struct DisplayProjection {
  let viewport: Viewport
  /// Upper left corner of the picture.
  let origin: DisplayPoint
  /// Width of a cell divided by its height, in thousandths.
  let aspectThousandths: Int
  private let clip: WorldClip

  /// Vertices nearer than this to the one before are left out: a quarter of a pixel.
  private static let leastStep = DisplayUnit.pixel / 4

  init(_ viewport: Viewport, origin: DisplayPoint, aspectThousandths: Int64) {
    self.viewport = viewport
    self.origin = origin
    self.aspectThousandths = Int(aspectThousandths)
    // Wide enough that the edge of a stroke never shows at the picture's edge.
    let margin = viewport.fixedUnitsPerColumn >> 6
    clip = WorldClip(
      box: WorldBox(
        minX: -margin, minY: -margin, maxX: viewport.spanX + margin,
        maxY: viewport.spanY + margin))
  }

  /// Units of the picture.
  var width: Int { viewport.columns * DisplayUnit.column }
  /// Units of the picture.
  var height: Int { rowOffset(viewport.rows) }

  /// Units from the picture's top to that of a row.
  func rowOffset(_ row: Int) -> Int { row * DisplayUnit.column * 1000 / aspectThousandths }

  /// The middle of a run of cells.
  func center(columns: Range<Int>, row: Int) -> DisplayPoint {
    DisplayPoint(
      origin.x + (columns.lowerBound + columns.upperBound) * DisplayUnit.column / 2,
      origin.y + (rowOffset(row) + rowOffset(row + 1)) / 2)
  }

  /// The point of an offset from the picture's corner in world units, at most three spans.
  func point(_ x: Int64, _ y: Int64) -> DisplayPoint {
    // Cells per unit are times 2⁴⁰, units of the list are 2⁻⁸ columns.
    let rows = (y &* viewport.fixedRowsPerUnit) >> 24
    return DisplayPoint(
      origin.x + Int((x &* viewport.fixedColumnsPerUnit) >> 32),
      origin.y + (Int(rows) * DisplayUnit.column * 1000 / aspectThousandths) >> 16)
  }

  /// The point of a position in the picture.
  func point(_ position: WorldPosition) -> DisplayPoint {
    let x = position.x &- UInt32(truncatingIfNeeded: viewport.originX)
    return point(Int64(x), Int64(position.y) - viewport.originY)
  }

  /// The rings of an area, clipped; none where it does not reach into the picture.
  func rings(_ area: SceneArea) -> [[DisplayPoint]] {
    let shift = viewport.worldShift(for: area.box)
    guard viewport.meets(area.box, shift: shift) else { return [] }
    return area.rings.compactMap { ring in
      let points = Self.thinned(
        clip.ring(vertices(ring, shift)).map { point($0.x, $0.y) })
      return points.count > 2 ? points : nil
    }
  }

  /// The parts of a path, clipped.
  ///
  /// - Parameters:
  ///   - path: In world units.
  ///   - isClosed: Whether a segment leads back from the last vertex to the first.
  /// - Returns: Each of at least two points.
  func paths(_ path: WorldPath, isClosed: Bool = false) -> [[DisplayPoint]] {
    let shift = viewport.worldShift(for: path.box)
    guard viewport.meets(path.box, shift: shift) else { return [] }
    var vertices = vertices(path, shift)
    if isClosed, let first = vertices.first, let last = vertices.last, first != last {
      vertices.append(first)
    }
    return clip.path(vertices).map { $0.map { point($0.x, $0.y) } }
  }

  private func vertices(_ path: WorldPath, _ shift: Int64) -> [WorldClip.Vertex] {
    zip(path.xs, path.ys).map { ($0 + shift - viewport.originX, $1 - viewport.originY) }
  }

  /// Points without those that nobody could see.
  static func thinned(_ points: [DisplayPoint]) -> [DisplayPoint] {
    var kept: [DisplayPoint] = []
    kept.reserveCapacity(points.count)
    for (index, point) in points.enumerated() {
      if let last = kept.last, index < points.count - 1 || point == last,
        abs(last.x - point.x) + abs(last.y - point.y) < leastStep
      {
        continue
      }
      kept.append(point)
    }
    return kept
  }
}
