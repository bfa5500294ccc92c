/// Draws one frame after another, keeping what the next one can use again: storage, the base map of
/// the last view, names and words where nothing that they depend on has changed, and the image.
///
/// A frame is the same bytes whatever was drawn before it; ``MapRenderer`` draws its only frame with
/// a new renderer. Symbols are binned, drawn and encoded each time, and a frame of the same view and
/// ground with the same cells covered by signs allocates nothing.
public struct FrameRenderer: Sendable {
  /// The last frame as cells; with an image, without what that shows.
  public private(set) var grid = CellGrid(columns: 0, rows: 0)
  /// The image under the last frame, where the receiver shows images and the map has a picture.
  public var image: MapImage? { layer.image }
  private var layer = ImageLayer()
  private var encoder = CellEncoder()
  private var frames = CompositionKeeper()
  /// The maps that frames are parts of.
  private var wholes = CompositionKeeper()
  private var flattener: PlaneFlattener?

  /// A renderer that has drawn nothing.
  public init() {}

  /// The last frame as bytes.
  ///
  /// - Complexity: O(*n*): a copy.
  public var bytes: [UInt8] { Array(encoder.bytes) }

  /// How many bytes the last frame has.
  public var byteCount: Int { encoder.bytes.count }

  /// Reads the last frame's bytes where they are.
  ///
  /// - Parameter body: Gets the bytes, valid during the call only.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try encoder.withBytes(body)
  }

  /// Draws a frame and gives it with what a program may want to know about it.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw and the cells to draw it on.
  ///   - capabilities: The characters and colours that the receiver can show.
  /// - Returns: As ``MapRenderer/render(_:view:capabilities:)``.
  public mutating func render(
    _ scene: MapScene, view: MapView, capabilities: RenderCapabilities
  ) -> RenderedMap {
    var map = drawCells(scene, view: view, capabilities: capabilities)
    encode(scene, view, capabilities)
    map.bytes = bytes
    return map
  }

  /// Draws a frame into the renderer's storage.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw and the cells to draw it on.
  ///   - capabilities: The characters and colours that the receiver can show.
  public mutating func draw(
    _ scene: MapScene, view: MapView, capabilities: RenderCapabilities
  ) {
    if compose(scene, nil, view, capabilities) {
      flatten(scene, capabilities)
    } else {
      grid = MapRenderer.summary(scene, view, capabilities).grid
    }
    encode(scene, view, capabilities)
  }

  /// Draws a frame as cells only, to be read in ``grid``, and its ``image``.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - whole: What the scene is a part of, such as all incidents where the scene has those of a
  ///     filter: names, legend and rows are where they are on the map of the whole, so that nothing
  ///     moves when a filter is set. `nil` for a map that stands for itself.
  ///   - view: The part to draw and the cells to draw it on.
  ///   - capabilities: The characters and colours that the receiver can show.
  /// - Returns: As ``MapRenderer/grid(_:view:capabilities:)``.
  public mutating func drawCells(
    _ scene: MapScene, partOf whole: MapScene? = nil, view: MapView,
    capabilities: RenderCapabilities
  ) -> RenderedMap {
    guard compose(scene, whole, view, capabilities), let composition = frames.composition else {
      let summary = MapRenderer.summary(scene, view, capabilities)
      grid = summary.grid
      return summary.map
    }
    flatten(scene, capabilities)
    return composition.map(scene, view: view, clusters: frames.sheet.clusters)
  }

  /// Draws base map and signs, and what stands on them where that is not the same as before.
  ///
  /// - Returns: Whether there is room for a picture.
  private mutating func compose(
    _ scene: MapScene, _ whole: MapScene?, _ view: MapView, _ capabilities: RenderCapabilities
  ) -> Bool {
    guard view.width >= MapView.minimumSize.columns, view.height >= MapView.minimumSize.rows else {
      frames.clear()
      layer.clear()
      return false
    }
    let layout = whole.map { wholes.compose($0, view, capabilities, isWhole: true).composition }
    wholes.sheet.endFrame()
    let (made, isNew) = frames.compose(scene, view, capabilities, partOf: layout)
    if isNew { writeWords(made) }
    return true
  }

  private mutating func writeWords(_ made: Composition) {
    let rows = made.top + made.picture.viewport.rows + made.footer.count
    let columns = made.view.width
    grid = CellGrid(columns: columns, rows: rows)
    if let title = made.title { grid.write(title, row: 0) }
    for (row, line) in made.footer.enumerated() {
      grid.write(line, row: made.top + made.picture.viewport.rows + row)
    }
    flattener = PlaneFlattener(tier: made.capabilities.tier, capabilities: made.capabilities)
  }

  private mutating func flatten(_ scene: MapScene, _ capabilities: RenderCapabilities) {
    guard let composition = frames.composition, let flattener else { return }
    frames.sheet.overlay(composition.overlay)
    frames.sheet.flatten(by: flattener, into: &grid, top: composition.top)
    layer.draw(scene, composition, capabilities)
    if layer.image != nil { leaveGround(top: composition.top) }
  }

  /// Leaves to the image what it shows, and no colour behind the letters; the ring of the selection is
  /// dots among those.
  private mutating func leaveGround(top: Int) {
    let planes = frames.sheet.planes
    let keepsRing = frames.sheet.rings.isOfSelection
    for cell in 0..<min(planes.glyphs.count, grid.cells.count - top * grid.columns) {
      let place = top * grid.columns + cell
      grid.cells[place].background = Palette.Background.none
      // Of all lines, rings alone have the ink of a symbol, which is above every other.
      let isRing =
        keepsRing && planes.lines[cell] != 0 && planes.lineInks[cell] > Ink.graticule.code
      if planes.glyphs[cell] == 0, !isRing { grid.cells[place] = CellGrid.Cell() }
    }
  }

  private mutating func encode(
    _ scene: MapScene, _ view: MapView, _ capabilities: RenderCapabilities
  ) {
    let palette = Palette.of(depth: capabilities.colourDepth, theme: capabilities.theme)
    encoder.start(palette, cells: grid.cells.count)
    if capabilities.glyphs == .text, let composition = frames.composition {
      encoder.append(
        contentsOf: TextMap(
          scene: scene, facts: composition.facts(scene), viewport: composition.picture.viewport,
          width: view.width, limit: view.height
        ).bytes)
    } else if let image {
      encoder.append(contentsOf: ImageFrame(grid, over: image, palette: palette).bytes)
    } else {
      grid.encode(into: &encoder)
    }
  }
}
