import Foundation
import JSONText
import TestSupport
import Testing

@Suite("Explanations on the built binary")
struct ExplanationTests {
  @Test(
    "Text about the strike of 17 March is the golden one",
    arguments: [
      ("show-first-article.txt", ["show", "CI550", "--claims", "S*", "--as-of", "2017-03-25"]),
      ("why-killed-max.txt", ["why", "CI550", "killed.max"]),
      (
        "why-constraint.txt",
        ["why", "CI550", "killed.min", "--method", "constraint", "--as-of", "2017-05-25"]
      ),
      ("why-grade.txt", ["why", "CI550", "grade", "--as-of", "2017-03-26"]),
      ("timeline.txt", ["timeline", "CI550"]), ("contradictions.txt", ["contradictions", "CI550"]),
    ])
  func golden(name: String, arguments: [String]) async throws {
    try await withStore { program in
      let answer = try program.run(arguments + ["--width", "100"])
      #expect(answer.status == 0, "\(answer.errors)")
      expectGolden(answer.output, name)
      #expect(answer.lines.allSatisfy { $0.unicodeScalars.count <= 100 })
      let again = try program.run(arguments + ["--width", "100"])
      #expect(again.output == answer.output)
    }
  }

  @Test("The first article alone is fair, the full record contested and later confirmed")
  func grades() async throws {
    try await withStore { program in
      func grade(_ arguments: String...) throws -> [String?] {
        let shown = try program.run(["show", "CI550", "--format", "json"] + arguments).json()
        let computed = shown.object?["assessment"]?.object?["grade"]?.object
        return [shown.object?["grade"]?.string, computed?["decision"]?.string]
      }
      #expect(try grade("--claims", "S*", "--as-of", "2017-03-25") == ["fair", "fair"])
      #expect(try grade("--as-of", "2017-03-26") == ["contested", "contested"])
      #expect(try grade("--as-of", "2017-05-25") == ["confirmed", "confirmed"])
      #expect(try grade("--as-of", "2017-03-01") == [nil, "not-yet-reported"])
      let before = try program.run("show", "CI550", "--as-of", "2017-03-01")
      #expect(before.status == 0)
      #expect(before.text.contains("NOT YET REPORTED"))
      // The recorder's grade stays, and the difference is said.
      let other = try program.run("show", "CI551")
      #expect(other.text.contains("a recorder graded it contested by L26: NOT the same"))
    }
  }

  @Test("Incidents that may be one event are never silently added up")
  func totals() async throws {
    try await withStore { program in
      for (id, other) in [("CI550", "CI551"), ("CI551", "CI550")] {
        let shown = try program.run("show", id)
        #expect(
          shown.text.contains(
            "\(other) may be the same event: killed 105–370 merged, 230–511 apart"))
      }
    }
  }

  @Test("why, timeline and contradictions answer as JSON, with every claim that they cite")
  func json() async throws {
    try await withStore { program in
      let why = try program.run("why", "CI550", "killed.max", "--format", "json").json()
      #expect(why.object?["value"]?.integer == 141)
      let cited = why.object?["cited"]?.array?.compactMap { $0.object?["id"]?.string } ?? []
      #expect(cited.count == 51)
      let grade = try program.run("why", "CI550", "grade", "--format", "json").json()
      #expect(grade.object?["value"]?.string == "confirmed")
      let timeline = try program.run("timeline", "CI550", "--format", "json").json()
      #expect(timeline.object?["steps"]?.array?.count == 13)
      let early = try program.run(
        "timeline", "CI550", "--as-of", "2017-03-26", "--format", "json"
      ).json()
      #expect(early.object?["steps"]?.array?.count == 4)
      #expect(early.object?["undated_claims"]?.array?.isEmpty == true)
      let graph = try program.run("contradictions", "CI550", "--format", "json").json()
      #expect(graph.object?["edges"]?.array?.count == 113)
      let dot = try program.run("contradictions", "CI550", "--format", "dot")
      #expect(dot.text.hasPrefix("digraph \"CI550\" {") && dot.text.hasSuffix("}\n"))
    }
  }

  @Test("Every incident can be shown, explained and followed")
  func everyIncident() async throws {
    try await withStore { program in
      let page = try program.run("query", "--format", "json", "--limit", "1000").json()
      let ids = page.object?["incidents"]?.array?.compactMap { $0.object?["id"]?.string } ?? []
      #expect(ids.count == 76)
      for id in ids {
        // Waiting for a program holds a thread that tests of the service need.
        await Task.yield()
        for command in [["show", id], ["why", id, "grade"], ["timeline", id]] {
          let answer = try program.run(command)
          #expect(answer.status == 0, "\(command)")
          #expect(!answer.text.isEmpty)
        }
      }
    }
  }

  @Test("What cannot be answered is one line on the other stream")
  func refusals() async throws {
    try await withStore { program in
      let cases: [([String], Int32, String)] = [
        (["why", "CI550", "killed.most"], 64, "use grade, or one of killed, injured"),
        (["why", "CI550", "killed.max", "--claims", "ZZ*"], 1, "no claim about CI550 matches"),
        (["show", "CI550", "--claims", "ZZ*"], 1, "no claim about CI550 matches 'ZZ*'"),
        (["timeline", "CI550", "--claims", "ZZ*"], 1, "no claim about CI550 matches 'ZZ*'"),
        (["contradictions", "NOPE"], 1, "no incident NOPE"),
        (["timeline", "NOPE"], 1, "no incident NOPE"),
        (["why", "NOPE", "grade"], 1, "no incident NOPE"),
        (["show", "../x"], 1, "no incident ../x"),
      ]
      for (arguments, status, words) in cases {
        let answer = try program.run(arguments)
        #expect(answer.status == status, "\(arguments)")
        #expect(answer.output.isEmpty)
        #expect(answer.errors.split(separator: "\n").count == 1, "\(answer.errors)")
        #expect(answer.errors.contains(words), "\(answer.errors)")
      }
    }
  }

  @Test("A terminal without UTF-8 gets ASCII alone")
  func ascii() async throws {
    try await withStore { program in
      for command in [
        ["why", "CI550", "killed.max"], ["timeline", "CI550"], ["contradictions", "CI550"],
        ["show", "CI550"], ["query"], ["query", "--in", "Shifa"], ["summary", "--by", "district"],
        ["diff", "--from", "2017-03-24", "--to", "2017-05-25"], ["resolve", "S33"],
      ] {
        for width in [80, 100] {
          let answer = try program.run(
            command + ["--width", "\(width)"], environment: ["LC_ALL": "C"])
          #expect(answer.output.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
          #expect(answer.lines.allSatisfy { $0.utf8.count <= width }, "\(command) \(width)")
        }
      }
    }
  }
}
