import Foundation
import TestSupport
import Testing

@Suite("The map on the built binary")
struct MapTests {
  @Test("The ASCII map holds printable ASCII and line feeds only, at every width")
  func asciiBytes() async throws {
    try await withStore { program in
      for width in [20, 40, 80, 110, 120, 200] {
        let map = try program.run(
          "map", "--glyphs", "ascii", "--width", "\(width)", "--height", "40", "--color", "never")
        #expect(map.status == 0)
        #expect(map.output.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
        #expect(map.lines.allSatisfy { $0.utf8.count <= width })
      }
    }
  }

  @Test("Equal questions give equal bytes")
  func deterministic() async throws {
    try await withStore { program in
      let first = try program.run(
        "map", "--glyphs", "braille", "--width", "120", "--color", "always")
      let second = try program.run(
        "map", "--glyphs", "braille", "--width", "120", "--color", "always")
      #expect(first.output == second.output)
    }
  }

  @Test(
    "The map of the bundled data is the golden one, in both tiers", arguments: ["ascii", "braille"])
  func golden(glyphs: String) async throws {
    try await withStore { program in
      let map = try program.run(
        "map", "--glyphs", glyphs, "--width", "110", "--height", "50", "--color", "never")
      expectGolden(map.output, "mosul-110-\(glyphs).txt")
    }
  }

  @Test("NO_COLOR wins over a terminal's colours, --color always over NO_COLOR")
  func noColor() async throws {
    try await withStore { program in
      let plain = try program.run(
        "map", "--width", "80", environment: ["NO_COLOR": "1", "FORCE_COLOR": "1"])
      #expect(!plain.output.contains(0x1B))
      let coloured = try program.run(
        "map", "--width", "80", "--color", "always",
        environment: ["NO_COLOR": "1", "TERM": "xterm-256color"])
      #expect(coloured.output.contains(0x1B))
    }
  }

  @Test(
    "What is in view, outside and not drawn adds up to the incidents that match",
    arguments: [[], ["Old City"], ["west Mosul"], ["--as-of", "2017-03-25"]])
  func sums(question: [String]) async throws {
    try await withStore { program in
      let map = try program.run(
        ["map"] + question
          + ["--glyphs", "ascii", "--width", "120", "--height", "50", "--color", "never"])
      let text = map.text.replacing("\n", with: " ")
      let view = try #require(text.firstMatch(of: /(\d+) of (\d+) incidents in view/))
      let outside = text.firstMatch(of: /(\d+) outside this picture/).flatMap { Int($0.1) } ?? 0
      let larger = text.matches(of: /(\d+) known only to/).compactMap { Int($0.1) }
      let unplaced = text.firstMatch(of: /(\d+) without a place/).flatMap { Int($0.1) } ?? 0
      let sum = Int(view.1).map { $0 + outside + larger.reduce(0, +) + unplaced }
      #expect(sum == Int(view.2), "\(map.text)")
    }
  }

  @Test("In sentences, a figure without its least number is not taken for both")
  func atMost() async throws {
    try await withStore { program in
      let map = try program.run(
        "map", "--glyphs", "text", "--from", "2015-09-01", "--to", "2015-09-30")
      #expect(map.text.contains("NYT-20150920, 2015-09-20, weak, up to 4 killed"), "\(map.text)")
    }
  }

  @Test("A radius of more than half the Earth is refused, and one of less is shown everywhere")
  func hugeRadius() async throws {
    try await withStore { program in
      let file = program.folder.appending(path: "wide.csv")
      try Data("id,date,lon,lat,radius_m\nX1,2017-03-01,43.1,36.3,1e300\n".utf8).write(to: file)
      let refused = try program.run("import", "wide.csv", "--schema", "incidents-csv")
      #expect(refused.status == 2 && (refused.text + refused.errors).contains("half way round"))
      try Data("id,date,lon,lat,radius_m\nX2,2017-03-01,43.1,36.3,20037509\n".utf8).write(to: file)
      #expect(try program.run("import", "wide.csv", "--schema", "incidents-csv").status == 0)
      for words in [["show", "X2"], ["query", "--text", "X2"], ["map", "--text", "X2"]] {
        #expect(try program.run(words).status == 0, "\(words)")
      }
      let spoken = try program.run("view", "--text", "X2", "--type", "n", "--width", "100")
      #expect(spoken.status == 0, "\(spoken.errors)")
    }
  }
}
