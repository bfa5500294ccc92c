#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How long an operation keeps its thread at work: what other programs and threads do beside it
/// does not count.
///
/// - Parameter operation: Stays on the thread that it is called on.
/// - Returns: The processor's time.
public func threadTime(_ operation: () throws -> Void) rethrows -> Duration {
  let start = now()
  try operation()
  return now() - start
}

private func now() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
