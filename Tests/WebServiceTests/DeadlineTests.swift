import Testing

@testable import WebService

@Suite struct DeadlineTests {
  /// Waits until it is cancelled.
  @Sendable private static func wait() async throws {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    for await _ in stream {}
    continuation.finish()
    try Task.checkCancellation()
  }

  @Test func `what ends in time gives its result or its own error`() async throws {
    struct Failure: Error {}
    let deadline = Deadline(.seconds(7_200))
    for number in 0..<100 {
      #expect(try await deadline.run { number } == number)
      await #expect(throws: Failure.self) { try await deadline.run { throw Failure() } }
    }
  }

  @Test func `what takes too long is cancelled, however many there are`() async throws {
    let deadline = Deadline(.milliseconds(5))
    let late = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<40 {
        group.addTask {
          do {
            try await deadline.run { if number % 2 == 0 { try await Self.wait() } }
            return false
          } catch RequestFault.tooSlow {
            return true
          } catch {
            return false
          }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(late >= 20)
    // The sleeper of the first ones has gone, or finds this one.
    await #expect(throws: RequestFault.self) { try await deadline.run { try await Self.wait() } }
  }

  @Test func `whoever asked and is cancelled is not told that it was slow`() async throws {
    let deadline = Deadline(.seconds(7_200))
    let asking = Task { try await deadline.run { try await Self.wait() } }
    asking.cancel()
    await #expect(throws: CancellationError.self) { try await asking.value }
  }
}
