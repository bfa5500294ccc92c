#if canImport(Glibc)
  public import Glibc
#else
  public import Darwin
#endif

/// A program that runs in a terminal of its own, with us at the other end of it.
///
/// What the program writes goes into a ``VirtualTerminal``; waiting is reading until something
/// expected is there, with a deadline and without sleeping.
public final class PseudoTerminal {
  /// Why a program could not be started in a terminal.
  public struct Failure: Error, CustomStringConvertible {
    /// What went wrong.
    public let description: String
  }

  /// How a program ended.
  public enum End: Hashable, Sendable {
    /// With an exit code.
    case exit(Int32)
    /// By a signal.
    case signal(Int32)
    /// Not within the deadline.
    case running
  }

  /// What can be seen.
  public private(set) var screen: VirtualTerminal
  /// The program's process.
  public let process: pid_t
  /// Everything that the program wrote.
  public private(set) var written: [UInt8] = []

  private let primary: Int32
  private let secondary: Int32
  private let original: termios
  private var end: End?

  /// Milliseconds that anything may take; generous, for machines that do much else.
  private static let limit: Int32 = 300_000

  /// Starts a program in a terminal.
  ///
  /// - Parameters:
  ///   - path: The program.
  ///   - arguments: Without the program's name.
  ///   - environment: All of it.
  ///   - columns: Of the terminal.
  ///   - rows: Of the terminal.
  /// - Throws: ``Failure``.
  public init(
    _ path: String, _ arguments: [String], environment: [String: String],
    columns: Int, rows: Int
  ) throws {
    var ends: (primary: Int32, secondary: Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 256)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&ends.primary, &ends.secondary, &name, nil, &size) == 0 else {
      throw Failure(description: "openpty: \(String(cString: strerror(errno)))")
    }
    (primary, secondary) = ends
    var settings = termios()
    tcgetattr(secondary, &settings)
    original = settings
    screen = VirtualTerminal(columns: columns, rows: rows)
    process = try Self.spawn(
      path, arguments, environment, name, closing: [ends.primary, ends.secondary])
  }

  deinit {
    if end == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(primary)
    close(secondary)
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String],
    _ terminal: [CChar], closing: [Int32]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in closing { posix_spawn_file_actions_addclose(&actions, descriptor) }
    // The first terminal that the leader of a session opens becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The thread that spawns may hold signals back; a shell's children do not.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID is 0x80, which the headers show to GNU sources only.
    posix_spawnattr_setflags(&attributes, Int16(0x80 | POSIX_SPAWN_SETSIGMASK))
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var pairs = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + pairs).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, &attributes, &words, &pairs)
    guard code == 0 else {
      throw Failure(description: "\(path): \(String(cString: strerror(code)))")
    }
    return process
  }

  /// Types bytes.
  ///
  /// - Parameter text: As a keyboard sends them.
  public func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(primary, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Gives the terminal another size; the screen begins anew.
  ///
  /// - Parameters:
  ///   - columns: Of the terminal.
  ///   - rows: Of the terminal.
  public func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    // What was written for the old size belongs to the old screen.
    while let bytes = read(withinMilliseconds: 0) { screen.take(bytes) }
    let modes = screen
    _ = ioctl(primary, UInt(TIOCSWINSZ), &size)
    screen = modes.resized(columns: columns, rows: rows)
  }

  /// Reads until the screen is as expected.
  ///
  /// - Parameter isExpected: Whether it is.
  /// - Returns: `false` when the deadline came first, or the program ended.
  public func wait(until isExpected: (VirtualTerminal) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + .milliseconds(Int64(Self.limit))
    while !isExpected(screen) {
      guard ContinuousClock.now < deadline, let bytes = read(withinMilliseconds: 200) else {
        return isExpected(screen)
      }
      screen.take(bytes)
    }
    return true
  }

  /// Reads until the program ends.
  ///
  /// - Returns: How it ended.
  public func waitForEnd() -> End {
    if let end { return end }
    let deadline = ContinuousClock.now + .milliseconds(Int64(Self.limit))
    var status: Int32 = 0
    while ContinuousClock.now < deadline {
      if let bytes = read(withinMilliseconds: 20) { screen.take(bytes) }
      guard waitpid(process, &status, WNOHANG) == process else { continue }
      while let bytes = read(withinMilliseconds: 0), !bytes.isEmpty { screen.take(bytes) }
      let signal = status & 0x7F
      let found = signal == 0 ? End.exit((status >> 8) & 0xFF) : .signal(signal)
      end = found
      return found
    }
    return .running
  }

  /// Sends a signal to the program.
  ///
  /// - Parameter number: The signal.
  public func send(_ number: Int32) { kill(process, number) }

  /// Whether lines are edited and echoed by the terminal itself, just as before the program.
  public var isAsBefore: Bool {
    var settings = termios()
    guard tcgetattr(secondary, &settings) == 0 else { return false }
    return settings.c_lflag == original.c_lflag && settings.c_iflag == original.c_iflag
      && settings.c_oflag == original.c_oflag && settings.c_cflag == original.c_cflag
  }

  /// What is there to read; nothing at the deadline, `nil` where nothing can come any more.
  private func read(withinMilliseconds limit: Int32) -> [UInt8]? {
    var descriptor = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
    let count = poll(&descriptor, 1, limit)
    if count == 0 { return limit == 0 ? nil : [] }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let taken = Glibc.read(primary, &buffer, buffer.count)
    guard taken > 0 else { return nil }
    written += buffer[..<taken]
    return Array(buffer[..<taken])
  }
}
