import MapRendering
import TestSupport
import Testing

struct RangeScaleTests {
  @Test func `a bar runs from the least to the greatest number`() {
    let ranges = [
      ChartRange(20, 100), ChartRange(50, 50), ChartRange(nil, 40), ChartRange(nil, nil),
    ]
    let scale = RangeScale(ranges, cells: 21, signs: .ascii)
    #expect(scale.top == 100)
    #expect(
      ranges.map { scale.bar($0).string } == [
        "    |---------------|", "          *          ", "|-------|            ", "?",
      ])
    #expect(scale.axis.map(\.string) == ["|---------+---------|", "0        50       100"])
  }

  @Test func `an open range says so, and there is room for it`() {
    let open = ChartRange(40, 40, isOpen: true)
    let scale = RangeScale([open], cells: 21, signs: .ascii)
    #expect(scale.top == 50)
    #expect(scale.bar(open).string == "                *>   ")
    #expect(ChartRange(40, nil).isOpen && !ChartRange(nil, nil).isOpen)
  }

  @Test(arguments: [0, 1, 7, 9_999, 1_000_000, Int.max])
  func `numbers of any size fit the scale`(number: Int) {
    for isOpen in [true, false] {
      let range = ChartRange(number, number, isOpen: isOpen)
      let scale = RangeScale([range], cells: 30, signs: .unicode)
      #expect(scale.top >= number && scale.bar(range).columns == 30)
      #expect(scale.axis.allSatisfy { $0.columns <= 60 })
    }
  }
}

struct SparklineTests {
  @Test func `nought is blank and one shows, whatever the scale`() {
    let line = Sparkline(top: 1_000, signs: .ascii)
    #expect(line.line([0, 1, 125, 126, 500, 999, 1_000, 5_000]).string == " ..:=@@@")
    #expect(line.bar(0, cells: 10).isEmpty && line.bar(1, cells: 10).string == "#")
    #expect(line.bar(1_000, cells: 10).string == "##########")
  }

  @Test func `a greater count is never drawn lower`() {
    for top in [1, 2, 3, 8, 13, 100] {
      for signs in [ChartSigns.ascii, .unicode] {
        let line = Sparkline(top: top, signs: signs)
        let steps = (1...top).map { count in
          signs.steps.firstIndex { String($0) == line.line([count]).string }
        }
        #expect(!steps.contains(nil) && steps.last == signs.steps.count - 1)
        #expect(zip(steps, steps.dropFirst()).allSatisfy { ($0 ?? 0) <= ($1 ?? 0) })
      }
    }
  }
}

struct ChartSheetTests {
  private func sheet(_ capabilities: RenderCapabilities) -> String {
    var sheet = ChartSheet(capabilities: capabilities)
    sheet.write("Ḥamām \u{1B}[2J", .title)
    sheet.tab(to: 12)
    sheet.write("##", .colour(.orange))
    sheet.tab(to: 3)
    sheet.write("13")
    sheet.endLine()
    sheet.endLine()
    return String(decoding: sheet.bytes, as: UTF8.self)
  }

  @Test func `text is made harmless and folded to what the receiver shows`() {
    #expect(
      sheet(RenderCapabilities(glyphs: .ascii)).split(separator: "\n").first
        == "Hamam ?[2J  ## 13")
    #expect(sheet(RenderCapabilities(glyphs: .braille)).hasPrefix("Ḥamām \u{FFFD}[2J  ## 13\n\n"))
  }

  @Test func `a coloured line ends without attributes`() {
    let text = sheet(RenderCapabilities(glyphs: .ascii, colourDepth: .palette256))
    #expect(text.contains("\u{1B}[38;5;214m##") || text.contains(";38;5;214m##"))
    #expect(!text.split(separator: "\n").contains { $0.contains("\u{1B}") && !$0.hasSuffix("13") })
  }
}
