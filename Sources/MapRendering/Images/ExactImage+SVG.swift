import SimpleFeatures

extension MapRenderer {
  /// Draws a box of a scene as a document of its own, cut and stretched to exactly its size.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - image: The box and its size; lines stay lines only where rows lie evenly in
  ///     Pseudo-Mercator, so ``ExactImage/Rows/degrees`` are not looked at.
  ///   - theme: The colours.
  ///   - language: BCP 47 tag of the words in the scene.
  /// - Returns: UTF-8; the same for the same input on every machine.
  /// - Throws: ``MapRenderingError`` for a box that is not in the world.
  public static func svg(
    _ scene: MapScene, image: ExactImage, theme: ColourTheme = .light, language: String = "en"
  ) throws(MapRenderingError) -> [UInt8] {
    let view = try image.view()
    let list = DisplayList(scene.bare, view: view)
    var writer = SVGWriter(
      list, theme: theme, language: language, window: image.window(in: view, list: list))
    return writer.document()
  }
}

extension ExactImage {
  /// Where the box lies in a list of a view without a frame.
  fileprivate func window(in view: MapView, list: DisplayList) -> SVGWriter.Window {
    let whole = SVGWriter.Window(
      x: 0, y: 0, width: list.width, height: list.height, pixelWidth: width, pixelHeight: height)
    guard let anchor = view.anchor else { return whole }
    let top = Double(WorldPosition.y(latitude: envelope.north))
    let bottom = Double(WorldPosition.y(latitude: envelope.south))
    let perUnit = Double(DisplayUnit.column) / Double(anchor.unitsPerColumn)
    return SVGWriter.Window(
      x: Int((westOffset(of: anchor) * perUnit).rounded()),
      y: Int(((top - Double(anchor.originY)) * perUnit).rounded()),
      width: Int((worldWidth * perUnit).rounded()),
      height: Int(((bottom - top) * perUnit).rounded()), pixelWidth: width, pixelHeight: height)
  }
}

extension ExactImage {
  /// The part of a view in its middle that fills an image at the view's own scale; all of the view,
  /// stretched, where that would reach beyond the world; `nil` for a view whose cells are not settled.
  ///
  /// - Parameters:
  ///   - view: On settled cells (``MapView/anchored(pictureRows:)``), 8 by 16 pixels each.
  ///   - width: Pixels across.
  ///   - height: Pixels down.
  public init?(middleOf view: MapView, width: Int, height: Int) {
    guard let anchor = view.anchor else { return nil }
    let pixels = Double(DisplayUnit.pixelsPerColumn)
    let (columns, rows) = (Double(max(view.width, 1)), Double(anchor.pictureRows))
    let middleX = Double(anchor.originX) + columns * Double(anchor.unitsPerColumn) / 2
    let middleY = Double(anchor.originY) + rows * Double(anchor.unitsPerRow) / 2
    let halfX = Double(width) / pixels * Double(anchor.unitsPerColumn) / 2
    let halfY = Double(height) / pixels * Double(anchor.unitsPerColumn) / 2
    guard 2 * halfX < WorldPosition.worldSize, middleY - halfY >= 0,
      middleY + halfY <= WorldPosition.worldSize
    else {
      self.init(envelope: view.envelope, width: width, height: height, rows: .mercator)
      return
    }
    self.init(
      envelope: Envelope(
        west: WorldPosition.longitude(x: middleX - halfX),
        south: WorldPosition.latitude(y: middleY + halfY),
        east: WorldPosition.longitude(x: middleX + halfX),
        north: WorldPosition.latitude(y: middleY - halfY)), width: width, height: height,
      rows: .mercator)
  }
}
