/// A map as ordered shapes in whole units: what SVG, PNG and the images under terminal text are
/// made of.
///
/// Picture, clusters and names are those that the cells show, from the same viewport, so that every
/// output says the same. A symbol that nothing is near stands on its own point instead of its
/// cell's middle.
package struct DisplayList: Sendable, Hashable {
  /// Who draws the letters.
  package enum Lettering: Sendable, Hashable {
    /// The reader's own fonts: any script.
    case system
    /// ``StrokeFont``: names come in Latin letters, and the picture says so.
    case strokeFont
  }

  /// Units of the whole.
  package private(set) var width: Int
  package private(set) var height: Int
  /// Upper left and lower right corner of the picture; ``base`` and ``signs`` are clipped to it.
  package let pictureOrigin: DisplayPoint
  package let pictureEnd: DisplayPoint
  /// Areas, lines and bridges, in drawing order.
  package let base: [DisplayShape]
  /// Symbols and names, in drawing order.
  package let signs: [DisplayShape]
  /// What is around the picture.
  package private(set) var furniture: [DisplayShape] = []
  /// The title, the date and the counts in words.
  package let words: [TerminalText]

  /// Draws a view of a scene.
  ///
  /// - Parameters:
  ///   - scene: What there is; without any furniture and attribution, the picture is all there is.
  ///   - view: The part to draw; its cells are those of the text frame with the same view.
  ///   - capabilities: The glyphs decide which names fit, as in the text frame.
  ///   - lettering: Who draws the letters.
  /// - Complexity: As ``MapRenderer/render(_:view:capabilities:)``.
  package init(
    _ scene: MapScene, view: MapView,
    capabilities: RenderCapabilities = RenderCapabilities(glyphs: .braille),
    lettering: Lettering = .system
  ) {
    var scene = scene
    let view =
      view.width > 0 && view.height > 0
      ? view : view.resized(width: max(view.width, 1), height: max(view.height, 1))
    // Letters shaped and turned for terminals are put back into their order: see `SignDrawing`.
    if lettering == .system { scene.caption.arabicPlacement = .inline }
    let asked = scene.caption.language
    if lettering == .strokeFont { scene.caption.language = .english }
    let (composer, picture) = MapRenderer.compose(scene, view, capabilities.tier)
    self.init(
      scene, view: view, composer: composer, picture: picture, lettering: lettering,
      isTranslated: asked != scene.caption.language)
  }

  /// Draws a picture whose names and signs are placed.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw.
  ///   - composer: The words around the picture.
  ///   - picture: What the cells show.
  ///   - lettering: Who draws the letters.
  ///   - isTranslated: Whether names are not in the language asked for.
  init(
    _ scene: MapScene, view: MapView, composer: FrameComposer, picture: Picture,
    lettering: Lettering, isTranslated: Bool = false
  ) {
    let hasSurroundings =
      !scene.caption.furniture.isEmpty || !scene.caption.attribution.isEmpty
    let margins: FurnitureLayout.Margins = hasSurroundings ? .around : .none
    let projection = DisplayProjection(
      picture.viewport, origin: DisplayPoint(margins.left, margins.top),
      aspectThousandths: view.aspectThousandths)
    var drawing = BaseDrawing(scene, projection: projection, planes: picture.planes)
    drawing.draw()
    if let corner = picture.corner { drawing.clear(columns: corner.run, rows: corner.rows) }
    base = drawing.shapes
    signs =
      SignDrawing(scene, picture: picture, projection: projection, lettering: lettering)
      .shapes
    pictureOrigin = projection.origin
    pictureEnd = DisplayPoint(
      projection.origin.x + projection.width, projection.origin.y + projection.height)
    width = projection.width + margins.left + margins.right
    height = projection.height + margins.top + margins.bottom
    var facts = picture.facts
    facts.features.formUnion(CaseSet(drawing.features))
    words =
      [scene.caption.title] + (scene.caption.asOf.map { [$0] } ?? [])
      + composer.counts(facts).flatMap { $0.runs.map(\.text) }
    guard hasSurroundings else { return }
    var layout = FurnitureLayout(
      scene, view: view, projection: projection, facts: facts, lettering: lettering,
      composer: composer)
    layout.isTranslated = isTranslated
    layout.compose(corner: picture.corner)
    furniture = layout.shapes
    height = layout.bottom
  }

  /// Makes the whole larger, to the right and below.
  mutating func grow(toWidth width: Int, height: Int) {
    self.width = max(self.width, width)
    self.height = max(self.height, height)
  }
}
