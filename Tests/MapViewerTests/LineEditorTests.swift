import MapViewer
import Testing

@Suite("The line editor")
struct LineEditorTests {
  private func type(_ keys: [String], into text: String = "") throws -> LineEditor {
    var editor = LineEditor(text)
    for key in keys {
      let press = try #require(KeyPress(name: key), "\(key)")
      let isTaken = editor.take(press)
      #expect(isTaken, "\(key)")
    }
    return editor
  }

  @Test(
    "Keys edit as they do in a shell",
    arguments: [
      (["a", "b"], "", "ab", 2), (["left", "left", "x"], "ab", "xab", 1),
      (["home", "delete"], "ab", "b", 0), (["backspace"], "ab", "a", 1),
      (["home", "backspace"], "ab", "ab", 0), (["end", "delete"], "ab", "ab", 2),
      (["ctrl-w"], "old city ", "old ", 4), (["ctrl-u"], "old", "", 0),
      (["ctrl-a", "right", "ctrl-k"], "old", "o", 1),
      (["ctrl-left", "x"], "old city", "old xcity", 5),
      (["home", "ctrl-right", "space"], "old city", "old  city", 4),
      (["alt-b", "alt-f"], "ab", "ab", 2),
    ])
  func edits(keys: [String], text: String, expected: String, cursor: Int) throws {
    let editor = try type(keys, into: text)
    #expect(editor.text == expected)
    #expect(editor.cursor == cursor)
  }

  @Test("Controls never get in, marks join their letter, and a text has an end")
  func limits() {
    var editor = LineEditor()
    editor.insert("a\u{1B}[31mb\nc")
    #expect(editor.text == "a[31mbc")
    var letters = LineEditor("e")
    letters.insert("\u{301}")
    #expect(letters.cursor == 1)
    _ = letters.take(KeyPress(.backspace))
    #expect(letters.text.isEmpty)
    var long = LineEditor(String(repeating: "x", count: LineEditor.limit))
    long.insert("yz")
    #expect(long.text.count == LineEditor.limit)
    let others = [long.take(KeyPress(.up)), long.take(KeyPress(.enter))]
    #expect(others == [false, false])
  }
}
