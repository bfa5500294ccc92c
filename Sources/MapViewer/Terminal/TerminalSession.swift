public import MapRendering

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why there is no session.
public enum TerminalSessionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard input or output is no terminal.
  case noTerminal
  /// The terminal's settings can be neither read nor changed; the system's reason.
  case settings(String)
  /// There is no pipe for signals; the system's reason.
  case pipe(String)

  /// One line: what, and what to do.
  public var description: String {
    switch self {
    case .noTerminal: "the viewer needs a terminal: use 'sijil map', or --a11y for plain lines"
    case .settings(let reason): "the terminal's settings cannot be changed: \(reason)"
    case .pipe(let reason): "no pipe for signals: \(reason)"
    }
  }
}

/// The terminal while a full-screen program has it.
///
/// Between ``enter()`` and ``leave()`` keys come one by one, nothing is echoed, and the screen is
/// another one than the user's. However the program ends, the terminal is what it was: on the way
/// out, on INT, TERM, HUP and QUIT, and on crashes. One session at a time in a process.
public final class TerminalSession {
  /// What woke the reader up.
  public enum Wake: Hashable, Sendable {
    /// The terminal sent bytes.
    case bytes([UInt8])
    /// A signal came.
    case signal(Int32)
    /// The time is over.
    case timeout
    /// The terminal is gone.
    case closed
  }

  private let input: Int32
  private let output: Int32
  private var modes = TerminalModes()
  private var original = termios()
  private var signals: (read: Int32, write: Int32) = (-1, -1)
  private var isEntered = false

  /// Takes hold of a terminal, without changing it yet.
  ///
  /// - Parameters:
  ///   - input: Where its bytes come from; 0 is standard input.
  ///   - output: Where ours go; 1 is standard output.
  ///   - usesMouse: Whether the mouse is used.
  ///   - image: How images are sent; `nil` where none is.
  /// - Throws: ``TerminalSessionError/noTerminal`` where one of them is none.
  public init(
    input: Int32 = 0, output: Int32 = 1, usesMouse: Bool = true, image: ImageProtocol? = nil
  ) throws(TerminalSessionError) {
    guard isatty(input) == 1, isatty(output) == 1 else { throw .noTerminal }
    self.input = input
    self.output = output
    modes.usesMouse = usesMouse
    modes.imageRemoval = image.map(MapImage.removal) ?? []
  }

  deinit {
    leave()
    for descriptor in [signals.read, signals.write] where descriptor >= 0 { close(descriptor) }
  }

  /// Columns and rows of the terminal.
  public var size: CellSize {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return CellSize(columns: 80, rows: 24) }
    return CellSize(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// Takes the terminal over.
  ///
  /// - Parameter asks: Whether to ask it for its background and modes; the answers come as input.
  /// - Throws: ``TerminalSessionError``.
  public func enter(asks: Bool) throws(TerminalSessionError) {
    guard !isEntered else { return }
    guard tcgetattr(input, &original) == 0 else { throw .settings(Self.reason) }
    if signals.read < 0 {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw .pipe(Self.reason) }
      signals = (ends[0], ends[1])
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
    }
    arm()
    RestorePoint.install()
    var raw = original
    cfmakeraw(&raw)
    guard tcsetattr(input, TCSAFLUSH, &raw) == 0 else {
      RestorePoint.uninstall()
      throw .settings(Self.reason)
    }
    isEntered = true
    write(modes.entering + (asks ? TerminalModes.questions : []))
  }

  /// Gives the terminal back.
  public func leave() {
    guard isEntered else { return }
    isEntered = false
    RestorePoint.restore()
    RestorePoint.uninstall()
  }

  /// Takes the terminal over anew after the program was stopped without being asked.
  public func enterAgain() {
    guard isEntered else { return }
    var raw = original
    cfmakeraw(&raw)
    _ = tcsetattr(input, TCSAFLUSH, &raw)
    write(modes.entering)
  }

  /// Tells the terminal to leave the order of cells to us, until it is given back.
  public func makeBidiExplicit() {
    guard isEntered, !modes.isBidiExplicit else { return }
    modes.isBidiExplicit = true
    // First the way back, then the change.
    arm()
    write(Array(TerminalModes.explicitBidi.utf8))
  }

  /// Stops the program as the shell's job control wants it; returns when it is continued.
  ///
  /// - Throws: ``TerminalSessionError`` when the terminal cannot be taken over again.
  public func suspend() throws(TerminalSessionError) {
    leave()
    signal(SIGTSTP, SIG_DFL)
    kill(getpid(), SIGTSTP)
    try enter(asks: false)
  }

  /// Ends the process by a signal, so that its parent sees how it ended.
  ///
  /// - Parameter number: A signal that ends processes.
  public static func die(of number: Int32) {
    signal(number, SIG_DFL)
    raise(number)
  }

  /// Waits for input, a signal or the end of a time.
  ///
  /// - Parameters:
  ///   - milliseconds: How long to wait; `nil` for ever.
  ///   - heedsSignals: Whether a signal counts, or is left for the next wait.
  /// - Returns: What came first.
  public func wait(milliseconds: Int?, heedsSignals: Bool = true) -> Wake {
    var descriptors = [
      pollfd(fd: heedsSignals ? signals.read : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: input, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&descriptors, 2, milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1)
    if count == 0 { return .timeout }
    if count < 0 { return errno == EINTR ? .bytes([]) : .closed }
    if descriptors[0].revents != 0 {
      var number: UInt8 = 0
      if read(signals.read, &number, 1) == 1 { return .signal(Int32(number)) }
    }
    guard descriptors[1].revents != 0 else { return .bytes([]) }
    // All that waits is taken at once, so that a key held down makes one frame and not a queue.
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let taken = read(input, &buffer, buffer.count)
    if taken > 0 { return .bytes(Array(buffer[..<taken])) }
    return taken < 0 && (errno == EINTR || errno == EAGAIN) ? .bytes([]) : .closed
  }

  /// Sends bytes, all of them; a terminal that is gone takes none and tells so at the next wait.
  ///
  /// - Parameter bytes: What to send.
  public func write(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Self.send($0, to: output) }
      if count > 0 {
        start += count
      } else if errno == EAGAIN {
        var descriptor = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        _ = poll(&descriptor, 1, 1_000)
      } else if errno != EINTR {
        return
      }
    }
  }

  private static func send(_ bytes: UnsafeRawBufferPointer, to output: Int32) -> Int {
    #if canImport(Glibc)
      Glibc.write(output, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(output, bytes.baseAddress, bytes.count)
    #endif
  }

  private func arm() {
    RestorePoint.arm(
      input: input, output: output, settings: original, bytes: modes.leaving,
      pipe: signals.write)
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
