import Synchronization

/// Lets so many questions reach the source at a time; the next ones wait in order, and when too
/// many wait, a newcomer is turned away at once.
final class WorkGate: Sendable {
  private struct State {
    var free: Int
    var nextTicket: UInt64 = 0
    var waiting: [(ticket: UInt64, turn: CheckedContinuation<Void, any Error>)] = []
  }

  private let state: Mutex<State>
  private let queueLimit: Int

  /// Makes a gate.
  ///
  /// - Parameters:
  ///   - permits: How many work at a time.
  ///   - queueLimit: How many may wait.
  init(permits: Int, queueLimit: Int) {
    state = Mutex(State(free: permits))
    self.queueLimit = queueLimit
  }

  /// How many wait for their turn.
  var waitingCount: Int { state.withLock { $0.waiting.count } }

  /// Works once there is a turn; a cancelled task gives its place up.
  ///
  /// - Throws: ``RequestFault/busy`` when too many wait already; the work's own errors.
  func pass<Result: Sendable>(_ work: () async throws -> Result) async throws -> Result {
    try await enter()
    defer { leave() }
    return try await work()
  }

  private func enter() async throws {
    let ticket = state.withLock { state in
      state.nextTicket &+= 1
      return state.nextTicket
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { turn in
        let verdict: Result<Void, any Error>? = state.withLock { state in
          // A cancellation is marked before its handler runs, so one of the two sees the other.
          if Task.isCancelled { return .failure(CancellationError()) }
          if state.free > 0 {
            state.free -= 1
            return .success(())
          }
          guard state.waiting.count < queueLimit else { return .failure(RequestFault.busy) }
          state.waiting.append((ticket, turn))
          return nil
        }
        if let verdict { turn.resume(with: verdict) }
      }
    } onCancel: {
      let turn = state.withLock { state in
        state.waiting.firstIndex { $0.ticket == ticket }.map { state.waiting.remove(at: $0).turn }
      }
      turn?.resume(throwing: CancellationError())
    }
  }

  private func leave() {
    let turn = state.withLock { state -> CheckedContinuation<Void, any Error>? in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst().turn }
      state.free += 1
      return nil
    }
    turn?.resume()
  }
}
