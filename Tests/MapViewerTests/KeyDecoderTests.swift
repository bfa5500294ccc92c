import MapViewer
import TestSupport
import Testing

@Suite("The key decoder")
struct KeyDecoderTests {
  private func events(_ text: String) -> [InputEvent] {
    var decoder = KeyDecoder()
    let events = decoder.take(Array(text.utf8))
    return events + decoder.timeOut()
  }

  private static let table: [(String, [InputEvent])] = {
    func key(_ key: Key, _ held: KeyModifiers = []) -> [InputEvent] { [.key(KeyPress(key, held))] }
    var table: [(String, [InputEvent])] = [
      ("a", key(.character("a"))), ("A", key(.character("A"))), (" ", key(.character(" "))),
      ("~", key(.character("~"))), ("é", key(.character("é"))), ("ب", key(.character("ب"))),
      ("€", key(.character("€"))), ("😀", key(.character("😀"))),
      ("\r", key(.enter)), ("\n", key(.enter)), ("\t", key(.tab)), ("\u{7F}", key(.backspace)),
      ("\u{8}", key(.backspace)), ("\u{0}", key(.character(" "), .control)),
      ("\u{1}", key(.character("a"), .control)), ("\u{3}", key(.character("c"), .control)),
      ("\u{1A}", key(.character("z"), .control)), ("\u{1C}", key(.character("\\"), .control)),
      ("\u{1F}", key(.character("_"), .control)),
      ("\u{1B}", key(.escape)), ("\u{1B}\u{1B}", key(.escape) + key(.escape)),
      ("\u{1B}a", key(.character("a"), .alt)), ("\u{1B}é", key(.character("é"), .alt)),
      ("\u{1B}\r", key(.enter, .alt)), ("\u{1B}\u{1}", key(.character("a"), [.alt, .control])),
      ("\u{1B}\u{7F}", key(.backspace, .alt)),
      ("\u{1B}[", key(.character("["), .alt)), ("\u{1B}O", key(.character("O"), .alt)),
      ("\u{1B}]", key(.character("]"), .alt)),
      ("\u{1B}[A", key(.up)), ("\u{1B}[B", key(.down)), ("\u{1B}[C", key(.right)),
      ("\u{1B}[D", key(.left)), ("\u{1B}[H", key(.home)), ("\u{1B}[F", key(.end)),
      ("\u{1B}OA", key(.up)), ("\u{1B}OD", key(.left)), ("\u{1B}OH", key(.home)),
      ("\u{1B}OF", key(.end)), ("\u{1B}OP", key(.function(1))), ("\u{1B}OS", key(.function(4))),
      ("\u{1B}OM", key(.enter)), ("\u{1B}Op", key(.character("0"))),
      ("\u{1B}Oy", key(.character("9"))), ("\u{1B}Ok", key(.character("+"))),
      ("\u{1B}Om", key(.character("-"))), ("\u{1B}OX", key(.character("="))),
      ("\u{1B}[Z", key(.tab, .shift)),
      ("\u{1B}[1;2A", key(.up, .shift)), ("\u{1B}[1;5C", key(.right, .control)),
      ("\u{1B}[1;3D", key(.left, .alt)), ("\u{1B}[1;8H", key(.home, [.shift, .alt, .control])),
      ("\u{1B}[1;9A", key(.up)),
      ("\u{1B}[1;5P", key(.function(1), .control)), ("\u{1B}[[A", key(.function(1))),
      ("\u{1B}[[E", key(.function(5))), ("\u{1B}[[x", []),
      ("\u{1B}[1~", key(.home)), ("\u{1B}[7~", key(.home)), ("\u{1B}[2~", key(.insert)),
      ("\u{1B}[3~", key(.delete)), ("\u{1B}[4~", key(.end)), ("\u{1B}[8~", key(.end)),
      ("\u{1B}[5~", key(.pageUp)), ("\u{1B}[6~", key(.pageDown)),
      ("\u{1B}[5;5~", key(.pageUp, .control)), ("\u{1B}[3;2~", key(.delete, .shift)),
      ("\u{1B}[27;5;13~", key(.enter, .control)), ("\u{1B}[9u", key(.tab)),
      ("\u{1B}[13u", key(.enter)), ("\u{1B}[27u", key(.escape)), ("\u{1B}[127u", key(.backspace)),
      ("\u{1B}[97;5u", key(.character("a"), .control)),
      ("\u{1B}[97:65;2u", key(.character("a"), .shift)), ("\u{1B}[57358u", []),
      ("\u{1B}[1114112u", []), ("\u{1B}[u", []),
      ("\u{1B}[I", [.focus(true)]), ("\u{1B}[O", [.focus(false)]),
      ("\u{1B}[200~one\ntwo\u{1B}[201~", [.paste("one\ntwo", isCut: false)]),
      (
        "\u{1B}[200~\u{1B}[A\u{1B}[201~x",
        [.paste("\u{1B}[A", isCut: false)]
          + key(.character("x"))
      ),
      ("\u{1B}[201~", []),
      (
        "\u{1B}[?2026;2$y", [.mode(ModeReport(mode: 2026, isPrivate: true, setting: 2))]
      ),
      ("\u{1B}[8;1$y", [.mode(ModeReport(mode: 8, isPrivate: false, setting: 1))]),
      ("\u{1B}[?62;4c", []), ("\u{1B}[12;40R", []), ("\u{1B}[>1;10;0c", []),
      ("\u{1B}]11;rgb:ffff/8080/0000\u{1B}\\", [.background(red: 255, green: 128, blue: 0)]),
      ("\u{1B}]11;rgb:f/8/0\u{7}", [.background(red: 255, green: 136, blue: 0)]),
      ("\u{1B}]11;rgb:ff/zz/00\u{7}", []), ("\u{1B}]11;rgb:ff/00\u{7}", []),
      ("\u{1B}]52;c;secret\u{1B}\\a", key(.character("a"))),
      ("\u{1B}P>|kitty(0.40)\u{1B}\\b", key(.character("b"))),
      ("\u{1B}_Gi=31;OK\u{1B}\\c", key(.character("c"))),
      ("\u{1B}Pabc\u{18}d", key(.character("d"))),
      ("\u{1B}Pabc\u{1B}[A", key(.up)),
      ("\u{1B}[12\u{18}e", key(.character("e"))), ("\u{1B}[12\u{1B}[B", key(.down)),
      ("\u{1B}[1;2", []),
    ]
    for (number, key) in [
      (11, 1), (12, 2), (15, 5), (17, 6), (21, 10), (23, 11), (24, 12), (25, 13), (26, 14),
      (28, 15), (29, 16), (31, 17), (34, 20),
    ] {
      table.append(("\u{1B}[\(number)~", [.key(KeyPress(.function(key)))]))
    }
    for letter in "bdefgijklopqrstuvwxyz".unicodeScalars where !"ij".unicodeScalars.contains(letter)
    {
      let control = Unicode.Scalar(letter.value - 0x60).map(String.init) ?? ""
      table.append((control, [.key(KeyPress(.character(letter), .control))]))
    }
    return table
  }()

