/// Runs an operation for at most a given time.
///
/// At the deadline the operation is cancelled; what it holds is released once it notices.
///
/// - Throws: ``RequestFault/tooSlow`` past the deadline; the operation's own errors.
func withDeadline<Result: Sendable>(
  _ limit: Duration, _ operation: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  try await withThrowingTaskGroup(of: Result?.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      try await Task.sleep(for: limit)
      return nil
    }
    defer { group.cancelAll() }
    guard let first = try await group.next(), let result = first else {
      throw RequestFault.tooSlow
    }
    return result
  }
}
