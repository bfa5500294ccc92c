/// The composition of one frame after another, made anew only where symbols cover other cells or
/// anything else has changed.
struct CompositionKeeper {
  /// The base map with the signs of the last frame on it.
  var sheet = SignSheet()
  private(set) var composition: Composition?
  private var words = FrameWords()

  /// Nothing composed yet.
  init() {}

  /// Forgets the last frame.
  mutating func clear() { composition = nil }

  /// Composes a frame and draws its signs on the sheet.
  ///
  /// - Parameters:
  ///   - scene: What there is.
  ///   - view: The part to draw, at least of the smallest size for a picture.
  ///   - capabilities: The receiver.
  ///   - whole: Where names and legend are to be; `nil` for where this scene has them.
  ///   - isWhole: Whether it is to be the layout of parts of the scene.
  /// - Returns: The composition, and whether it is another one than that of the last frame.
  mutating func compose(
    _ scene: MapScene, _ view: MapView, _ capabilities: RenderCapabilities,
    partOf whole: Composition? = nil, isWhole: Bool = false
  ) -> (composition: Composition, isNew: Bool) {
    if let kept = composition, kept.whole === whole,
      kept.hasSameGround(scene, view, capabilities)
    {
      sheet.draw(
        scene, on: kept.base, viewport: kept.picture.viewport, tier: capabilities.tier,
        ringLimit: kept.ringLimit)
      if kept.hasSameSigns(sheet, scene) { return (kept, false) }
    }
    let made =
      whole.flatMap { Composition(scene, partOf: $0, sheet: &sheet) }
      ?? Composition(
        scene, view: view, capabilities: capabilities, words: &words, sheet: &sheet,
        kept: composition?.base, isWhole: isWhole)
    composition = made
    return (made, true)
  }
}
