import MapRendering

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks a terminal and reads its answers, without echo and without waiting for a line.
struct TerminalExchange {
  /// Where answers are read.
  let input: Int32
  /// Where questions are written.
  let output: Int32

  private static let interrupt: UInt8 = 0x03

  /// Writes questions and reads until the last of them is answered or the time is over.
  ///
  /// The terminal's modes are as before when this returns. Where keys were typed ahead nothing is
  /// asked, so that none is lost; an interrupt typed meanwhile reaches the process afterwards.
  ///
  /// - Parameters:
  ///   - questions: Ended by one that every terminal answers.
  ///   - limitMilliseconds: How long to wait at most.
  /// - Returns: What was answered; `nil` where nothing was asked.
  func ask(_ questions: [UInt8], limitMilliseconds: Int) -> ProbeReply? {
    var modes = termios()
    guard tcgetattr(input, &modes) == 0, !isReadable(withinMilliseconds: 0) else { return nil }
    let before = modes
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    guard tcsetattr(input, TCSANOW, &modes) == 0 else { return nil }
    let received = exchange(questions, limitMilliseconds: limitMilliseconds)
    modes = before
    tcsetattr(input, TCSANOW, &modes)
    if received.contains(Self.interrupt) { raise(SIGINT) }
    return ProbeReply(received)
  }

  private func exchange(_ questions: [UInt8], limitMilliseconds: Int) -> [UInt8] {
    guard questions.withUnsafeBytes({ write(output, $0.baseAddress, $0.count) }) == questions.count
    else { return [] }
    let start = ContinuousClock.now
    var received: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 256)
    while received.count < 4096 {
      let passed = (ContinuousClock.now - start) / .milliseconds(1)
      let left = limitMilliseconds - Int(passed)
      guard left > 0, isReadable(withinMilliseconds: left) else { break }
      let count = chunk.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      received += chunk[..<count]
      if received.contains(Self.interrupt) || ProbeReply(received).isComplete { break }
    }
    return received
  }

  private func isReadable(withinMilliseconds limit: Int) -> Bool {
    var state = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, Int32(clamping: limit)) == 1 && state.revents & Int16(POLLIN) != 0
  }
}
