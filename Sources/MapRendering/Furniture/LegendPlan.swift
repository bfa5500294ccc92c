/// Whether a corner of the picture is free for the legend, found out before anything is drawn.
///
/// By cells alone, never by dots, so that all characters give the same picture of the same extent:
/// a legend under the picture takes rows from it.
struct LegendPlan {
  /// Cells of symbols and bridges: they stay visible, a blank column off.
  let signs: OccupancyBitmap
  /// Cells that names belong to, and water: the legend does not lie on them.
  let blocked: OccupancyBitmap
  /// Columns for entries: no less than the widest has, so that none is broken or cut; 0 where there
  /// is nothing to list.
  private(set) var width = 0

  /// Looks for a free corner.
  ///
  /// Nothing comes of it where every corner would hide a sign, water or a name, or where the legend
  /// would take a fifth of the picture or more.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - clusters: Its symbols in the picture.
  ///   - viewport: The picture without a legend under it, cells not divided.
  ///   - legend: What it can have to say.
  init?(_ scene: MapScene, clusters: SymbolClusters, viewport: Viewport, legend: Legend) {
    var signs = OccupancyBitmap(columns: viewport.columns, rows: viewport.rows)
    for item in clusters.items { signs.set(row: item.row, item.low..<item.high) }
    for bridge in scene.bridges {
      guard let cell = viewport.cell(bridge.position) else { continue }
      signs.set(row: cell.row, cell.column - 1..<cell.column + 2)
    }
    self.signs = signs
    blocked = Self.blocked(scene, viewport)
    let entries = legend.entries(Self.most(scene, clusters, viewport))
    if entries.isEmpty { return }
    guard
      !entries.contains(where: { $0.runs.contains { $0.text.isRightToLeft } }),
      let width = smallest(entries)
    else { return nil }
    self.width = width
  }

  /// The width at which the legend is smallest and fits a corner.
  private func smallest(_ entries: [StyledLine]) -> Int? {
    let least = entries.map(\.columns).max() ?? 0
    var best: (cells: Int, width: Int)?
    for width in stride(from: least, through: min(signs.columns / 2, least * 2), by: 4) {
      let (breaks, columns) = CornerLegend.breaks(entries, width: width)
      let cells = columns * breaks.count
      guard breaks.count * 3 <= signs.rows * 2, cells * 5 < signs.columns * signs.rows,
        cells < best?.cells ?? .max,
        CornerLegend.corners(of: self, columns: columns, rows: breaks.count).contains(where: isFree)
      else { continue }
      best = (cells, width)
    }
    return best?.width
  }

  /// Whether a legend would hide nothing that must be seen.
  func isFree(_ legend: CornerLegend) -> Bool {
    legend.rows.allSatisfy { row in
      signs.isFree(row: row, legend.run.lowerBound - 1..<legend.run.upperBound + 1)
        && blocked.isFree(row: row, legend.run)
    }
  }

  /// Where names belong, and all cells that water touches.
  private static func blocked(_ scene: MapScene, _ viewport: Viewport) -> OccupancyBitmap {
    var blocked = OccupancyBitmap(columns: viewport.columns, rows: viewport.rows)
    for place in scene.places where place.role != .river {
      guard let cell = viewport.cell(place.anchor) else { continue }
      blocked.set(row: cell.row, cell.column..<cell.column + 1)
    }
    let raster = LineRaster(viewport)
    var fill = AreaFill.cells(viewport)
    func trace(_ path: WorldPath) {
      raster.trace(path) { x, y in
        guard y >= 0, y < viewport.rows else { return }
        blocked.set(row: y, x..<x + 1)
      }
    }
    for area in scene.areas where area.role == .water {
      fill.fill(area) { row, span in blocked.set(row: row, span) }
      for ring in area.rings { trace(ring) }
    }
    for line in scene.lines where line.role == .river { line.paths.forEach(trace) }
    return blocked
  }

  /// The most that the legend can have to list in this picture.
  private static func most(
    _ scene: MapScene, _ clusters: SymbolClusters, _ viewport: Viewport
  ) -> PictureFacts {
    var weights: Set<MapSymbolWeight> = []
    for item in clusters.items where item.count == 1 {
      weights.insert(scene.symbols.weights[item.lead])
    }
    let absent = Set(MapFeature.allCases.filter { !scene.mayShow($0) })
    return PictureFacts(
      inView: clusters.inView, outside: 0, byClass: clusters.byClass,
      features: Set(MapFeature.allCases).subtracting(absent), weights: weights,
      hasCounts: clusters.items.contains { $0.count > 1 }, hiddenLabels: 0, key: [])
  }
}

extension MapScene {
  /// Whether anything of the scene can appear as a feature of the base map.
  fileprivate func mayShow(_ feature: MapFeature) -> Bool {
    func outlines(_ isApproximate: Bool) -> Bool {
      areas.contains {
        ![.water, .hatch, .landUse].contains($0.role) && $0.isApproximate == isApproximate
      } || lines.contains { $0.role == .border && $0.isApproximate == isApproximate }
    }
    switch feature {
    case .water:
      return areas.contains { $0.role == .water }
        || lines.contains { $0.role == .river || $0.role == .stream }
    case .bridge: return !bridges.isEmpty
    case .road: return lines.contains { $0.role == .road }
    case .minorRoad: return lines.contains { $0.role == .minorRoad }
    case .railway: return lines.contains { $0.role == .railway }
    case .green:
      return areas.contains {
        $0.role == .landUse && Int($0.tint) == MapLandUse.green.rawValue
      }
    case .boundary: return outlines(false)
    case .approximateBoundary: return outlines(true)
    case .hatch: return areas.contains { $0.role == .hatch }
    case .radius: return symbols.reaches.contains { $0 > 0 }
    }
  }
}
