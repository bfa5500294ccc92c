import Cartography
import Inquiry
import MapRendering

/// An answer with what maps of it are made of, and its scenes on the grounds that views needed last.
struct DraftedAnswer {
  /// Grounds whose scenes are kept: that of the view and those that a key may lead to.
  private static let limit = 4

  let answer: ViewerAnswer
  let draft: MapDraft
  /// The one that was needed last first.
  private var kept: [(ground: MapDraft.Ground, scene: MapScene)] = []

  init(_ answer: ViewerAnswer, _ draft: MapDraft) {
    (self.answer, self.draft) = (answer, draft)
  }

  /// The scene for a view: a kept one where that is on the ground that the view needs.
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
    if let first = kept.first, first.ground == ground { return first.scene }
    if let place = kept.firstIndex(where: { $0.ground == ground }) {
      kept.insert(kept.remove(at: place), at: 0)
      return kept[0].scene
    }
    let made = try draft.map(on: ground, partOf: whole, moving: lastScene).scene
    kept.insert((ground, made), at: 0)
    if kept.count > Self.limit { kept.removeLast() }
    return made
  }

  /// The scene that was needed last, whatever ground it is on.
  var lastScene: MapScene? { kept.first?.scene }
}
