import MapViewer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The spoken viewer between standard input and standard output.
struct Conversation {
  private var viewer: SpokenViewer
  private let console: Console
  private var held: [UInt8] = []
  /// Milliseconds between two steps of playing: long enough to be read out.
  private static let stepMilliseconds: Int32 = 4_000

  init(_ state: ViewerState, desk: ViewerDesk, on console: Console) {
    viewer = SpokenViewer(state, desk: desk)
    self.console = console
  }

  /// Talks until the viewer is left or the input ends.
  consuming func run() async throws -> ExitStatus {
    try tell(await viewer.begin())
    while let line = try await nextLine() {
      // A word while it plays stops it, whatever else it asks for.
      if viewer.isPlaying, line != "stop", line != "play" { _ = await viewer.take("stop") }
      guard let answer = await viewer.take(line) else { break }
      try tell(answer)
    }
    try tell(ViewCommand.farewell(viewer.link))
    return .done
  }

  private func tell(_ lines: [String]) throws {
    try console.lines(lines)
    try console.flush()
  }

  /// The next line of input; `nil` at its end.
  private mutating func nextLine() async throws -> String? {
    while true {
      if let end = held.firstIndex(of: 0x0A) {
        defer { held.removeFirst(end + 1) }
        return String(decoding: held[..<end], as: UTF8.self)
      }
      var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let count = poll(&descriptor, 1, viewer.isPlaying ? Self.stepMilliseconds : -1)
      if count == 0 {
        try tell(await viewer.tick())
        continue
      }
      var buffer = [UInt8](repeating: 0, count: 4_096)
      let taken = read(STDIN_FILENO, &buffer, buffer.count)
      if taken > 0 {
        held += buffer[..<taken]
      } else if taken == 0 || errno != EINTR {
        defer { held = [] }
        return held.isEmpty ? nil : String(decoding: held, as: UTF8.self)
      }
    }
  }
}
