import Cartography
import Inquiry
import MapRendering

/// An answer with what maps of it are made of, and the scene on the ground that its last view needed.
struct DraftedAnswer {
  let answer: ViewerAnswer
  let draft: MapDraft
  private var kept: (ground: MapDraft.Ground, scene: MapScene)?

  init(_ answer: ViewerAnswer, _ draft: MapDraft) {
    (self.answer, self.draft) = (answer, draft)
  }

  /// The scene for a view: that of the view before where it needs the same ground.
  ///
  /// - Parameters:
  ///   - view: The view.
  ///   - whole: The answer of which this one is a part, with its scene for the same view.
  /// - Returns: The scene.
  /// - Throws: `TileBaseError` for tiles that were named and are damaged.
  mutating func scene(
    for view: MapView, partOf whole: (draft: MapDraft, scene: MapScene)? = nil
  ) throws -> MapScene {
    let ground = draft.ground(for: view)
    if let kept, kept.ground == ground { return kept.scene }
    let made = try draft.map(on: ground, partOf: whole).scene
    kept = (ground, made)
    return made
  }

  /// The scene that was made last, whatever ground it is on.
  var lastScene: MapScene? { kept?.scene }
}
