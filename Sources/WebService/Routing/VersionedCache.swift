import Inquiry
import Synchronization

/// What was made from the data, the last used first, up to a number of bytes.
///
/// What is kept answers for as long as the data does not change; with the data all goes.
final class VersionedCache<Value: Sendable>: Sendable {
  fileprivate struct Entry {
    let value: Value
    let size: Int
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
  private let byteCount: @Sendable (Value) -> Int

  /// Makes a cache.
  ///
  /// - Parameters:
  ///   - byteLimit: Of all values together, with what says what they are of.
  ///   - byteCount: How many bytes a value has.
  init(byteLimit: Int, _ byteCount: @escaping @Sendable (Value) -> Int) {
    self.byteLimit = byteLimit
    self.byteCount = byteCount
  }

  /// Bytes that are kept.
  var keptBytes: Int { state.withLock { $0.bytes } }

  /// The value for an input, when it is kept.
  ///
  /// - Complexity: O(1) in the values.
  func value(for input: String, at version: DataVersion) -> Value? {
    state.withLock { state -> Value? in
      guard state.version == version, let value = state.entries[input]?.value else { return nil }
      if state.newest != input {
        state.unlink(input)
        state.push(input)
      }
      return value
    }
  }

  /// Keeps a value; the ones used longest ago make room.
  func keep(_ value: Value, for input: String, at version: DataVersion) {
    let size = byteCount(value) + 3 * input.utf8.count + Self.entryBytes
    guard size <= byteLimit / 4 else { return }
    state.withLock { state in
      if state.version != version { state = State(version: version) }
      if state.entries[input] != nil { state.remove(input) }
      state.entries[input] = Entry(value: value, size: size)
      state.push(input)
      state.bytes += size
      while state.bytes > byteLimit, let oldest = state.oldest { state.remove(oldest) }
    }
  }

  /// About what an entry takes besides its value and its input, which is there three times.
  private static var entryBytes: Int { 400 }
}

extension VersionedCache.State {
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
    bytes -= entry.size
  }
}
