import MapRendering
import Testing

@testable import CommandLineTool

struct TextTableTests {
  private func table(_ rows: [[String]]) -> TextTable {
    var table = TextTable([
      .init(title: "ID"), .init(title: "KILLED", alignment: .trailing), .init(title: "TITLE"),
    ])
    for row in rows { table.add(row) }
    return table
  }

  @Test func `columns are as wide as their longest cell`() {
    let table = table([["CI550", "105–141", "House"], ["A", "3", "Zuhur"]])
    #expect(
      table.lines(width: nil) == [
        "ID      KILLED  TITLE", "CI550  105–141  House", "A            3  Zuhur",
      ])
  }

  @Test func `a column starts at one terminal column on every row, whatever the script`() {
    let table = table([
      ["الموصل", "1", "x"], ["باب الطوب", "22", "x"], ["abc", "333", "x"], ["é", "4", "x"],
      ["e\u{301}", "5", "x"], ["漢字", "6", "x"],
    ])
    let lines = table.lines(width: nil)
    let starts = lines.dropFirst().map { line in
      TerminalText(String(line.dropLast())).columns
    }
    #expect(Set(starts).count == 1, "\(starts)")
  }

  @Test func `nothing in a cell reaches the terminal as a command`() {
    let hostile = "a\u{1B}[2Jb\u{202E}c\nd\re\u{9B}31mf\u{7}g\u{0}h\t"
    let lines = table([[hostile, hostile, hostile]]).lines(width: nil)
    #expect(lines.count == 2)
    for scalar in lines.joined().unicodeScalars {
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(
        !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
    }
  }

  @Test func `the last column takes what is left and ends in an ellipsis`() {
    let table = table([["CI550", "105–141", "A house in al-Aghawat al-Jadidah"]])
    for width in [28, 30, 40] {
      let lines = table.lines(width: width)
      #expect(lines.allSatisfy { TerminalText($0).columns <= width })
      #expect(lines[1].hasSuffix("…"))
      #expect(TerminalText(lines[1]).columns == width)
    }
    #expect(table.lines(width: 28, ascii: true)[1].hasSuffix("..."))
    #expect(table.lines(width: 60)[1].hasSuffix("Jadidah"))
  }

  @Test func `nothing of a last column that wraps is lost at any width`() {
    var table = TextTable([
      .init(title: "WHAT", shrinksTo: 4), .init(title: "AFTER", alignment: .trailing),
      .init(title: "BECAUSE OF", overflow: .wrap),
    ])
    table.add(["verdict of a party", "credible", "S01, S02, S03, S04, S05"])
    for width in [24, 30, 40, 48] {
      let lines = table.lines(width: width)
      #expect(lines.allSatisfy { TerminalText($0).columns <= width }, "\(lines)")
      #expect(lines.joined(separator: " ").contains("credible"))
      for claim in ["S01", "S02", "S03", "S04", "S05"] {
        #expect(lines.contains { $0.contains(claim) }, "\(width)")
      }
    }
    #expect(table.lines(width: 80).count == 2)
  }

  @Test func `a last column stands under the row only where little is left beside it`() {
    var table = TextTable([.init(title: "DATE"), .init(title: "TITLE", overflow: .cutOrUnder)])
    table.add(["2015-04-20/2015-04-21", "Airstrikes in al-Sukkar"])
    #expect(table.lines(width: 45)[1] == "2015-04-20/2015-04-21  Airstrikes in al-Sukk…")
    #expect(
      table.lines(width: 30) == [
        "DATE", "    TITLE", "2015-04-20/2015-04-21", "    Airstrikes in al-Sukkar",
      ])
  }

  @Test func `cells are folded to ASCII before they are measured`() {
    let lines = table([["A", "±1–2", "“x” → y…"], ["B", "33", "z"]]).lines(width: nil, ascii: true)
    #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy(\.isASCII) })
    #expect(lines[1] == "A    +-1-2  \"x\" -> y...")
    #expect(lines[2] == "B       33  z")
  }

  @Test func `no line ends in spaces`() {
    let lines = table([["A", "1", ""], ["", "", ""]]).lines(width: 40)
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    #expect(lines[2] == "")
  }

  @Test func `a table without rows is its header`() {
    #expect(table([]).lines(width: nil) == ["ID  KILLED  TITLE"])
  }
}
