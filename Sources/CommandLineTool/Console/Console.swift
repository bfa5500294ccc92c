import Foundation
import MapRendering

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The two streams of the program: answers go to standard output, everything else to the other.
///
/// Output is buffered and written in large pieces. A reader that goes away, as `head` does, ends
/// the program quietly.
final class Console {
  /// The reader of standard output has gone.
  struct BrokenPipe: Error {}

  /// The environment that colour and glyphs depend on.
  let environment: [String: String]
  /// Whether answers go to a terminal.
  let isTTY: Bool
  /// Whether lines for people are folded to ASCII, by the policy that decides it for maps.
  let isASCII: Bool
  private var buffer: [UInt8] = []
  private static let flushSize = 1 << 16

  /// The console of this process.
  init() {
    environment = ProcessInfo.processInfo.environment
    isTTY = isatty(STDOUT_FILENO) == 1
    isASCII = GlyphPolicy.writesASCII(
      in: OutputSurroundings(environment: environment, isTTY: isTTY))
    // A write to a closed pipe shall fail with EPIPE, not kill the process.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Columns and rows of the terminal, or 80×24 where there is none.
  var size: (columns: Int, rows: Int) {
    var window = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 {
      return (Int(window.ws_col), Int(window.ws_row))
    }
    let columns = environment["COLUMNS"].flatMap { Int($0) } ?? 80
    let rows = environment["LINES"].flatMap { Int($0) } ?? 24
    return (max(1, columns), max(1, rows))
  }

  /// Writes bytes that are safe already, such as JSON or a rendered map.
  func write(_ bytes: [UInt8]) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.flushSize { try flush() }
  }

  /// Writes a line for people: every control character in it is made harmless, and it is folded to
  /// ASCII for a terminal that shows no more.
  func line(_ text: String = "") throws {
    try write(Array(shown(text).utf8))
    try write([0x0A])
  }

  /// Writes lines for people.
  func lines(_ lines: [String]) throws {
    for line in lines { try self.line(line) }
  }

  private func shown(_ text: String) -> String {
    isASCII ? Self.folded(text) : TerminalText(text).string
  }

  /// A finished line in ASCII.
  ///
  /// The signs that lines are made with take one column there too, so that the line is no longer
  /// than it was.
  static func folded(_ line: String) -> String {
    let narrow = String(line.map { $0 == "→" ? ">" : $0 == "…" ? "~" : $0 })
    return TerminalText(narrow).asciiFolded.string
  }

  /// Sends what is buffered on its way.
  func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    try Self.writeAll(buffer, to: STDOUT_FILENO)
  }

  /// Writes one line to standard error: progress, warnings, faults.
  func note(_ text: String) {
    try? Self.writeAll(Array((shown(text) + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes over the current line of the terminal on standard error; silent elsewhere.
  func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    try? Self.writeAll(Array("\r\u{1B}[K\(TerminalText(text).string)".utf8), to: STDERR_FILENO)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        throw BrokenPipe()
      } else if errno != EINTR && errno != EAGAIN {
        throw CommandError.output(String(cString: strerror(errno)))
      }
    }
  }
}

extension Console {
  /// Writes several lines to standard error.
  func noteLines(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { note(String(line)) }
  }
}
