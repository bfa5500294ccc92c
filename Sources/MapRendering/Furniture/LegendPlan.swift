/// Whether a corner of the picture is free for the legend, found out before anything is drawn.
///
/// By cells alone, never by dots, so that all characters give the same picture of the same extent:
/// a legend under the picture takes rows from it.
struct LegendPlan {
  /// Cells of symbols and bridges: they stay visible, a blank column off.
  let signs: OccupancyBitmap
  /// Cells that names belong to, and water: the legend does not lie on them.
  let blocked: OccupancyBitmap
  /// The sizes of symbols that the legend may have to list.
  let weights: CaseSet<MapSymbolWeight>
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
  ///   - room: What it keeps room for.
  init?(
    _ scene: MapScene, clusters: SymbolClusters, viewport: Viewport, legend: Legend,
    room: LegendRoom
  ) {
    var signs = OccupancyBitmap(columns: viewport.columns, rows: viewport.rows)
    for item in clusters.items { signs.set(row: item.row, item.low..<item.high) }
    for bridge in scene.bridges {
      guard let cell = viewport.cell(bridge.position) else { continue }
      signs.set(row: cell.row, cell.column - 1..<cell.column + 2)
    }
    self.signs = signs
    blocked = Self.blocked(scene, viewport)
    weights =
      room == .parts
      ? scene.symbols.weights(in: viewport) : clusters.weights(of: scene.symbols)
    let entries = legend.entries(most(scene, clusters))
    if entries.isEmpty { return }
    guard
      !entries.contains(where: { $0.runs.contains { $0.text.isRightToLeft } }),
      let width = smallest(entries)
    else { return nil }
    self.width = width
  }

  /// The width at which the legend is smallest and fits a corner.
  private func smallest(_ entries: [StyledLine]) -> Int? {
    let widths = entries.map(\.columns)
    let least = widths.max() ?? 0
    var best: (cells: Int, width: Int)?
    for width in stride(from: least, through: min(signs.columns / 2, least * 2), by: 4) {
      let (columns, rows) = CornerLegend.fill(widths, width: width)
      let cells = columns * rows
      guard rows * 3 <= signs.rows * 2, cells * 5 < signs.columns * signs.rows,
        cells < best?.cells ?? .max,
        CornerLegend.corners.contains(where: {
          isFree(CornerLegend.corner($0, of: self, columns: columns, rows: rows))
        })
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
    // Spans, so that no item is copied to be looked at.
    let (places, areas, lines) = (scene.places.span, scene.areas.span, scene.lines.span)
    for index in places.indices where places[index].role != .river {
      guard let cell = viewport.cell(places[index].anchor) else { continue }
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
    for index in areas.indices where areas[index].role == .water {
      fill.fill(areas[index]) { row, span in blocked.set(row: row, span) }
      areas[index].rings.forEach(trace)
    }
    for index in lines.indices where lines[index].role == .river {
      lines[index].paths.forEach(trace)
    }
    return blocked
  }

  /// The most that the legend can have to list in this picture.
  private func most(_ scene: MapScene, _ clusters: SymbolClusters) -> PictureFacts {
    PictureFacts(
      inView: clusters.inView, outside: 0, byClass: clusters.byClass,
      features: scene.possibleFeatures, weights: weights,
      hasCounts: clusters.items.contains { $0.count != 1 }, hiddenLabels: 0, key: [])
  }
}

extension SymbolClusters {
  /// The sizes that show: a cluster has none.
  fileprivate func weights(of symbols: SymbolColumns) -> CaseSet<MapSymbolWeight> {
    CaseSet(items.lazy.filter { $0.count == 1 }.map { symbols.weights[$0.lead] })
  }
}

extension SymbolColumns {
  /// The sizes of all symbols in a picture, those in clusters, too.
  ///
  /// - Complexity: O(*n*).
  func weights(in viewport: Viewport) -> CaseSet<MapSymbolWeight> {
    CaseSet(
      xs.indices.lazy.filter { index in
        viewport.cell(WorldPosition(x: xs[index], y: ys[index])) != nil
      }.map { weights[$0] })
  }
}

extension MapScene {
  /// What of the scene can appear as a feature of the base map.
  fileprivate var possibleFeatures: CaseSet<MapFeature> {
    var features = CaseSet<MapFeature>()
    // Spans, so that no item is copied to be looked at.
    let (areas, lines) = (self.areas.span, self.lines.span)
    for index in areas.indices {
      switch areas[index].role {
      case .water: features.insert(.water)
      case .hatch: features.insert(.hatch)
      case .landUse:
        if Int(areas[index].tint) == MapLandUse.green.rawValue { features.insert(.green) }
      case .district, .settlement, .enclosure, .focus:
        features.insert(areas[index].isApproximate ? .approximateBoundary : .boundary)
      }
    }
    for index in lines.indices {
      switch lines[index].role {
      case .river, .stream: features.insert(.water)
      case .border:
        features.insert(lines[index].isApproximate ? .approximateBoundary : .boundary)
      case .road: features.insert(.road)
      case .minorRoad: features.insert(.minorRoad)
      case .railway: features.insert(.railway)
      }
    }
    if !bridges.isEmpty { features.insert(.bridge) }
    if symbols.greatestReach > 0 { features.insert(.radius) }
    return features
  }
}
