import Inquiry
import Synchronization

/// Drawn maps, the last used first, up to a number of bytes.
///
/// A map that is kept answers for as long as the data does not change; with the data all go.
final class MapCache: Sendable {
  fileprivate struct Entry {
    let map: DrawnMap
    /// Neighbours in the order of use.
    var newer: String?
    var older: String?
  }

  fileprivate struct State {
    var version: DataVersion?
    var entries: [String: Entry] = [:]
    var newest: String?
    var oldest: String?
    var bytes = 0
  }

  private let state = Mutex(State())
  private let byteLimit: Int

  /// Makes a cache.
  ///
  /// - Parameter byteLimit: Of all maps together, with what says what they are of.
  init(byteLimit: Int) { self.byteLimit = byteLimit }

  /// Bytes that are kept.
  var byteCount: Int { state.withLock { $0.bytes } }

  /// The map for an input, when it is kept.
  ///
  /// - Complexity: O(1) in the maps.
  func map(for input: String, at version: DataVersion) -> DrawnMap? {
    state.withLock { state -> DrawnMap? in
      guard state.version == version, let map = state.entries[input]?.map else { return nil }
      if state.newest != input {
        state.unlink(input)
        state.push(input)
      }
      return map
    }
  }

  /// Keeps a map; the ones used longest ago make room.
  func keep(_ map: DrawnMap, for input: String, at version: DataVersion) {
    let size = Self.size(map, input)
    guard size <= byteLimit / 4 else { return }
    state.withLock { state in
      if state.version != version { state = State(version: version) }
      if state.entries[input] != nil { state.remove(input) }
      state.entries[input] = Entry(map: map)
      state.push(input)
      state.bytes += size
      while state.bytes > byteLimit, let oldest = state.oldest { state.remove(oldest) }
    }
  }

  private static func size(_ map: DrawnMap, _ input: String) -> Int {
    map.bytes.count + 3 * input.utf8.count + 400
  }
}

extension MapCache.State {
  /// Puts an entry before all others.
  fileprivate mutating func push(_ input: String) {
    entries[input]?.older = newest
    entries[input]?.newer = nil
    if let newest { entries[newest]?.newer = input }
    newest = input
    if oldest == nil { oldest = input }
  }

  fileprivate mutating func unlink(_ input: String) {
    guard let entry = entries[input] else { return }
    if let newer = entry.newer { entries[newer]?.older = entry.older } else { newest = entry.older }
    if let older = entry.older { entries[older]?.newer = entry.newer } else { oldest = entry.newer }
  }

  fileprivate mutating func remove(_ input: String) {
    unlink(input)
    guard let entry = entries.removeValue(forKey: input) else { return }
    bytes -= entry.map.bytes.count + 3 * input.utf8.count + 400
  }
}
