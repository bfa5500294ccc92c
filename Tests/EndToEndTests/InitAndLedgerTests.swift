import Foundation
import JSONText
import TestSupport
import Testing

@Suite("The store that init makes")
struct InitAndLedgerTests {
  @Test("init loads every bundled fact and says how many")
  func initCounts() async throws {
    try await withStore { program in
      let log = try program.run("ledger", "log")
      #expect(log.status == 0)
      let entry = try #require(log.lines.dropFirst().first).split(separator: " ")
      // entry, recorded, author, sources, places, incidents, claims
      #expect(entry[0] == "1")
      #expect(entry[2] == "tests")
      #expect(entry[5] == "76")
      #expect(Int(entry[4]).map { $0 >= 184 + 28 } == true)
      #expect(Int(entry[6]).map { $0 >= 38 + 29 + 76 } == true)
    }
  }

  @Test("init keeps an existing store and says so")
  func initTwice() async throws {
    try await withStore { program in
      let again = try program.run("init")
      #expect(again.status == 2)
      #expect(again.errors.split(separator: "\n").count == 1)
      #expect(try program.run("query").status == 0)
    }
  }

  @Test(
    "A broken row is refused with file, row and column, and nothing is stored",
    arguments: [
      ("incidents.csv", "airstrike", "airstrikee", "kind"),
      ("locations.csv", "43.1059", "243.1059", "longitude"),
      ("claim-edges.csv", ",denies,", ",denys,", "kind"),
      ("quantities.csv", "105,141", "141,105", "m"),
    ])
  func brokenRow(file: String, good: String, bad: String, column: String) throws {
    let program = try Program()
    defer { program.remove() }
    let data = program.folder.appending(path: "data")
    try FileManager.default.copyItem(at: Repository.data, to: data)
    let table = data.appending(path: file)
    let text = try String(contentsOf: table, encoding: .utf8)
    let found = try #require(text.range(of: good))
    try text.replacingCharacters(in: found, with: bad)
      .write(to: table, atomically: true, encoding: .utf8)
    let outcome = try program.run("init", "--data", data.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(file))
    #expect(outcome.errors.contains(column))
    #expect(outcome.errors.contains("nothing was stored"))
    let store = program.folder.appending(path: "sijil.gpkg").path
    #expect(!FileManager.default.fileExists(atPath: store))
  }

  @Test("A denial of a claim that does not exist is refused")
  func danglingDenial() throws {
    let program = try Program()
    defer { program.remove() }
    let data = program.folder.appending(path: "data")
    try FileManager.default.copyItem(at: Repository.data, to: data)
    let table = data.appending(path: "claim-edges.csv")
    var text = try String(contentsOf: table, encoding: .utf8)
    text += "S21,denies,S999,certain,\n"
    try text.write(to: table, atomically: true, encoding: .utf8)
    let outcome = try program.run("init", "--data", data.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("claim-edges.csv") && outcome.errors.contains("S999"))
  }

  @Test("verify and doctor find a sound store sound, and a changed byte")
  func verifyFindsChange() async throws {
    try await withStore { program in
      #expect(try program.run("ledger", "verify").status == 0)
      #expect(try program.run("doctor").status == 0)
      let store = program.folder.appending(path: "sijil.gpkg")
      var bytes = [UInt8](try Data(contentsOf: store))
      let needle = Array("Jadida, house near".utf8)
      let all = Array(bytes)
      let place = try #require(
        all.firstRange(of: needle) ?? all.firstRange(of: Array("al-Jadida".utf8)))
      bytes[place.lowerBound] ^= 0x20
      try Data(bytes).write(to: store)
      #expect(try program.run("ledger", "verify").status == 2)
    }
  }
}
