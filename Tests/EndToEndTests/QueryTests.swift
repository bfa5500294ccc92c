import Foundation
import JSONText
import TestSupport
import Testing

@Suite("Questions on the built binary")
struct QueryTests {
  @Test("certain and possible in the Old City differ, and show says why")
  func certainAndPossible() async throws {
    try await withStore { program in
      let certain = try ids(
        program.run("query", "--in", "Old City", "--match", "certain", "--format", "geojson"))
      let possible = try ids(
        program.run("query", "--in", "Old City", "--match", "possible", "--format", "geojson"))
      #expect(!certain.isEmpty)
      #expect(certain.isStrictSubset(of: possible))
      let onlyPossible = try #require(possible.subtracting(certain).min())
      let dossier = try program.run("show", onlyPossible)
      #expect(dossier.text.contains("WHERE"))
      #expect(dossier.text.contains("asserted by"))
    }
  }

  @Test("show CI550 as JSON carries its published range, grade and claims")
  func showJSON() async throws {
    try await withStore { program in
      let dossier = try program.run("show", "CI550", "--format", "json").json()
      let object = try #require(dossier.object)
      #expect(object["id"]?.string == "CI550")
      #expect(object["grade"]?.string == "confirmed")
      #expect(object["killed"]?.object?["min"]?.integer == 105)
      #expect(object["killed"]?.object?["max"]?.integer == 141)
      let claims = try #require(object["claims"]?.array)
      #expect(claims.count > 40)
    }
  }

  @Test("as-of the first article, nothing later is known")
  func asOf() async throws {
    try await withStore { program in
      let dossier = try program.run("show", "CI550", "--as-of", "2017-03-25", "--format", "json")
        .json()
      let claims = try #require(dossier.object?["claims"]?.array)
      let names = claims.compactMap { $0.object?["id"]?.string }
      #expect(names.contains("S13") && names.contains("S06"))
      #expect(!names.contains("L22") && !names.contains("L25"))
      // Nobody had graded it, so the grade is the rules'; a recorder's would take its place.
      #expect(dossier.object?["grade"]?.string == "contested")
      #expect(dossier.object?["grade_by"]?.string == "rules")
      let recorder = dossier.object?["assessment"]?.object?["grade"]?.object?["recorder"]
      #expect(recorder?.isNull == true)
    }
  }

  @Test("places answers with ranked candidates as JSON")
  func places() async throws {
    try await withStore { program in
      let candidates = try #require(
        try program.run("places", "mosul", "jadida", "--format", "json").json().array)
      let first = try #require(candidates.first?.object)
      #expect(first["id"]?.string == "mosul-al-jadida")
      for member in ["id", "name", "score", "reason"] { #expect(first[member] != nil) }
      let unknown = try #require(
        try program.run("places", "Dwrat Abude", "--format", "json").json().array?.first?.object)
      #expect(unknown["id"]?.string == "dwrat-abude")
      #expect(unknown["located"]?.boolean == false)
    }
  }

  @Test("exit codes: 0 done, 1 nothing matched, 2 failed, 64 usage; a closed pipe is success")
  func exitCodes() async throws {
    try await withStore { program in
      #expect(try program.run("query").status == 0)
      #expect(try program.run("query", "--text", "nosuchword").status == 1)
      let failed = try program.run("query", "--store", "nowhere.gpkg")
      #expect(failed.status == 2)
      #expect(failed.errors.split(separator: "\n").count == 1)
      #expect(try program.run("query", "--match", "perhaps").status == 64)
      #expect(try program.run("query", "--bbox", "1,2,x,4").status == 64)
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      let process = try program.start(
        ["export", "--format", "geojson"], output: pipe, errors: FileHandle.nullDevice)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  @Test("help of each subcommand is its own", arguments: ["init", "query", "map", "show", "serve"])
  func help(subcommand: String) throws {
    let program = try Program()
    defer { program.remove() }
    let help = try program.run(subcommand, "--help")
    #expect(help.status == 0)
    #expect(help.text.contains("USAGE: sijil \(subcommand)"))
    #expect(help.text.contains("--store"))
  }

  private func ids(_ outcome: Program.Outcome) throws -> Set<String> {
    let features = try #require(try outcome.json().object?["features"]?.array)
    return Set(features.compactMap { $0.object?["id"]?.string })
  }

  @Test("a filter and an order are those of a plain loop, and a bad one is told on one line")
  func filter() async throws {
    try await withStore { program in
      let all = try #require(
        try program.run("query", "--format", "geojson").json().object?["features"]?.array)
      func killed(_ feature: JSONValue) -> Int? {
        feature.object?["properties"]?.object?["killed_max"]?.integer
      }
      let deadly = all.filter { killed($0) ?? 0 >= 100 }.enumerated().sorted { first, second in
        let (left, right) = (killed(first.element) ?? 0, killed(second.element) ?? 0)
        return left != right ? left > right : first.offset < second.offset
      }.compactMap { $0.element.object?["id"]?.string }
      let asked = try program.run(
        "query", "--filter", "killed_max >= 100", "--sort", "-killed_max", "--format", "geojson"
      ).json().object?["features"]?.array?.compactMap { $0.object?["id"]?.string }
      #expect(asked == deadly && deadly.count > 3)
      let none = try program.run("query", "--filter", "killed_max < 0")
      #expect(none.status == 1)
      for arguments in [
        ["--filter", "killed_max > = 1"], ["--filter", "zoom = 1"], ["--sort", "zoom"],
        ["--sort", ""],
      ] {
        let refused = try program.run(["query"] + arguments)
        #expect(refused.status == 64 && refused.output.isEmpty, "\(arguments)")
      }
    }
  }
}
