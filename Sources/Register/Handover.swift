import Dispatch
import Synchronization

/// Makes things on one thread and takes them on another, in order, a few at a time.
///
/// The maker runs ahead by two: enough that neither side waits for the other's hiccups, and little
/// enough that memory stays bounded. Plain threads and semaphores, for both sides block on files
/// and a database, which tasks must not.
enum Handover<Item: Sendable> {
  /// How many things may wait to be taken.
  private static var depth: Int { 2 }

  /// Runs both sides until the maker is done and everything was taken.
  ///
  /// - Parameters:
  ///   - make: Runs on a thread of its own and hands each thing to its argument, which throws when
  ///     the other side has given up.
  ///   - take: Takes one thing, on the calling thread.
  /// - Returns: What the maker returns.
  /// - Throws: The taker's error, else the maker's.
  static func run<Result: Sendable>(
    making make: @escaping @Sendable ((Item) throws -> Void) throws -> Result,
    taking take: (Item) throws -> Void
  ) throws -> Result {
    let belt = Belt<Item, Result>()
    // From nought up, for a semaphore must not go while below its first value.
    let room = DispatchSemaphore(value: 0)
    for _ in 0..<depth { room.signal() }
    let ready = DispatchSemaphore(value: 0)
    DispatchQueue.global(qos: .userInitiated).async {
      let result = Swift.Result<Result, any Error> {
        try make { item in
          room.wait()
          guard belt.put(item) else { throw TakerStopped() }
          ready.signal()
        }
      }
      belt.finish(result)
      ready.signal()
    }
    while true {
      ready.wait()
      guard let item = belt.next() else { break }
      room.signal()
      do {
        try take(item)
      } catch {
        belt.stop()
        room.signal()
        while belt.result == nil { ready.wait() }
        throw error
      }
    }
    guard let result = belt.result else { throw TakerStopped() }
    return try result.get()
  }

  /// The other side failed; its own error is the one that is told.
  private struct TakerStopped: Error {}
}

/// What lies between the two threads.
private final class Belt<Item: Sendable, Result: Sendable>: Sendable {
  private struct State {
    var items: [Item] = []
    var result: Swift.Result<Result, any Error>?
    var isStopped = false
  }

  private let state = Mutex(State())

  /// Lays a thing down; `false` when nobody takes any more.
  func put(_ item: Item) -> Bool {
    state.withLock { state in
      if !state.isStopped { state.items.append(item) }
      return !state.isStopped
    }
  }

  /// The next thing, or `nil` when none is left.
  func next() -> Item? { state.withLock { $0.items.isEmpty ? nil : $0.items.removeFirst() } }

  func finish(_ result: Swift.Result<Result, any Error>) {
    state.withLock { $0.result = result }
  }

  func stop() {
    state.withLock { state in
      state.isStopped = true
      state.items = []
    }
  }

  var result: Swift.Result<Result, any Error>? { state.withLock { $0.result } }
}
