import MapRendering
import TestSupport
import Testing

@Suite struct ProbeReplyTests {
  private static let kitty =
    "\u{1B}P>|kitty(0.42.1)\u{1B}\\\u{1B}[?2026;2$y\u{1B}]11;rgb:1d1d/1f1f/2121\u{1B}\\"
    + "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[6;20;10t\u{1B}[?62;52c"

  private func reply(_ text: String) -> ProbeReply { ProbeReply(Array(text.utf8)) }

  @Test func `A terminal that answers everything is read`() throws {
    let reply = reply(Self.kitty)
    #expect(reply.terminal == TerminalVersion("kitty(0.42.1)"))
    #expect(reply.terminal?.name == "kitty" && reply.terminal?.numbers == [0, 42, 1])
    #expect(reply.synchronizesOutput && reply.drawsKittyImages && !reply.drawsSixel)
    #expect(reply.cellPixels == CellSize(columns: 10, rows: 20))
    #expect(try #require(reply.backgroundLuminance) < 0.2)
    #expect(reply.isComplete)
  }

  @Test(arguments: [
    ("\u{1B}[?62;4;22c", true), ("\u{1B}[?4;22c", false), ("\u{1B}[?65;1;9c", false),
  ])
  func `Sixel is an attribute after the terminal's class`(text: String, sixel: Bool) {
    #expect(reply(text).drawsSixel == sixel && reply(text).isComplete)
  }

  @Test(arguments: [
    ("\u{1B}[?2026;1$y", true), ("\u{1B}[?2026;2$y", true), ("\u{1B}[?2026;0$y", false),
    ("\u{1B}[?2026;4$y", false), ("\u{1B}[?2027;1$y", false), ("\u{1B}[?2026;1y", false),
  ])
  func `Modes that can be set are known ones`(text: String, synchronizes: Bool) {
    #expect(reply(text).synchronizesOutput == synchronizes)
  }

  @Test(
    arguments: [
      ("tmux 3.5a", "tmux", [3, 5]), ("WezTerm 20240203-110809", "wezterm", [20_240_203]),
      ("VTE(7802)", "vte", [7802]), ("XTerm(390)", "xterm", [390]), ("", "", []),
      ("iTerm2 3.5.0", "iterm", [2]), ("foot(99999999999999999999.1)", "foot", [999_999_999, 1]),
    ] as [(String, String, [Int])])
  func `Names and versions are told apart`(text: String, name: String, numbers: [Int]) {
    #expect(TerminalVersion(text).name == name && TerminalVersion(text).numbers == numbers)
  }

  @Test(arguments: [
    "", "\u{1B}", "\u{1B}[", "\u{1B}[?62", "\u{1B}P>|kitty(0.42.1)", "\u{1B}]11;rgb:ff/ff\u{7}",
    "\u{1B}]11;rgb:fffff/ff/ff\u{7}", "\u{1B}]11;rgb:gg/00/00\u{7}", "q", "\u{1B}[A",
    "\u{1B}_Gi=31;ENOTSUPPORTED:\u{1B}\\", "\u{1B}_Gi=3;OK\u{1B}\\", "\u{1B}[6;0;10t",
    "\u{1B}[6;99999999999;10t", "\u{1B}]12;rgb:ff/ff/ff\u{7}", "\u{1B}P>|kitty\u{1B}[",
  ])
  func `What is no answer changes nothing`(text: String) {
    #expect(reply(text) == ProbeReply([]))
  }

  @Test func `Answers are found among keys, and cut off anywhere they do not lead astray`() {
    let bytes = Array(Self.kitty.utf8)
    let whole = ProbeReply(bytes)
    #expect(reply("jk\u{1B}[A" + Self.kitty + "q") == whole)
    for end in 0..<bytes.count {
      let part = ProbeReply(Array(bytes[..<end]))
      #expect(!part.isComplete)
      #expect(part.terminal == nil || part.terminal == whole.terminal)
      #expect(
        part.backgroundLuminance == nil || part.backgroundLuminance == whole.backgroundLuminance)
    }
    var generator = SeededGenerator(seed: 91)
    for _ in 0..<2000 {
      var damaged = bytes
      for _ in 0..<4 {
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      _ = ProbeReply(damaged)
    }
  }

  @Test func `The last question is the one that every terminal answers`() {
    for program in [nil, "Apple_Terminal"] {
      let surroundings = OutputSurroundings(
        environment: program.map { ["TERM_PROGRAM": $0] } ?? [:], isTTY: true, isInputTTY: true)
      let questions = String(decoding: TerminalProbe.questions(for: surroundings), as: UTF8.self)
      #expect(questions.hasSuffix("\u{1B}[c") && questions.contains("\u{1B}]11;?\u{1B}\\"))
      #expect(questions.contains("\u{1B}_G") == (program == nil))
    }
  }
}
