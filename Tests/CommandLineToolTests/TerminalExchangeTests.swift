import Foundation
import MapRendering
import Testing

@testable import CommandLineTool

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A terminal that answers as told, on the other side of a pseudo-terminal.
private struct PeerTerminal {
  let own: Int32
  let programs: Int32

  init() throws {
    var (own, programs) = (Int32(-1), Int32(-1))
    try #require(openpty(&own, &programs, nil, nil, nil) == 0)
    (self.own, self.programs) = (own, programs)
  }

  /// Waits for the questions, up to the one for attributes, then answers.
  func answer(_ text: String) -> Thread {
    let own = own
    let thread = Thread {
      var asked: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 256)
      while !asked.suffix(3).elementsEqual("\u{1B}[c".utf8) {
        let count = chunk.withUnsafeMutableBytes { read(own, $0.baseAddress, $0.count) }
        guard count > 0 else { return }
        asked += chunk[..<count]
      }
      let bytes = Array(text.utf8)
      _ = bytes.withUnsafeBytes { write(own, $0.baseAddress, $0.count) }
    }
    thread.start()
    return thread
  }

  /// The modes of the program's side, as bytes that can be compared.
  func modes() throws -> [UInt32] {
    var modes = termios()
    try #require(tcgetattr(programs, &modes) == 0)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag].map { UInt32($0) }
  }

  func close() {
    _ = Foundation.close(own)
    _ = Foundation.close(programs)
  }
}

@Suite(.serialized) struct TerminalExchangeTests {
  private static let direct = OutputSurroundings(
    environment: ["TERM": "xterm-256color", "LANG": "en_GB.UTF-8"], isTTY: true, isInputTTY: true)

  private static let terminals: [(answers: String, glyphs: GlyphSet, theme: ColourTheme)] = [
    (
      "\u{1B}P>|kitty(0.42.1)\u{1B}\\\u{1B}[?2026;2$y\u{1B}]11;rgb:0000/0000/0000\u{1B}\\"
        + "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[6;20;10t\u{1B}[?62;52c", .octant, .dark
    ),
    (
      "\u{1B}P>|foot(1.16.2)\u{1B}\\\u{1B}]11;rgb:ff/ff/ff\u{1B}\\\u{1B}[?62;4;22c", .braille,
      .light
    ),
    ("\u{1B}P>|VTE(7802)\u{1B}\\\u{1B}]11;rgb:3030/0a0a/2424\u{7}\u{1B}[?65;1;9c", .octant, .dark),
    ("\u{1B}[?61;4;6;7;14;21;22;23;24;28;32;42c", .braille, .dark),
    ("\u{1B}]11;rgb:ffff/ffff/ffff\u{7}\u{1B}[?1;2c", .braille, .light),
  ]

  @Test(arguments: terminals.indices)
  func `a terminal that answers is drawn for as it said`(index: Int) throws {
    let (answers, glyphs, theme) = Self.terminals[index]
    let peer = try PeerTerminal()
    defer { peer.close() }
    let before = try peer.modes()
    let thread = peer.answer(answers)
    // Generous: what ends the waiting is the last answer.
    let reply = TerminalExchange(input: peer.programs, output: peer.programs).ask(
      TerminalProbe.questions(for: Self.direct), limitMilliseconds: 20_000)
    #expect(reply?.isComplete == true)
    let capabilities = RenderCapabilities(RenderChoices(), in: Self.direct, reply: reply)
    #expect(capabilities.glyphs == glyphs && capabilities.theme == theme)
    #expect(try peer.modes() == before)
    thread.cancel()
  }

  @Test func `a terminal that says nothing is waited for no longer than the limit`() throws {
    let peer = try PeerTerminal()
    defer { peer.close() }
    let before = try peer.modes()
    let reply = try #require(
      TerminalExchange(input: peer.programs, output: peer.programs).ask(
        TerminalProbe.questions(for: Self.direct), limitMilliseconds: 20))
    #expect(!reply.isComplete && reply.terminal == nil)
    #expect(try peer.modes() == before)
  }

  @Test func `nothing is sent to what is no terminal`() throws {
    let pipe = Pipe()
    let reading = pipe.fileHandleForReading.fileDescriptor
    let exchange = TerminalExchange(
      input: reading, output: pipe.fileHandleForWriting.fileDescriptor)
    #expect(exchange.ask([0x1B, 0x5B, 0x63], limitMilliseconds: 20) == nil)
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() ?? Data() == Data())
  }

  @Test func `a line typed ahead is left to whom it was meant for`() throws {
    let peer = try PeerTerminal()
    defer { peer.close() }
    let line = Array("ls\n".utf8)
    #expect(line.withUnsafeBytes { write(peer.own, $0.baseAddress, $0.count) } == 3)
    let exchange = TerminalExchange(input: peer.programs, output: peer.programs)
    #expect(exchange.ask([0x1B, 0x5B, 0x63], limitMilliseconds: 20) == nil)
    var read = [UInt8](repeating: 0, count: 8)
    let count = read.withUnsafeMutableBytes { Foundation.read(peer.programs, $0.baseAddress, 8) }
    #expect(Array(read.prefix(max(count, 0))) == line)
  }
}
