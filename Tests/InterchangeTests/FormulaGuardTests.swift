import Interchange
import TestSupport
import Testing

struct FormulaGuardTests {
  @Test(arguments: [
    "=1+1", "+cmd|'/C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1",
    "＠x", "-", "+.5", "-5.", "-1e", "--5", "'=1", "''+x", "'-5",
  ])
  func `what a spreadsheet may run is guarded`(text: String) {
    #expect(FormulaGuard.isNeeded(for: text))
    #expect(FormulaGuard.removed(from: "'" + text) == text)
  }

  @Test(arguments: [
    "", "5", "-5", "+5", "-1.5", "+1.5e3", "-2E-10", "a=b", "'", "'tis", "''", "حي", "｡", " =1",
  ])
  func `numbers and plain texts are left alone`(text: String) {
    #expect(!FormulaGuard.isNeeded(for: text))
    #expect(FormulaGuard.removed(from: text) == text)
  }

  @Test func `every text comes back through a guarded table`() throws {
    var random = SeededGenerator(seed: 0xC5_F0)
    print("formula guard, SIJIL_SEED=\(random.seed)")
    let alphabet = ["=", "+", "-", "@", "'", "\t", "\n", "\"", ",", "＝", "｡", "1", "e", ".", "م"]
    for _ in 0..<300 {
      let texts = (0..<4).map { _ in
        random.list(0...4) { $0.pick(alphabet) }.joined()
      }
      var writer = CSVWriter()
      for name in ["a", "b", "c", "d", "e"] { writer.plain(name) }
      writer.endRow()
      for text in texts { writer.text(text) }
      writer.plain("x")
      writer.endRow()
      var reader = try CSVReader(writer.takeBytes(), file: "x.csv")
      guard case .row(let row)? = try reader.next() else {
        Issue.record("no row for \(texts)")
        continue
      }
      #expect((0..<4).map { row.unguardedText($0) ?? "" } == texts)
      for (column, text) in texts.enumerated() where FormulaGuard.isNeeded(for: text) {
        #expect(row.text(column)?.first == "'")
      }
    }
  }
}
