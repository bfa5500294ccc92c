/// The words around pictures of one scene and size, which do not depend on the part that is drawn.
struct FrameWords {
  private var scene: MapScene?
  private var size: CellSize?
  private var tier: ObjectIdentifier?
  private var inside: FrameComposer?
  private var under: FrameComposer?

  init() {}

  /// The composer of a frame: the one before where scene, size and characters are the same.
  mutating func composer(
    _ scene: MapScene, _ view: MapView, _ tier: any RenderTier, legendIsInside: Bool
  ) -> FrameComposer {
    let size = CellSize(columns: view.width, rows: view.height)
    let kind = ObjectIdentifier(type(of: tier))
    let isSame =
      size == self.size && kind == self.tier && self.scene.map { scene.says(the: $0) } == true
    if !isSame { (self.scene, self.size, self.tier, inside, under) = (scene, size, kind, nil, nil) }
    if let kept = legendIsInside ? inside : under { return kept }
    let made = FrameComposer(scene, view: view, tier: tier, legendIsInside: legendIsInside)
    if legendIsInside { inside = made } else { under = made }
    return made
  }
}

extension MapScene {
  /// Whether the words around two scenes are the same: all that a composer reads of a scene.
  fileprivate func says(the other: MapScene) -> Bool {
    places == other.places && symbols.palette == other.symbols.palette
      && symbols.hasSigns == other.symbols.hasSigns && symbolTotal == other.symbolTotal
      && margin == other.margin
      && reference == other.reference && unplaceableCount == other.unplaceableCount
      && caption == other.caption
  }
}
