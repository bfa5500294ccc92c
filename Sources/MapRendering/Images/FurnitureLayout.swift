/// What stands around a picture: title, north, degrees, legend, key, counts, scale, attribution.
struct FurnitureLayout {
  /// Units around the picture.
  struct Margins {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int

    static let none = Margins(left: 0, top: 0, right: 0, bottom: 0)
    /// Room for the title above, degrees right and below.
    static let around = Margins(
      left: 12 * DisplayUnit.pixel, top: 36 * DisplayUnit.pixel, right: 74 * DisplayUnit.pixel,
      bottom: 12 * DisplayUnit.pixel)
  }

  private(set) var shapes: [DisplayShape] = []
  /// Units from the top to the end of what was set.
  private(set) var bottom: Int
  let scene: MapScene
  private let view: MapView
  private let projection: DisplayProjection
  let facts: PictureFacts
  let lettering: DisplayList.Lettering
  private let composer: FrameComposer
  /// Whether names are not in the language asked for.
  var isTranslated = false
  static let pixel = DisplayUnit.pixel

  init(
    _ scene: MapScene, view: MapView, projection: DisplayProjection, facts: PictureFacts,
    lettering: DisplayList.Lettering, composer: FrameComposer
  ) {
    self.scene = scene
    self.view = view
    self.projection = projection
    self.facts = facts
    self.lettering = lettering
    self.composer = composer
    bottom = projection.origin.y + projection.height
  }

  /// Sets all of it.
  ///
  /// - Parameter corner: The cells of the picture that the legend has, if any.
  mutating func compose(corner: CornerLegend?) {
    let parts = scene.caption.furniture
    if parts.contains(.title) { title() }
    frame()
    bottom += (parts.contains(.graticule) ? 22 : 6) * Self.pixel
    let lines = FlowLayout(
      left: projection.origin.x, width: projection.width, lineHeight: 19 * Self.pixel,
      gap: 18 * Self.pixel)
    if parts.contains(.legend), !legend(in: corner) {
      shapes += lines.set(classes() + weights() + features(), top: &bottom)
    }
    if parts.contains(.key) {
      let (names, alone) = key()
      shapes += lines.set(names, top: &bottom)
      for name in alone { shapes += lines.set([name], top: &bottom) }
    }
    if parts.contains(.counts) { shapes += lines.set(counts(), top: &bottom) }
    shapes += lines.set(credit(), top: &bottom)
    bottom += 10 * Self.pixel
  }

  /// Sets the legend into its corner of the picture; `false` where it has none or does not fit.
  private mutating func legend(in corner: CornerLegend?) -> Bool {
    guard let corner else { return false }
    let inset = 8 * Self.pixel
    let lines = FlowLayout(
      left: projection.origin.x + corner.column * DisplayUnit.column + inset,
      width: corner.columns * DisplayUnit.column - 2 * inset,
      lineHeight: projection.rowOffset(1), gap: 16 * Self.pixel)
    var end = projection.origin.y + projection.rowOffset(corner.row)
    let entries = lines.set(classes() + weights() + features(), top: &end)
    guard end <= projection.origin.y + projection.rowOffset(corner.rows.upperBound) else {
      return false
    }
    let (left, top) = (corner.run.lowerBound, projection.rowOffset(corner.row))
    let (right, low) = (corner.run.upperBound, projection.rowOffset(corner.rows.upperBound))
    let edge = [(left, top), (right, top), (right, low), (left, low), (left, top)].map {
      DisplayPoint(
        projection.origin.x + $0.0 * DisplayUnit.column, projection.origin.y + $0.1)
    }
    shapes.append(.stroke(DisplayStroke(paths: [edge], paint: .frame, width: Self.pixel)))
    shapes += entries
    return true
  }

  /// A text in letters that will be drawn.
  func set(_ text: TerminalText) -> TerminalText { lettering == .system ? text : text.lettered }

  private mutating func title() {
    let base = projection.origin.y - 12 * Self.pixel
    let title = FlowItem.text(set(scene.caption.title), .title)
    shapes += title.draw(DisplayPoint(projection.origin.x, base))
    let right = projection.origin.x + projection.width
    if let asOf = scene.caption.asOf {
      let date = FlowItem.text(set(asOf), .note)
      let x = projection.origin.x + title.width + 14 * Self.pixel
      // A long title has the row for itself; the counts line then tells the date.
      if x + date.width < right - 40 * Self.pixel {
        shapes += date.draw(DisplayPoint(x, base))
      }
    }
    guard scene.caption.furniture.contains(.north) else { return }
    let tip = DisplayPoint(right - 6 * Self.pixel, base - 14 * Self.pixel)
    let arrow = [(0, 0), (5, 14), (0, 10), (-5, 14)].map {
      DisplayPoint(tip.x + $0.0 * Self.pixel, tip.y + $0.1 * Self.pixel)
    }
    shapes.append(.fill(DisplayFill(rings: [arrow], paint: .text)))
    shapes.append(
      .text(
        DisplayText(
          text: .measured("N"), role: .legend,
          origin: DisplayPoint(tip.x - 9 * Self.pixel, base), anchor: .end)))
  }

