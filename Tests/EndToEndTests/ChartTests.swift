import Foundation
import JSONText
import TestSupport
import Testing

/// Charts of tables, on the built binary.
@Suite struct ChartTests {
  @Test("districts over months are drawn as recorded", arguments: ["C", "C.UTF-8"])
  func districts(locale: String) async throws {
    try await withStore { program in
      let chart = try program.run(
        "summary", "--by", "district", "--format", "chart", "--width", "120",
        environment: ["LC_ALL": locale])
      #expect(chart.status == 0)
      expectGolden(chart.output, "chart-district-\(locale == "C" ? "ascii" : "utf8").txt")
      if locale == "C" {
        #expect(chart.output.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
      }
    }
  }

  @Test("a chart counts what the table counts", arguments: ["district", "month", "grade"])
  func counts(dimension: String) async throws {
    try await withStore { program in
      let table = try program.run("summary", "--by", dimension, "--format", "json").json()
      let rows = try #require(table.object?["rows"]?.array)
      let lines = try program.run(
        "summary", "--by", dimension, "--format", "chart", "--width", "160"
      ).lines
      for row in rows {
        let label = try #require(row.object?["label"]?.string)
        let certain = try #require(row.object?["certain"]?.object?["incident_count"]?.integer)
        let possible =
          try #require(row.object?["certain_and_possible"]?.object?["incident_count"]?.integer)
          - certain
        let line = try #require(lines.first { $0.hasPrefix(label + " ") })
        let number = possible > 0 ? "\(certain)+\(possible)" : "\(certain)"
        #expect(line.split(separator: " ").contains(Substring(number)), "\(line)")
      }
    }
  }

  @Test("a timeline of all is drawn by month and by district, of one as before")
  func timeline() async throws {
    try await withStore { program in
      let all = try program.run("timeline", "--width", "110")
      #expect(all.status == 0)
      expectGolden(all.output, "timeline-all.txt")
      let city = try program.run("timeline", "--in", "Old City")
      #expect(city.text.contains("incidents by month, ranges by airwars, match possible"))
      #expect(try program.run("timeline", "CI550", "--in", "Old City").status == 64)
      #expect(try program.run("timeline", "--claims", "S*").status == 64)
      #expect(try program.run("timeline", "--text", "nosuchword").status == 1)
      #expect(try program.run("timeline", "CI550").text.contains("WHAT EACH DAY BROUGHT"))
    }
  }
}
