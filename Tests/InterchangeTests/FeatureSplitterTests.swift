import Interchange
import JSONText
import TestSupport
import Testing

struct FeatureSplitterTests {
  /// What a splitter says of a stream that comes in pieces of one size.
  private func transcript(_ bytes: [UInt8], pieces size: Int, limit: Int = 1 << 20) -> [String] {
    var splitter = FeatureSplitter(limit: limit)
    var lines: [String] = []
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    func drain() throws(FeatureStreamError) {
      while let piece = try splitter.next() {
        switch piece {
        case .opening(let bytes): lines.append("opening \(text(bytes))")
        case .closing(let bytes): lines.append("closing \(text(bytes))")
        case .feature(let record):
          lines.append("\(record.index) at \(record.offset): \(text(record.bytes))")
        }
      }
    }
    do {
      for start in stride(from: 0, to: bytes.count, by: size) {
        splitter.feed(Array(bytes[start..<min(bytes.count, start + size)]))
        try drain()
      }
      splitter.finish()
      try drain()
      lines.append("\(splitter.framing.map { "\($0)" } ?? "empty")")
    } catch {
      lines.append("\(error)")
    }
    return lines
  }

  private func transcript(_ text: String) -> [String] { transcript(Array(text.utf8), pieces: 7) }

  @Test func `a collection is cut into its features and what stands round them`() {
    let lines = transcript(
      #"{"links":[{"features":[1]}],"features":[ {"a":"]}"} , \#n{"b":[{}]}],"after":[2]} "#)
    // Without a type the envelope is refused, but only at its end.
    #expect(
      lines == [
        #"opening {"links":[{"features":[1]}],"features":["#, #"1 at 41: {"a":"]}"}"#,
        #"2 at 55: {"b":[{}]}"#, #"found "no type" with features, wanted a FeatureCollection"#,
      ])
  }

  @Test(arguments: [
    (#"{"type":"FeatureCollection","features":[]}"#, "collection"),
    ("\u{FEFF}{\"features\":[\n],\"type\":\"FeatureCollection\"}\n", "collection"),
    ("{\"type\":\"Feature\"}\n\n{\"type\":\"Feature\"}", "lines"),
    ("{\"type\":\n\"Feature\"}{\"type\":\"Feature\"}", "values"),
    ("\u{1E}{\"type\":\"Feature\"}\n\u{1E}\u{1E}{\"type\":\n\"Feature\"}\n", "separated"),
    (#"{"type":"Feature","features":[{}]}"#, "lines"),
    ("", "empty"), (" \n", "empty"),
  ])
  func `the framing shows itself`(text: String, framing: String) {
    #expect(transcript(text).last == framing)
  }

  @Test func `the bytes of a feature are those of the stream, at its offset`() {
    let text = "\u{1E} {\"é\": 1.50}\r\n\u{1E}{\"x\":\n2}\n"
    let bytes = Array(text.utf8)
    #expect(
      transcript(text) == [
        "1 at 2: {\"é\": 1.50}", "2 at 17: {\"x\":\n2}", "separated",
      ])
    #expect(bytes[17] == UInt8(ascii: "{"))
  }

  @Test(arguments: [
    ("[1]", "byte 0: unexpected byte 0x5b"), ("{\"a\":1", "ends early at byte 6"),
    (#"{"type":"FeatureCollection","features":[{}"#, "ends early at byte 42"),
    (#"{"type":"FeatureCollection","features":[,{}]}"#, "byte 40: unexpected byte 0x2c"),
    (#"{"type":"FeatureCollection","features":[{},]}"#, "byte 43: unexpected byte 0x5d"),
    (#"{"type":"FeatureCollection","features":[{}{}]}"#, "byte 42: unexpected byte 0x7b"),
    (#"{"type":"FeatureCollection","features":[7]}"#, "byte 40: unexpected byte 0x37"),
    (#"{"type":"FeatureCollection","features":[],"a":1,"a":2}"#, "again at byte 48"),
    (#"{"a" 1,"type":"FeatureCollection","features":[]}"#, "in JSON at byte 5"),
    (#"{"type":"FeatureCollection","features":[]} x"#, "byte 43: unexpected byte 0x78"),
    ("{\"type\":\n\"Feature\"}\n[", "byte 20: unexpected byte 0x5b"),
  ])
  func `what is no stream of features is refused at its byte`(text: String, reason: String) {
    let last = transcript(text).last ?? ""
    #expect(last.contains(reason), "\(last)")
  }

  @Test func `a feature longer than the limit is refused, not held`() {
    let text =
      #"{"type":"FeatureCollection","features":[{"a":"\#(String(repeating: "x", count: 200))"#
    #expect(
      transcript(Array(text.utf8), pieces: 16, limit: 64).last?.contains("longer than 64") == true)
  }

  @Test func `a feature is read with its place in the stream`() throws {
    func record(_ text: String) throws -> FeatureRecord {
      var splitter = FeatureSplitter()
      splitter.feed(Array(text.utf8))
      splitter.finish()
      guard case .feature(let record)? = try splitter.next() else { throw Missing() }
      return record
    }
    #expect(try record(#"{"type":"Feature","id":7}"#).parsed()["id"]?.integer == 7)
    #expect(throws: FeatureStreamError.notAFeature(found: "Point", feature: 1, offset: 1)) {
      try record(#" {"type":"Point"}"#).parsed()
    }
    #expect(
      throws: FeatureStreamError.json(.duplicateName("a", offset: 9), feature: 1)
    ) { try record(#"  {"a":1,"a":2}"#).parsed() }
  }

  private struct Missing: Error {}

  @Test func `random streams are cut the same in any pieces and never trap`() {
    var random = SeededGenerator(seed: 0x5EED_F)
    print("hostile feature streams, SIJIL_SEED=\(random.seed)")
    let words = [
      "{", "}", "[", "]", ",", "\"", "\\", "\n", " ", ":", "\u{1E}", #""features":["#, #""type""#,
      #""FeatureCollection""#, #"{"type":"Feature"}"#, "é", "\u{FEFF}",
    ]
    for _ in 0..<400 {
      let text = random.list(0...14) { $0.pick(words) }.joined()
      let start = random.isOnce(in: 2) ? #"{"type":"FeatureCollection","features":["# : ""
      let bytes = Array((start + text).utf8)
      let whole = transcript(bytes, pieces: max(1, bytes.count))
      for size in [1, 2, 5, 16] {
        #expect(transcript(bytes, pieces: size) == whole, "\(start + text)")
      }
    }
  }

  @Test func `the features of random collections are those a whole parser finds`() throws {
    var random = SeededGenerator(seed: 0xC011)
    print("collections cut, SIJIL_SEED=\(random.seed)")
    for _ in 0..<100 {
      let features = random.list(0...6) { random in
        let text = random.pick(["a", "\\\"]", "}{", "\\\\", "é\\u0022"])
        return
          #"{"type":"Feature","properties":{"t":"\#(text)","n":[\#(random.integer(in: 0...9))]}}"#
      }
      let space = random.pick(["", " ", "\n  "])
      let text =
        #"{"type":"FeatureCollection","bbox":[1,2],"features":["#
        + features.map { space + $0 }.joined(separator: "\(space),") + #"],"x":{"y":"}"}}"#
      let whole = try JSONValue(parsing: text).object?["features"]?.array ?? []
      var splitter = FeatureSplitter()
      splitter.feed(Array(text.utf8))
      splitter.finish()
      var found: [JSONValue] = []
      while let piece = try splitter.next() {
        if case .feature(let record) = piece { found.append(.object(try record.parsed())) }
      }
      #expect(found == whole)
    }
  }
}