  @Test("Every sequence means what terminals mean by it, cut anywhere")
  func sequences() {
    for (bytes, expected) in Self.table {
      #expect(events(bytes) == expected, "\(bytes.debugDescription)")
      // One byte at a time, without the time running out in between.
      var decoder = KeyDecoder()
      var slow: [InputEvent] = []
      for byte in bytes.utf8 { slow += decoder.take([byte]) }
      slow += decoder.timeOut()
      #expect(slow == expected, "\(bytes.debugDescription) byte by byte")
    }
  }

  private static let mice: [(Int, MouseEvent.Kind, KeyModifiers)] = [
    (0, .press(.primary), []), (1, .press(.middle), []), (2, .press(.secondary), []),
    (32, .drag(.primary), []), (34, .drag(.secondary), []), (64, .wheel(up: true), []),
    (65, .wheel(up: false), []), (4, .press(.primary), .shift), (8, .press(.primary), .alt),
    (16, .press(.primary), .control), (80, .wheel(up: true), .control),
  ]

  @Test("The mouse, in the form with numbers and in the old one")
  func mouse() {
    for (code, kind, held) in Self.mice {
      let expected = InputEvent.mouse(MouseEvent(kind, column: 119, row: 39, modifiers: held))
      #expect(events("\u{1B}[<\(code);120;40M") == [expected], "\(code)")
      var decoder = KeyDecoder()
      #expect(
        decoder.take([0x1B, 0x5B, 0x4D, UInt8(code + 32), 120 + 32, 40 + 32]) == [expected],
        "old \(code)")
    }
    #expect(
      events("\u{1B}[<0;1;1m") == [.mouse(MouseEvent(.release(.primary), column: 0, row: 0))])
    for nonsense in ["\u{1B}[<0;0;1M", "\u{1B}[<35;1;1M", "\u{1B}[<0;1M", "\u{1B}[<3;1;1M"] {
      #expect(events(nonsense).isEmpty, "\(nonsense.debugDescription)")
    }
  }

  @Test("Bytes that are no character become one unreadable one, and the next byte counts")
  func notUTF8() {
    let bad = InputEvent.key(KeyPress(.character("\u{FFFD}")))
    let a = InputEvent.key(KeyPress(.character("a")))
    for (bytes, expected) in [
      ([0x80, 0x61], [bad, a]), ([0xC3, 0x61], [bad, a]), ([0xE2, 0x82, 0x61], [bad, a]),
      ([0xC0, 0xAF], [bad, bad]), ([0xED, 0xA0, 0x80], [bad, bad, bad]), ([0xFF], [bad]),
      ([0xF5], [bad]), ([0xE2], [bad]), ([0xC2, 0x9B], []),
    ] as [([UInt8], [InputEvent])] {
      var decoder = KeyDecoder()
      #expect(decoder.take(bytes) + decoder.timeOut() == expected, "\(bytes)")
    }
  }

  @Test("A paste is cut where it is too long, and says so; what follows is keys again")
  func longPaste() throws {
    var decoder = KeyDecoder()
    let long = String(repeating: "x", count: KeyDecoder.pasteLimit + 1000)
    let events = decoder.take(Array("\u{1B}[200~\(long)\u{1B}[201~q".utf8))
    #expect(events.count == 2)
    #expect(
      events.first == .paste(String(long.prefix(KeyDecoder.pasteLimit)), isCut: true))
    #expect(events.last == .key(KeyPress(.character("q"))))
  }

  @Test("Only what may be the beginning of something waits")
  func pending() {
    for (bytes, isPending) in [
      ("", false), ("a", false), ("\u{1B}", true), ("\u{1B}[", true), ("\u{1B}[1;", true),
      ("\u{1B}[A", false), ("\u{1B}]", true), ("\u{1B}]11;rgb", false),
      ("\u{1B}[200~abc", false), ("\u{1B}O", true),
    ] {
      var decoder = KeyDecoder()
      _ = decoder.take(Array(bytes.utf8))
      #expect(decoder.isPending == isPending, "\(bytes.debugDescription)")
    }
  }

  @Test("Any bytes are taken without harm, and leave a decoder that reads the next key")
  func fuzz() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      var decoder = KeyDecoder()
      let bytes = random.list(0...60) { random in
        random.isOnce(in: 4)
          ? random.pick([0x1B, 0x5B, 0x4F, 0x3B, 0x3C, 0x4D, 0x7E, 0x50, 0x5D])
          : UInt8(random.integer(in: 0...255))
      }
      _ = decoder.take(bytes)
      // What ends any string, sequence and paste.
      _ = decoder.take(Array("\u{1B}[201~\u{18}\u{18}".utf8) + Array("    ".utf8))
      _ = decoder.timeOut()
      let next = decoder.take(Array("\u{1B}[C".utf8))
      #expect(next.last == .key(KeyPress(.right)), "seed \(random.seed): \(bytes)")
    }
  }
}
