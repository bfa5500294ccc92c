import Inquiry
import MapRendering
import Synchronization

/// The bases of maps, kept for as long as the data does not change.
final class BaseMapCache: Sendable {
  /// Bases that are kept at most: a server draws the same few views most of the time.
  static let limit = 32

  private let tiles: TileBase?
  private let state = Mutex(State())

  private struct State {
    var version: DataVersion?
    var places: BaseMap?
    var drawn: [TileWindow: BaseMap] = [:]
  }

  /// Draws from tiles, or without any the register's own shapes alone.
  init(tiles: TileBase?) { self.tiles = tiles }

  /// The base of the register's places.
  ///
  /// - Parameters:
  ///   - version: The state of the data.
  ///   - make: Makes it, where none of that state is kept.
  /// - Returns: The one kept, or a new one.
  /// - Throws: What `make` throws.
  func places(
    at version: DataVersion, make: () async throws -> BaseMap
  ) async throws -> BaseMap {
    let kept = state.withLock { $0.version == version ? $0.places : nil }
    if let kept { return kept }
    let made = try await make()
    state.withLock { $0 = State(version: version, places: made) }
    return made
  }

  /// The tiles that a view can show; `nil` where none are drawn from.
  func window(_ reach: MapReach) -> TileWindow? { tiles?.window(reach) }

  /// The base with its ground from tiles.
  ///
  /// Tiles that were only found and turn out damaged give way to the built-in ones, with a note.
  ///
  /// - Parameters:
  ///   - base: That of the register's places.
  ///   - version: The state of the data.
  ///   - reach: What the view can show.
  /// - Returns: The one kept, or a new one.
  /// - Throws: ``TileBaseError`` for tiles that were named and are damaged.
  func ground(
    _ base: BaseMap, at version: DataVersion, reach: MapReach
  ) throws(TileBaseError) -> BaseMap {
    guard let tiles else { return base }
    let window = tiles.window(reach)
    if let kept = state.withLock({ $0.version == version ? $0.drawn[window] : nil }) {
      return kept
    }
    let made: BaseMap
    do {
      made = try base.drawn(from: tiles, window: window)
    } catch {
      guard tiles.origin == .found else { throw error }
      made = try base.drawn(from: try TileBase.builtIn().noting(error), reach: reach)
    }
    state.withLock { state in
      guard state.version == version else { return }
      if state.drawn.count >= Self.limit { state.drawn.removeAll() }
      state.drawn[window] = made
    }
    return made
  }
}
