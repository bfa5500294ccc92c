import TestSupport
import Testing

@testable import WebService

@Suite struct HTMLWriterTests {
  @Test func `text and values hold no markup`() {
    var writer = HTMLWriter()
    writer.element(.p, [.set(.title, "a\"b<c>&'")]) { $0.data("<script>&\"'") }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "<p title=\"a&quot;b&lt;c&gt;&amp;&#39;\"><bdi>&lt;script&gt;&amp;&quot;&#39;</bdi></p>\n"
    )
  }

  @Test func `what could hide or reorder is replaced visibly`() {
    var writer = HTMLWriter()
    writer.text("a\u{202E}b\u{0}c\u{1B}[1m\u{200B}d\u{7F}\u{2028}")
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(text.contains("a\u{FFFD}b\u{FFFD}c\u{FFFD}[1m"))
    for scalar in text.unicodeScalars {
      #expect(scalar.value >= 0x20 && scalar.value != 0x7F && scalar.value != 0x202E)
    }
  }

  @Test func `Arabic text says that it is Arabic`() {
    var writer = HTMLWriter()
    writer.data("الموصل")
    writer.data("Mosul")
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "<bdi lang=\"ar\">الموصل</bdi><bdi>Mosul</bdi>")
  }

  @Test(arguments: [
    ("https://example.org/a?b=c&d=%20#e", true), ("HTTP://EXAMPLE.ORG", true),
    ("javascript:alert(1)", false), ("data:text/html,x", false), (" https://example.org", false),
    ("https://a\" onclick=\"x", false), ("https://a\nb", false), ("//example.org", false),
    ("ftp://example.org", false), ("", false), ("https:/x", false), ("https://ä\u{202E}", true),
  ])
  func `only addresses of the web become links`(url: String, isLink: Bool) {
    let link = HTMLAttribute.outside(url)
    #expect((link != nil) == isLink)
    if let link {
      #expect(link.map(\.name) == ["href", "rel"])
      #expect(link.last?.value == "nofollow noopener noreferrer")
    }
  }

  @Test func `any text in, the same tags out`() {
    var random = SeededGenerator(seed: 20_170_317)
    let pieces = [
      "<", ">", "&", "\"", "'", "</p>", "<script>", "-->", "<!--", "]]>", "&amp;", "&#60;", "=",
      " ", "\n", "\u{0}", "\u{202E}", "\u{2066}", "ا", "ب\u{200D}ج", "🏳️‍🌈", "a", "\u{301}", "%3C",
    ]
    for round in 0..<2_000 {
      let hostile = random.list(0...12) { $0.pick(pieces) }.joined()
      var page = PageWriter(PageScope(language: random.isOnce(in: 2) ? .arabic : .english))
      page.element(.section, [.id(hostile), .set(.title, hostile), .class(hostile)]) { page in
        page.data(hostile)
        page.text(hostile)
        page.code(hostile)
        page.outsideLink("https://example.org/" + hostile, text: hostile)
      }
      let read = MarkupReader(String(decoding: page.html.bytes, as: UTF8.self))
      #expect(read.faults.isEmpty, "seed \(random.seed), round \(round): \(read.faults)")
      let names = Set(read.elements.map(\.name))
      #expect(
        names.isSubset(of: ["section", "bdi", "code", "a"]),
        "seed \(random.seed), round \(round): \(names)")
      let attributes = Set(read.elements.flatMap(\.attributes.keys))
      #expect(attributes.isSubset(of: ["id", "title", "class", "lang", "dir", "href", "rel"]))
    }
  }

  @Test func `the reader of the tests sees what is wrong`() {
    for page in [
      "<p>", "<p></div>", "<p title=\"a\"b\">x</p>", "a & b", "<p title=x></p>",
      "<p a=\"1\" a=\"2\"></p>",
      "<p", "<1></1>", "<p><ul></ul></p>",
    ] {
      #expect(!MarkupReader(page).faults.isEmpty, "\(page)")
    }
    #expect(MarkupReader("<p><input value=\"&amp;\">a</p>").faults.isEmpty)
  }
}
