import MapRendering
import Testing

@testable import CommandLineTool

struct TextTreeTests {
  private let tree = TextTree(
    "root",
    [
      TextTree(
        "a branch whose text is long enough to wrap on a narrow terminal",
        [TextTree("a leaf that is cut where the line ends, for it does not wrap", wraps: false)]),
      TextTree("last", [TextTree("under it")]),
    ])

  @Test func `branches are drawn in Unicode and in ASCII alike`() {
    #expect(
      tree.lines(width: 40, ascii: false) == [
        "root", "├─ a branch whose text is long enough to", "│  │  wrap on a narrow terminal",
        "│  └─ a leaf that is cut where the line…", "└─ last", "   └─ under it",
      ])
    #expect(
      tree.lines(width: 40, ascii: true) == [
        "root", "|- a branch whose text is long enough to", "|  |  wrap on a narrow terminal",
        "|  `- a leaf that is cut where the li...", "`- last", "   `- under it",
      ])
  }

  @Test(arguments: [40, 60, 100])
  func `no line is wider than asked`(width: Int) {
    for ascii in [true, false] {
      for line in tree.lines(width: width, ascii: ascii) {
        #expect(TerminalText(line).columns <= width)
      }
    }
  }
}
