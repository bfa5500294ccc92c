import Dispatch
import Synchronization

/// Works out some results at once, as many as there are cores, and gives them back in order.
///
/// For work on the way to an atlas that never waits; small work is not worth the threads.
///
/// - Parameters:
///   - count: How many results.
///   - body: Works out the result with a number from 0.
/// - Returns: The results by their numbers.
func concurrentMap<Result: Sendable>(
  _ count: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  guard count > 1 else { return (0..<count).map(body) }
  let results = Mutex<[Int: Result]>([:])
  DispatchQueue.concurrentPerform(iterations: count) { number in
    let result = body(number)
    results.withLock { $0[number] = result }
  }
  return results.withLock { results in (0..<count).compactMap { results[$0] } }
}
