import JSONText
import TestSupport
import Testing

struct PlainWritingTests {
  @Test func `members written whole read as those written in parts`() throws {
    var plain = JSONWriter()
    plain.beginObject()
    plain.key(separated: #","a":"#)
    plain.null()
    plain.key(separated: #","b":"#)
    plain.integer(7)
    plain.key(separated: #","c":"#)
    plain.string(plain: "ME2017-1")
    plain.key(separated: #","d":"#)
    plain.string(plain: nil)
    plain.key(separated: #","e":"#)
    plain.string(plain: "/x/", "ID", "/y", "")
    plain.key(separated: #","f":"#)
    plain.null()
    plain.endObject()
    var parts = JSONWriter()
    parts.beginObject()
    parts.key("a")
    parts.null()
    parts.key("b")
    parts.integer(7)
    parts.key("c")
    parts.string("ME2017-1")
    parts.key("d")
    parts.null()
    parts.key("e")
    parts.string("/x/ID/y")
    parts.key("f")
    parts.null()
    parts.endObject()
    #expect(plain.bytes == parts.bytes)
  }

  @Test func `the first member has no comma`() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key(separated: #","a":"#)
    writer.null()
    writer.endObject()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"a":null}"#)
  }

  @Test func `a plain string is the same as one searched for escapes`() throws {
    var random = SeededGenerator(seed: 0x91A1)
    print("plain strings, SIJIL_SEED=\(random.seed)")
    for _ in 0..<200 {
      let text = random.list(0...40) { $0.pick(["a", "Z", "0", "-", "_", ".", ":", "+"]) }.joined()
      var (plain, searched) = (JSONWriter(), JSONWriter())
      plain.string(plain: text)
      searched.string(text)
      #expect(plain.bytes == searched.bytes)
    }
  }
}
