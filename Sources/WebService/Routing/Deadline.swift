import Synchronization

/// Runs operations for at most a given time.
///
/// One sleeper watches over all of them, in the order in which they began, and sleeps only while
/// there are any: a timer for each request costs more than most answers.
final class Deadline: Sendable {
  private struct State {
    var lastTicket: UInt64 = 0
    /// What ends each operation that runs.
    var running: [UInt64: @Sendable () -> Void] = [:]
    /// The running ones and some that have ended, the oldest first.
    var order: [(ticket: UInt64, due: ContinuousClock.Instant)] = []
    var isWatched = false
  }

  private let limit: Duration
  private let state = Mutex(State())

  /// Makes a deadline.
  ///
  /// - Parameter limit: How long each operation may take.
  init(_ limit: Duration) { self.limit = limit }

  /// Runs an operation on the shared pool of threads.
  ///
  /// At the deadline the operation is cancelled; what it holds is released once it notices.
  ///
  /// - Parameter operation: Heeds cancellation, as far as it can.
  /// - Returns: What the operation returns.
  /// - Throws: ``RequestFault/tooSlow`` past the deadline; the operation's own errors.
  func run<Result: Sendable>(
    _ operation: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let ticket = begin()
    // Not a child: those would run where the request runs, on the thread of its connection.
    let work = Task {
      // Told at once: whoever waits may come to a thread much later.
      do {
        let result = try await operation()
        guard end(ticket) else { throw RequestFault.tooSlow }
        return result
      } catch {
        throw end(ticket) ? error : RequestFault.tooSlow
      }
    }
    watch(ticket) { work.cancel() }
    return try await withTaskCancellationHandler {
      try await work.value
    } onCancel: {
      work.cancel()
    }
  }

  private func begin() -> UInt64 {
    let due = ContinuousClock.now + limit
    return state.withLock { state in
      state.lastTicket &+= 1
      state.running[state.lastTicket] = {}
      state.order.append((state.lastTicket, due))
      return state.lastTicket
    }
  }

  /// Ends the operation by the means given, once it is due.
  private func watch(_ ticket: UInt64, _ cancel: @escaping @Sendable () -> Void) {
    let isWatched: Bool? = state.withLock { state in
      guard state.running[ticket] != nil else { return nil }
      state.running[ticket] = cancel
      defer { state.isWatched = true }
      return state.isWatched
    }
    switch isWatched {
    case nil: cancel()
    case false: Task { await watch() }
    case true: break
    }
  }

  /// Lets go of an operation that has ended.
  ///
  /// - Returns: Whether it ended in time.
  private func end(_ ticket: UInt64) -> Bool {
    state.withLock { state in
      let isInTime = state.running.removeValue(forKey: ticket) != nil
      if state.running.isEmpty { state.order.removeAll(keepingCapacity: true) }
      return isInTime
    }
  }

  private func watch() async {
    var time = ContinuousClock.now
    while let due = end(dueBy: time) {
      try? await Task.sleep(until: due, clock: .continuous)
      // Not now: where the machine is so busy that the sleeper comes late, operations that began
      // meanwhile still wait for a thread behind it.
      time = due
    }
  }

  /// Ends what is due.
  ///
  /// - Returns: When to look again; `nil` when nothing runs any more.
  private func end(dueBy time: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    let (late, due) = state.withLock { state in
      let waiting =
        state.order.firstIndex { ticket, due in due > time && state.running[ticket] != nil }
        ?? state.order.endIndex
      let late = state.order[..<waiting].compactMap { state.running.removeValue(forKey: $0.ticket) }
      state.order.removeSubrange(..<waiting)
      state.isWatched = !state.order.isEmpty
      return (late, state.order.first?.due)
    }
    for cancel in late { cancel() }
    return due
  }
}
