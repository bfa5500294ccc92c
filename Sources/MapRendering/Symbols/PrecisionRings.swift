/// Dotted rings around points, as large as the points are good: the thing may lie anywhere inside.
///
/// Rings of many points would bury the map, so they are drawn only where there are few of them; the
/// line under the map says the range of radii in any case. The selection has its ring always.
struct PrecisionRings: Equatable {
  /// Rings drawn at most, of different place or size.
  static let limit = 6
  /// Columns that a radius must span: a smaller ring would lie on the sign itself.
  static let leastColumns: Int64 = 2

  struct Ring: Hashable {
    let position: WorldPosition
    let reach: UInt32
    let symbolClass: UInt8
  }

  private(set) var rings: [Ring] = []
  /// Whether something in the picture would have a ring if it were the selection.
  private(set) var mayCome = false
  /// Whether the only ring is there for the selection: without one there would be none.
  private(set) var isOfSelection = false
  /// Whether there are too many to be drawn.
  private(set) var isCrowded = false

  /// No rings.
  init() {}

  /// Chooses the rings of a picture.
  ///
  /// - Parameters:
  ///   - symbols: In order.
  ///   - selection: The id of the one singled out.
  ///   - viewport: The picture.
  ///   - limit: Rings drawn at most, that of the selection apart.
  /// - Complexity: O(*n*); ends early where there are too many.
  init(
    _ symbols: SymbolColumns, selection: String?, viewport: Viewport, limit: Int = Self.limit
  ) {
    let least = UInt32(
      clamping: (viewport.fixedUnitsPerColumn * Self.leastColumns) >> 8)
    guard symbols.hasSigns, symbols.greatestReach >= max(least, 1) else { return }
    var seen: Set<Ring> = []
    var selected: Ring?
    for index in symbols.xs.indices where symbols.reaches[index] >= max(least, 1) {
      let position = WorldPosition(x: symbols.xs[index], y: symbols.ys[index])
      guard viewport.cell(position) != nil else { continue }
      let ring = Ring(
        position: position, reach: symbols.reaches[index], symbolClass: symbols.classes[index])
      if let selection, symbols.ids[index] == selection { selected = ring }
      if seen.count <= limit, seen.insert(ring).inserted { rings.append(ring) }
      if seen.count > limit, selection == nil || selected != nil { break }
    }
    mayCome = !seen.isEmpty
    guard seen.count > limit else { return }
    isCrowded = true
    rings = selected.map { [$0] } ?? []
    isOfSelection = selected != nil
  }

  /// Whether there is none.
  var isEmpty: Bool { rings.isEmpty }

  /// Draws the rings under the signs.
  ///
  /// - Parameters:
  ///   - planes: The drawn base map.
  ///   - symbols: The symbols of the scene.
  ///   - viewport: The picture.
  ///   - tier: What lines are made of.
  func draw(
    into planes: inout CellPlanes, symbols: SymbolColumns, viewport: Viewport,
    tier: any RenderTier
  ) {
    guard !rings.isEmpty else { return }
    let raster = LineRaster(viewport, drawing: tier.lineDrawing)
    for ring in rings {
      let ink = Ink.symbol(symbols.palette[Int(ring.symbolClass)].colour)
      let code = ink.code
      let path = WorldPath(around: ring.position, reach: ring.reach)
      raster.stroke(path, dash: .dotted, ink: ink) { cell, bit in
        // Water keeps its shape: a ring is read well enough from the land on either side.
        guard planes.water[cell] == 0 else { return }
        if planes.lineInks[cell] < code {
          if planes.lineInks[cell] == Ink.hatch.code { planes.lines[cell] = 0 }
          planes.lineInks[cell] = code
        }
        planes.lines[cell] |= bit
      }
    }
  }
}
