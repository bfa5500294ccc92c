public import Compression

extension MapRenderer {
  /// Draws a view of a scene as a document of its own: SVG 1.1 without scripts or outside parts.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw. A column is 8 pixels; names and clusters are those that the text
  ///     frame of the same view shows.
  ///   - theme: The colours.
  ///   - language: BCP 47 tag of the words in the scene.
  ///   - hasFurniture: Whether title, legend, counts, scale and attribution stand around the
  ///     picture; without them the picture has exactly `view.width` × `view.height` cells.
  /// - Returns: UTF-8; the same for the same input on every machine.
  /// - Complexity: As ``render(_:view:capabilities:)``.
  public static func svg(
    _ scene: MapScene, view: MapView, theme: ColourTheme = .dark, language: String = "en",
    hasFurniture: Bool = true
  ) -> [UInt8] {
    let list = DisplayList(hasFurniture ? scene : scene.bare, view: view)
    var writer = SVGWriter(list, theme: theme, language: language)
    return writer.document()
  }

  /// The most pixels that a picture is enlarged to: they are held in memory, four bytes each.
  public static let mostPixels = 50_000_000

  /// Draws a view of a scene as PNG.
  ///
  /// The letters are those of one font without Arabic or other scripts: names that it lacks are left
  /// to their number, and the picture says so.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw, as for ``svg(_:view:theme:language:hasFurniture:)``.
  ///   - theme: The colours.
  ///   - scale: Pixels for one of the SVG, 1…4; less where the picture would have more than
  ///     ``mostPixels``.
  ///   - hasFurniture: Whether words stand around the picture.
  /// - Returns: A whole file; the same for the same input.
  /// - Throws: `CompressionError` where memory is short.
  /// - Complexity: O(*p*) in the pixels beside what the view costs.
  public static func png(
    _ scene: MapScene, view: MapView, theme: ColourTheme = .dark, scale: Int = 1,
    hasFurniture: Bool = true
  ) throws(CompressionError) -> [UInt8] {
    let list = DisplayList(
      hasFurniture ? scene : scene.bare, view: view, lettering: .strokeFont)
    let area = list.width / DisplayUnit.pixel * (list.height / DisplayUnit.pixel)
    let factor = (2...4).last { $0 <= scale && area * $0 * $0 <= mostPixels } ?? 1
    let raster = DisplayRaster(list, theme: theme, scale: PixelScale(factor: factor))
    return try PNGEncoder.encode(
      raster.canvas.reduced(to: 256, pinning: ImagePalette(theme: theme).all))
  }
}

extension MapRenderer {
  /// The words around a picture and the picture, names placed.
  static func compose(
    _ scene: MapScene, _ view: MapView, _ tier: any RenderTier
  ) -> (composer: FrameComposer, picture: Picture) {
    var words = FrameWords()
    var sheet = SignSheet()
    let drawn = composed(scene, view, tier, words: &words, sheet: &sheet, kept: nil)
    return (drawn.composer, drawn.picture)
  }
}

extension MapScene {
  /// The scene without a word around it.
  var bare: MapScene {
    var scene = self
    scene.caption.furniture = []
    scene.caption.attribution = .empty
    return scene
  }
}
