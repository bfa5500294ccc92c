import Dispatch
import Foundation
import Synchronization

/// Does numbered pieces of work on several threads and takes the results in their order.
///
/// Plain threads and semaphores, for the pieces block on the database, which tasks must not.
enum OrderedWork<Result: Sendable> {
  /// Does all pieces; a single one, or a machine of one core, takes no further thread.
  ///
  /// - Parameters:
  ///   - count: How many pieces.
  ///   - make: Does the piece with a number from 0, on any thread.
  ///   - take: Takes a result, on the calling thread, in the order of the numbers.
  /// - Throws: The first error of either, in that order; work that was begun is finished first.
  static func run(
    count: Int, making make: @escaping @Sendable (Int) throws -> Result,
    taking take: (Result) throws -> Void
  ) throws {
    // Counting the cores takes longer than reading a small store's only piece.
    let threads = count > 1 ? min(count, ProcessInfo.processInfo.activeProcessorCount, 8) : 1
    guard threads > 1 else {
      for number in 0..<count { try take(make(number)) }
      return
    }
    let bench = Bench<Result>(count: count)
    let group = DispatchGroup()
    // Results wait in memory: so many that the taker may turn to other work for half a second.
    for _ in 0..<64 * threads { bench.room.signal() }
    for _ in 0..<threads {
      DispatchQueue.global(qos: .userInitiated).async(group: group) { bench.work(make) }
    }
    defer {
      bench.stop()
      for _ in 0..<threads { bench.room.signal() }
      group.wait()
    }
    for number in 0..<count { try take(bench.result(of: number).get()) }
  }
}

/// The work that is left and the results that nobody took yet.
private final class Bench<Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var results: [Int: Swift.Result<Result, any Error>] = [:]
  }

  let room = DispatchSemaphore(value: 0)
  private let ready = DispatchSemaphore(value: 0)
  private let count: Int
  private let state = Mutex(State())

  init(count: Int) { self.count = count }

  /// Does one piece after another until none is left.
  func work(_ make: (Int) throws -> Result) {
    while true {
      room.wait()
      let number = state.withLock { state in
        state.next += 1
        return state.next - 1
      }
      guard number < count else { return }
      let result = Swift.Result<Result, any Error> { try make(number) }
      state.withLock { $0.results[number] = result }
      ready.signal()
    }
  }

  /// Waits for a result and takes it away.
  func result(of number: Int) -> Swift.Result<Result, any Error> {
    while true {
      if let result = state.withLock({ $0.results.removeValue(forKey: number) }) {
        room.signal()
        return result
      }
      ready.wait()
    }
  }

  /// Leaves the rest undone.
  func stop() { state.withLock { $0.next = max($0.next, count) } }
}
