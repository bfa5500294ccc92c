import Ledger
import Records
import Testing

@Suite struct `Examining a ledger` {
  @Test func `a sound ledger gets a line for every subject`() throws {
    let mosul = try MosulLedger()
    let findings = try mosul.open().examine()
    #expect(Set(findings.map(\.subject)) == Set(LedgerFinding.Subject.allCases))
    #expect(findings.filter { $0.severity == .damage } == [])
    #expect(findings.map(\.description).contains("chain: sound: 3 entries, 90 versions"))
    #expect(findings.map(\.description).contains("lock: sound: nobody writes"))
  }

  @Test func `references that lead nowhere are counted`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { appender in
      try appender.insert(Sample.claim("L01", of: ["CI550", "CI551"]))
      try appender.insert(Sample.incident("CI551"))
      var place = Sample.place("jadida")
      place.parent = Sample.id("mosul")
      try appender.insert(place)
    }
    let references = try ledger.examine().filter { $0.subject == .references }
    #expect(
      references.map(\.description) == [
        "references: notice: 1 claims speak of incidents that are not there",
        "references: notice: 1 claims are by claimants that are not there",
        "references: notice: 1 places lie in places that are not there",
      ])
  }

  @Test func `metadata that GIS programs read is held against what it should be`() throws {
    let mosul = try MosulLedger()
    try mosul.tamper(
      "UPDATE gpkg_geometry_columns SET srs_id = 0; PRAGMA user_version = 10200")
    let damage = try mosul.open().examine().filter { $0.severity == .damage }
    #expect(
      damage.map(\.description) == [
        "GeoPackage: damage: the version is not 1.3",
        "GeoPackage: damage: places is not announced as features",
        "GeoPackage: damage: incidents is not announced as features",
        "GeoPackage: damage: claims is not announced as features",
      ])
  }
}
