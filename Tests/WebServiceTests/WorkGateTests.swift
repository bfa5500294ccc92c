import Synchronization
import Testing

@testable import WebService

@Suite(.timeLimit(.minutes(1))) struct WorkGateTests {
  /// Work that stands still until it is let go.
  private struct Halt: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }

    func wait() async { for await _ in stream {} }
    func release() { continuation.finish() }
  }

  /// Who worked, in order.
  private final class Log: Sendable {
    private let entries = Mutex<[Int]>([])

    var all: [Int] { entries.withLock { $0 } }
    func add(_ entry: Int) { entries.withLock { $0.append(entry) } }
  }

  private func untilWaiting(_ count: Int, at gate: WorkGate) async {
    while gate.waitingCount != count { await Task.yield() }
  }

  @Test func `turns are given in order and newcomers over the limit turned away`() async throws {
    let gate = WorkGate(permits: 1, queueLimit: 2)
    let halt = Halt()
    let log = Log()
    try await withThrowingTaskGroup { group in
      let started = Halt()
      group.addTask {
        try await gate.pass {
          started.release()
          await halt.wait()
          log.add(1)
        }
      }
      await started.wait()
      group.addTask { try await gate.pass { log.add(2) } }
      await untilWaiting(1, at: gate)
      group.addTask { try await gate.pass { log.add(3) } }
      await untilWaiting(2, at: gate)
      await #expect(throws: RequestFault.busy) { try await gate.pass {} }
      halt.release()
      try await group.waitForAll()
    }
    #expect(log.all == [1, 2, 3])
    #expect(try await gate.pass { 4 } == 4)
  }

  @Test func `who gives up loses its place and nothing else`() async throws {
    let gate = WorkGate(permits: 1, queueLimit: 2)
    let halt = Halt()
    let started = Halt()
    let holder = Task {
      try await gate.pass {
        started.release()
        await halt.wait()
      }
    }
    await started.wait()
    let waiter = Task { try await gate.pass { Issue.record("ran without a turn") } }
    await untilWaiting(1, at: gate)
    waiter.cancel()
    await #expect(throws: CancellationError.self) { try await waiter.value }
    #expect(gate.waitingCount == 0)
    halt.release()
    try await holder.value
    #expect(try await gate.pass { 1 } == 1)
  }

  @Test func `work that fails gives its turn back`() async throws {
    let gate = WorkGate(permits: 1, queueLimit: 0)
    for _ in 0..<3 {
      await #expect(throws: RequestFault.tooSlow) {
        try await gate.pass { throw RequestFault.tooSlow }
      }
    }
    #expect(try await gate.pass { 1 } == 1)
  }
}