  /// The edge of the picture with the degrees that cross it.
  private mutating func frame() {
    let (left, top) = (projection.origin.x, projection.origin.y)
    let (right, low) = (left + projection.width, top + projection.height)
    let corners = [(left, top), (right, top), (right, low), (left, low), (left, top)]
    var ticks = [corners.map { DisplayPoint($0.0, $0.1) }]
    let viewport = projection.viewport
    let graticule =
      scene.caption.furniture.contains(.graticule) ? Graticule(of: view, in: viewport) : .none
    for tick in graticule.meridians {
      let offset = tick.world - viewport.originX
      guard offset >= 0, offset < viewport.spanX else { continue }
      let x = projection.point(offset, 0).x
      ticks.append([DisplayPoint(x, low), DisplayPoint(x, low + 5 * Self.pixel)])
      // Half a label must not leave the drawing on the left.
      let half = TextMetrics.width(of: tick.label, role: .graticule) / 2
      degrees(
        tick, DisplayPoint(max(x, half + 2 * Self.pixel), low + 17 * Self.pixel), .middle)
    }
    for tick in graticule.parallels {
      let offset = tick.world - viewport.originY
      guard offset >= 0, offset < viewport.spanY else { continue }
      let y = projection.point(0, offset).y
      ticks.append([DisplayPoint(right, y), DisplayPoint(right + 5 * Self.pixel, y)])
      degrees(tick, DisplayPoint(right + 8 * Self.pixel, y + 4 * Self.pixel), .start)
    }
    shapes.append(.stroke(DisplayStroke(paths: ticks, paint: .frame, width: Self.pixel)))
  }

  private mutating func degrees(
    _ tick: GraticuleTick, _ point: DisplayPoint, _ anchor: TextAnchor
  ) {
    shapes.append(
      .text(
        DisplayText(
          text: tick.label, role: .graticule, origin: point, anchor: anchor)))
  }

  private func counts() -> [FlowItem] {
    let segments = composer.counts(facts).flatMap { $0.runs.map { ($0.text, $0.ink) } }
    var items = segments.enumerated().flatMap { index, segment in
      FlowItem.prose(
        set(segment.0), index == 0 ? .emphasis : .note, width: projection.width)
    }
    if isTranslated {
      items.append(
        .text(.measured("names in Latin letters: SVG and text maps have the Arabic ones"), .note))
    }
    return items
  }

  /// The scale bar and where the data comes from.
  private func credit() -> [FlowItem] {
    var items: [FlowItem] = []
    let scale = ScaleBar(
      fixedMetersPerUnit: view.fixedMetersPerUnit,
      fixedUnitsPerColumn: projection.viewport.fixedUnitsPerColumn, limit: composer.scaleLimit)
    if scene.caption.furniture.contains(.scaleBar), let scale, let length = exactLength(scale) {
      let pixel = Self.pixel
      items.append(
        .sign(width: length, .measured(scale.label)) { point in
          let (x, y) = (point.x, point.y - pixel)
          let bar = [
            (x, y - 6 * pixel), (x, y), (x + length, y), (x + length, y - 6 * pixel),
          ]
          return [
            .stroke(
              DisplayStroke(
                paths: [bar.map { DisplayPoint($0.0, $0.1) }], paint: .text,
                width: pixel * 3 / 2))
          ]
        })
    }
    return items
      + FlowItem.prose(
        set(scene.caption.attribution), .note, width: projection.width)
  }

  /// The bar's distance in units, to the unit where the cells round to a column.
  private func exactLength(_ scale: ScaleBar) -> Int? {
    // Columns = metres × 2⁴⁰ / (metres × 2³² per unit × units × 2⁸ per column), as `ScaleBar`.
    let perColumn =
      Int128(view.fixedMetersPerUnit) * Int128(projection.viewport.fixedUnitsPerColumn)
    guard perColumn > 0 else { return nil }
    return Int((Int128(scale.meters) << 40) * Int128(DisplayUnit.column) / perColumn)
  }
}
