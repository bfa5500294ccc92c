import Foundation
import JSONText
import TestSupport
import Testing

/// The tables that compare and add up, and the choice of a place, on the built binary.
@Suite struct TableTests {
  @Test("a table by district never adds CI550 and CI551 up in silence")
  func summary() async throws {
    try await withStore { program in
      let table = try program.run("summary", "--by", "district", "--width", "140")
      #expect(table.status == 0)
      expectGolden(table.output, "summary-district.txt")
      let day = try program.run(
        "summary", "--by", "month", "--from", "2017-03-17", "--to", "2017-03-17")
      #expect(day.text.contains("105–370 | 230–511"))
      #expect(day.text.contains("CI550 and CI551: possibly-same-event, conflated-with"))
      #expect(try program.run("summary", "--by", "month", "--text", "nosuchword").status == 1)
      #expect(try program.run("summary", "--by", "colour").status == 64)
      #expect(try program.run("summary").status == 64)
    }
  }

  @Test("every row of a table with a figure names a claim behind it", arguments: [80, 100, 160])
  func claims(width: Int) async throws {
    try await withStore { program in
      let incidents = try #require(
        try program.run("query", "--format", "geojson").json().object?["features"]?.array)
      let lines = try program.run("query", "--width", "\(width)").lines
      for incident in incidents {
        let properties = try #require(incident.object?["properties"]?.object)
        let id = try #require(properties["id"]?.string)
        let claims = ["killed_min_claims", "killed_max_claims", "injured_min_claims"].flatMap {
          properties[$0]?.array?.compactMap(\.string) ?? []
        }
        guard let first = claims.first else { continue }
        let row = try #require(lines.firstIndex { $0.hasPrefix("\(id) ") })
        let text = lines[row...].prefix(3).joined(separator: " ")
        #expect(text.contains(first), "\(id) at \(width)")
      }
    }
  }

  @Test("every row of totals with a figure names a claim", arguments: ["month", "district"])
  func claimsOfTotals(dimension: String) async throws {
    try await withStore { program in
      let lines = try program.run("summary", "--by", dimension, "--width", "200").lines
      let header = try #require(lines.first { $0.hasSuffix("CLAIMS") })
      let claims = header.count - "CLAIMS".count
      let killed = try #require(header.range(of: "KILLED")).upperBound
      let column = header.distance(from: header.startIndex, to: killed)
      let rows = lines.split(separator: "").last { $0.first == header } ?? []
      #expect(rows.count > 10)
      for row in rows.dropFirst() where row.prefix(column).split(separator: " ").last != "?" {
        let named = row.dropFirst(claims).contains(where: \.isNumber)
        #expect(named, "\(row)")
      }
    }
  }

  @Test(
    "a table's total is the number that the query gives",
    arguments: ["district", "month", "attribution", "grade"])
  func reconciles(dimension: String) async throws {
    try await withStore { program in
      for area in [[], ["--in", "Old City"], ["--as-of", "2017-03-25"]] {
        let query = try program.run(["query", "--format", "geojson"] + area).json()
        let table = try program.run(["summary", "--by", dimension, "--format", "json"] + area)
          .json()
        let matched = try #require(query.object?["numberMatched"]?.integer)
        #expect(table.object?["numberMatched"]?.integer == matched)
        let rows = try #require(table.object?["rows"]?.array)
        let counts = rows.compactMap {
          $0.object?["certain_and_possible"]?.object?["incident_count"]?.integer
        }
        #expect(counts.reduce(0, +) == matched)
      }
      let lines = try program.run("summary", "--by", dimension, "--format", "csv").lines
      #expect(lines.count > 4)
    }
  }

  @Test("diff names what changed around the first article, and ends with 1 when nothing did")
  func diff() async throws {
    try await withStore { program in
      let change = try program.run("diff", "--from", "2017-03-24", "--to", "2017-03-27")
      #expect(change.status == 0)
      expectGolden(change.output, "diff-first-article.txt")
      let json = try program.run(
        "diff", "--from", "2017-03-24", "--to", "2017-03-27", "--format", "json"
      ).json()
      let first = try #require(json.object?["changes"]?.array?.first?.object)
      #expect(first["id"]?.string == "CI550")
      for shift in try #require(first["shifts"]?.array) {
        #expect(shift.object?["because"]?.array?.isEmpty == false)
      }
      let none = try program.run("diff", "--from", "2019-03-24", "--to", "2019-03-27")
      #expect(none.status == 1)
      #expect(none.text.hasPrefix("no incidents changed"))
      #expect(try program.run("diff", "--from", "2017-03-24").status == 64)
    }
  }

  @Test("resolve lists candidates, records a choice, keeps the old state and the chain")
  func resolve() async throws {
    try await withStore { program in
      let listed = try program.run("resolve", "C25", "--format", "json").json()
      let best = try #require(listed.object?["candidates"]?.array?.first?.object)
      #expect(best["id"]?.string == "shifa")
      #expect(listed.object?["recorded"]?.array?.isEmpty == true)
      let chosen = try program.run(
        ["resolve", "C25", "--place", "shifa", "--reason", "the only one", "--author", "reader"],
        environment: ["SIJIL_NOW": "2026-12-01T00:00:00Z"])
      #expect(chosen.status == 0)
      #expect(chosen.text.contains("entry 2 by reader, 2026-12-01T00:00:00Z: the only one"))
      let now = try program.run("resolve", "C25")
      #expect(now.text.contains("recorded         Shifa (shifa), certain"))
      let then = try program.run("resolve", "C25", "--as-recorded", "2026-11-24")
      #expect(then.text.contains("recorded         no place"))
      #expect(try program.run("ledger", "verify").status == 0)
      #expect(
        try program.run("resolve", "C25", "--place", "no-such", "--reason", "x").status == 2)
      #expect(
        try program.run("resolve", "no-such", "--place", "shifa", "--reason", "x").status == 2)
      #expect(try program.run("resolve", "C25", "--place", "shifa").status == 64)
      #expect(try program.run("resolve", "no-such").status == 1)
      #expect(try program.run("ledger", "log").lines.count == 4)
    }
  }

  @Test("as-of and as-recorded compose in every command that answers")
  func clocks() async throws {
    try await withStore { program in
      let file = program.folder.appending(path: "one.csv")
      try Data(
        """
        id,date,lat,lon,radius_m,title,kind,killed_min,killed_max
        IN-1,2017-03-17,36.34,43.13,100,First,airstrike,2,5

        """.utf8
      ).write(to: file)
      let made = try program.run(
        ["import", file.path, "--schema", "incidents-csv"],
        environment: ["SIJIL_NOW": "2026-12-01T00:00:00Z"])
      #expect(made.status == 0, "\(made.errors)")
      let commands: [[String]] = [
        ["query", "--format", "csv"], ["export", "--format", "csv"], ["map", "--glyphs", "ascii"],
        ["summary", "--by", "month"], ["show", "IN-1"], ["places", "zuhur"], ["resolve", "S18"],
      ]
      for command in commands {
        let past = ["--as-recorded", "2026-11-30"]
        let future = ["--as-recorded", "2026-12-02"]
        let before = try program.run(command + ["--as-recorded", "2026-11-01"])
        #expect(before.status == 2, "\(command)")
        #expect(before.errors.contains("nothing was recorded by"), "\(command)")
        let old = try program.run(command + past)
        let new = try program.run(command + future)
        #expect(new.output == (try program.run(command).output) || command[0] == "summary")
        guard !["places", "resolve"].contains(command[0]) else { continue }
        #expect(old.output != new.output, "\(command)")
        // Undated, the new claim is not public on any day.
        let day = ["--as-of", "2017-03-25"]
        let dated = try program.run(command + day + future)
        if command[0] != "show" {
          #expect(dated.status == 0, "\(command)")
          #expect(dated.output != old.output && dated.output != new.output, "\(command)")
        }
      }
    }
  }
}
