import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("The viewer on the built binary, in a terminal")
struct ViewTests {
  private func view(
    _ program: Program, _ arguments: [String] = [], columns: Int = 100, rows: Int = 30
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      Program.binary.path, ["view"] + arguments, environment: environment(program),
      columns: columns, rows: rows)
  }

  private func environment(_ program: Program) -> [String: String] {
    [
      "PATH": "/usr/bin:/bin", "HOME": program.folder.path, "LC_ALL": "C.UTF-8",
      "TERM": "xterm-256color", "SIJIL_STORE": program.folder.appending(path: "sijil.gpkg").path,
    ]
  }

  /// The sentence at the bottom.
  private func sentence(_ screen: VirtualTerminal) -> String { screen.line(screen.rows - 1) }

  private func expectRestored(
    _ terminal: PseudoTerminal, _ comment: String, afterStorm isAfterStorm: Bool = false
  ) {
    let screen = terminal.screen
    // What is written for one size and comes to a smaller one may go on from its last column.
    let unknown = screen.unknown.filter { !isAfterStorm || $0 != "a move from the last column" }
    #expect(!screen.isAlternate, "\(comment): the main screen")
    #expect(screen.showsCursor, "\(comment): a cursor")
    #expect(screen.modes == [7, 25], "\(comment): \(screen.modes)")
    #expect(unknown.isEmpty, "\(comment): \(unknown)")
    #expect(terminal.isAsBefore, "\(comment): lines edited by the terminal")
  }

  private func isShown(_ screen: VirtualTerminal) -> Bool {
    screen.isAlternate && sentence(screen).contains("incidents in view")
  }

  @Test("Keys, a filter, time and a dossier; on the way out the command that shows it again")
  func session() async throws {
    try await withStore { program in
      let terminal = try view(program)
      #expect(terminal.wait(until: isShown), "\(terminal.screen.lines)")
      #expect(!terminal.screen.showsCursor)
      #expect(terminal.screen.modes.isSuperset(of: [1049, 1002, 1006, 2004, 1004]))
      #expect(!terminal.screen.modes.contains(2026))
      terminal.type("n")
      #expect(terminal.wait { sentence($0).hasPrefix("1 of ") })
      terminal.type("/killed_max >= 100\r")
      #expect(terminal.wait { sentence($0).hasPrefix("Filter killed_max >= 100") })
      terminal.type("n")
      #expect(terminal.wait { sentence($0).contains("CI") })
      terminal.type("\r")
      #expect(terminal.wait { $0.lines.contains { $0.contains("SUMMARY") } })
      terminal.type("q/")
      #expect(terminal.wait { $0.showsCursor }, "a prompt has a cursor")
      terminal.type("\u{15}\rx0q")
      #expect(terminal.waitForEnd() == .exit(0))
      expectRestored(terminal, "q")
      let again = try #require(
        terminal.screen.lines.first { $0.hasPrefix("again: ") }, "\(terminal.screen.lines)")
      #expect(again.hasPrefix("again: sijil view --center 43."))
    }
  }

  @Test(
    "Whatever ends the viewer, the terminal is what it was, and the parent sees the signal",
    arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE])
  func signals(number: Int32) async throws {
    try await withStore { program in
      let terminal = try view(program)
      #expect(terminal.wait(until: isShown))
      terminal.type("n")
      #expect(terminal.wait { sentence($0).hasPrefix("1 of ") })
      terminal.send(number)
      #expect(terminal.waitForEnd() == .signal(number))
      expectRestored(terminal, "signal \(number)")
      let isAsked = [SIGINT, SIGTERM, SIGHUP].contains(number)
      #expect(terminal.screen.lines.contains { $0.hasPrefix("again: ") } == isAsked)
    }
  }

  @Test(
    "However the viewer ends, no image is left in the terminal", arguments: [nil, SIGTERM, SIGSEGV])
  func images(number: Int32?) async throws {
    try await withStore { program in
      let terminal = try view(program, ["--glyphs", "kitty"])
      #expect(terminal.wait { isShown($0) && $0.images.shownCount == 1 })
      terminal.type("n+")
      #expect(terminal.wait { sentence($0).contains(" across") && $0.images.shownCount == 1 })
      #expect(terminal.screen.images.count == 1)
      if let number { terminal.send(number) } else { terminal.type("q") }
      #expect(terminal.waitForEnd() == (number.map { .signal($0) } ?? .exit(0)))
      expectRestored(terminal, "an image")
      #expect(terminal.screen.images.count == 0)
    }
  }

  @Test("Ctrl-Z gives the terminal back to the shell, fg takes it over again")
  func stopping() async throws {
    try await withStore { program in
      // The shell of this session has job control, without which nothing is ever stopped.
      let script = "set -m; \"$0\" view; echo STOPPED; read answer; fg; echo ENDED"
      let terminal = try PseudoTerminal(
        "/bin/sh", ["-c", script, Program.binary.path], environment: environment(program),
        columns: 100, rows: 30)
      #expect(terminal.wait(until: isShown))
      terminal.type("\u{1A}")
      #expect(terminal.wait { $0.lines.contains("STOPPED") }, "\(terminal.screen.lines)")
      expectRestored(terminal, "stopped")
      terminal.type("\n")
      #expect(terminal.wait(until: isShown))
      #expect(!terminal.isAsBefore)
      terminal.type("q")
      #expect(terminal.wait { $0.lines.contains("ENDED") }, "\(terminal.screen.lines)")
      #expect(terminal.waitForEnd() == .exit(0))
      expectRestored(terminal, "after stopping")
    }
  }

  @Test("After a storm of sizes the screen is that of the last one, cell by cell")
  func resizeStorm() async throws {
    try await withStore { program in
      var random = SeededGenerator(seed: 7)
      let look = [
        "--center", "43.13,36.34", "--across", "12km", "--color", "never", "--glyphs", "braille",
      ]
      let terminal = try view(program, look)
      #expect(terminal.wait(until: isShown))
      for _ in 0..<60 {
        terminal.resize(
          columns: random.integer(in: 1...200), rows: random.integer(in: 1...60))
        if random.isOnce(in: 3) { terminal.type("\u{1B}[C\u{1B}[D") }
      }
      terminal.resize(columns: 96, rows: 28)
      // A key that came before the last size would act on another picture.
      #expect(terminal.wait { $0.line(26).hasPrefix("happened ") && !$0.line(27).isEmpty })
      terminal.type("0")
      let fresh = try program.run(
        ["view", "--type", "0", "--width", "96", "--height", "28"] + look)
      let expected = fresh.lines.dropLast().map { line in
        String(line.reversed().drop { $0 == " " }.reversed())
      }
      #expect(expected.count == 28)
      #expect(
        terminal.wait { $0.lines == expected },
        "seed \(random.seed)\n\(terminal.screen.lines.joined(separator: "\n"))")
      terminal.type("q")
      #expect(terminal.waitForEnd() == .exit(0))
      expectRestored(terminal, "after the storm", afterStorm: true)
    }
  }

  @Test(
    "A terminal that says it can hold updates back gets them held, one that orders text is told")
  func answers() async throws {
    try await withStore { program in
      let terminal = try view(program)
      #expect(terminal.wait(until: isShown))
      #expect(terminal.screen.questions.contains("?2026$p"))
      terminal.type("\u{1B}[?2026;2$y\u{1B}[8;1$yn")
      #expect(terminal.wait { sentence($0).hasPrefix("1 of ") })
      #expect(terminal.screen.updateCount > 0)
      #expect(!terminal.screen.modes.contains(-8))
      terminal.type("q")
      #expect(terminal.waitForEnd() == .exit(0))
      #expect(terminal.screen.modes == [7, 25, -8], "the terminal orders text again")
    }
  }

  @Test("A thousand keys at once are done with as one")
  func heldKey() async throws {
    try await withStore { program in
      let terminal = try view(program)
      #expect(terminal.wait(until: isShown))
      terminal.type("\u{1B}[?2026;2$y")
      terminal.type(String(repeating: "\u{1B}[C", count: 1_000) + "?")
      #expect(terminal.wait { $0.line(0).contains("Keys") })
      // The pipe of a terminal holds some kilobytes, so a few frames may come of it.
      #expect(terminal.screen.updateCount <= 12, "\(terminal.screen.updateCount) frames")
      terminal.type("qq")
      #expect(terminal.waitForEnd() == .exit(0))
    }
  }

  @Test("Without a terminal it says what to use, and --a11y speaks in plain lines")
  func spoken() async throws {
    try await withStore { program in
      let refused = try program.run("view")
      #expect(refused.status == 2)
      #expect(refused.errors.contains("--a11y"))
      let input = program.folder.appending(path: "words")
      try Data(
        "next\nlist\n2\nmore\nmore\non 2017-03-17\nas of 2017-03-25\nall time\ngo Old City\nnow\nlink\nquit\n"
          .utf8
      )
      .write(to: input)
      let spoken = try program.run(["view", "--a11y"], input: input)
      #expect(spoken.status == 0)
      #expect(!spoken.output.contains(0x1B))
      #expect(
        spoken.text.unicodeScalars.allSatisfy {
          !(0x2500...0x28FF).contains($0.value) && ($0 == "\n" || $0.value >= 0x20)
        })
      #expect(spoken.lines.contains { $0.contains("incidents in view") })
      #expect(spoken.lines.contains { $0.hasPrefix("17 March 2017") })
      #expect(spoken.lines.contains { $0.hasPrefix("again: sijil view ") })
    }
  }

  @Test("The link shows the same view again")
  func link() async throws {
    try await withStore { program in
      let spoken = program.folder.appending(path: "words")
      try Data("go Old City\nin\non 2017-03-17\nlink\n".utf8).write(to: spoken)
      let lines = try program.run(["view", "--a11y"], input: spoken).lines
      let link = try #require(lines.first { $0.hasPrefix("sijil view ") })
      let words = link.split(separator: " ").dropFirst(2).map(String.init)
      let again = program.folder.appending(path: "again")
      try Data("link\n".utf8).write(to: again)
      let repeated = try program.run(["view", "--a11y"] + words, input: again).lines
      #expect(repeated.contains(link))
    }
  }

  @Test("Keys are bound by a file, and a wrong line is told")
  func keys() async throws {
    try await withStore { program in
      let file = program.folder.appending(path: "keys")
      try Data("d = help\n".utf8).write(to: file)
      let shown = try program.run(
        "view", "--type", "d", environment: ["SIJIL_KEYS": file.path])
      #expect(shown.text.contains("Keys"))
      try Data("d = help\nx = what\n".utf8).write(to: file)
      let refused = try program.run("view", "--type", "d", "--keys", file.path)
      #expect(refused.status == 2)
      #expect(refused.errors.contains("line 2: there is no action \"what\""))
      #expect(try program.run("view", "--type", "hyper-x").status == 64)
      #expect(try program.run("view", "--across", "1km").status == 64)
      #expect(try program.run("view", "--filter", "what is", "--type", "n").status == 64)
    }
  }
}
