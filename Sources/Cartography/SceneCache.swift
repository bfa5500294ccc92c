import Inquiry
import MapRendering
import Records
import SimpleFeatures
import Synchronization

/// The scenes of the last questions, for as long as the data does not change: another view of the
/// same question, nearer or larger, neither asks nor projects again.
final class SceneCache: Sendable {
  /// What a scene is made of, besides the data and the ground.
  struct Question: Hashable, Sendable {
    let query: IncidentQuery
    let style: IncidentMap.Style
    let hints: [String]
  }

  /// What is known of an answer without its features.
  struct Facts: Sendable {
    let envelope: Envelope
    let numberMatched: Int
    let time: DayInterval?
  }

  private struct Entry {
    let question: Question
    let facts: Facts
    let window: TileWindow?
    let scene: MapScene
  }

  private struct State {
    var version: DataVersion?
    /// The one used last at the end.
    var entries: [Entry] = []
  }

  /// Scenes that are kept at most.
  static let limit = 16
  /// Symbols of all kept scenes together at most.
  static let symbolLimit = 200_000

  private let state = Mutex(State())

  /// What is known of the answer to a question.
  func facts(of question: Question, at version: DataVersion) -> Facts? {
    state.withLock { state in
      guard state.version == version else { return nil }
      return state.entries.last { $0.question == question }?.facts
    }
  }

  /// The scene of a question over the ground of some tiles.
  func scene(
    of question: Question, window: TileWindow?, at version: DataVersion
  ) -> MapScene? {
    state.withLock { state -> MapScene? in
      guard state.version == version,
        let index = state.entries.lastIndex(where: {
          $0.window == window && $0.question == question
        })
      else { return nil }
      let entry = state.entries.remove(at: index)
      state.entries.append(entry)
      return entry.scene
    }
  }

  /// Keeps a scene; those used longest ago make room.
  func keep(
    _ scene: MapScene, facts: Facts, of question: Question, window: TileWindow?,
    at version: DataVersion
  ) {
    guard scene.symbolTotal <= Self.symbolLimit else { return }
    let entry = Entry(question: question, facts: facts, window: window, scene: scene)
    state.withLock { state in
      if state.version != version { state = State(version: version) }
      state.entries.append(entry)
      var symbols = state.entries.reduce(0) { $0 + $1.scene.symbolTotal }
      while state.entries.count > Self.limit || symbols > Self.symbolLimit {
        symbols -= state.entries.removeFirst().scene.symbolTotal
      }
    }
  }
}
