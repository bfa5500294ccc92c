/// The image of one frame after another, drawn anew only where something in it has changed.
struct ImageLayer {
  /// Everything that the pixels follow from.
  private struct Key: Equatable {
    let shapes: [DisplayShape]
    let size: CellSize
    let row: Int
    let aspectThousandths: Int64
    let kind: ImageProtocol
    let theme: ColourTheme
    let cellPixels: CellSize
  }

  private var key: Key?
  /// The image of the last frame; `nil` where it has none.
  private(set) var image: MapImage?

  /// A frame without an image.
  mutating func clear() { (key, image) = (nil, nil) }

  /// Draws the image of a frame.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - composition: The frame.
  ///   - capabilities: How the receiver shows images, and the pixels of its cells.
  /// - Complexity: O(*p*) in the pixels where anything has changed, else O(*v*) in the vertices.
  mutating func draw(
    _ scene: MapScene, _ composition: Composition, _ capabilities: RenderCapabilities
  ) {
    guard let kind = capabilities.image else { return clear() }
    // The ring of the selection is left to the letters: an image takes as many bytes as a hundred.
    var scene = scene
    scene.selection = nil
    let picture = composition.picture
    let projection = DisplayProjection(
      picture.viewport, origin: DisplayPoint(0, 0),
      aspectThousandths: composition.view.aspectThousandths)
    var drawing = BaseDrawing(
      scene, projection: projection, planes: picture.planes, ringLimit: composition.ringLimit)
    drawing.draw()
    if let corner = picture.corner { drawing.clear(columns: corner.run, rows: corner.rows) }
    let key = Key(
      shapes: drawing.shapes,
      size: CellSize(columns: picture.viewport.columns, rows: picture.viewport.rows),
      row: composition.top, aspectThousandths: composition.view.aspectThousandths, kind: kind,
      theme: capabilities.theme, cellPixels: capabilities.cellPixels)
    guard key != self.key else { return }
    let raster = DisplayRaster(
      base: key.shapes, from: projection.origin,
      to: DisplayPoint(projection.width, projection.height), theme: key.theme,
      scale: PixelScale(cell: key.cellPixels, aspectThousandths: key.aspectThousandths))
    image = MapImage(
      raster.canvas, kind: kind, theme: key.theme, row: key.row, size: key.size)
    self.key = key
  }
}
