import Ledger
import Records
import Testing

@Suite struct `Verifying a ledger` {
  @Test func `a ledger as written is sound`() throws {
    let mosul = try MosulLedger()
    let verification = try mosul.open().verify()
    #expect(verification.problems.map(\.description) == [])
    #expect(verification.entryCount == 3)
    #expect(verification.versions == RecordCounts(sources: 2, places: 3, incidents: 42, claims: 43))
    #expect(verification.isSound)
  }

  static let tamperings: [(sql: String, problem: String)] = [
    (
      "UPDATE claims SET record = replace(record, '137', '138') WHERE id = 'L01'",
      "entry 1, claims, L01: its content is not what its digest was computed from"
    ),
    (
      "UPDATE claims SET record = replace(record, '137', '138'), hash = zeroblob(32) WHERE id = 'L01'",
      "entry 1, ledger_entries: its records are not those it was made with"
    ),
    (
      "UPDATE incidents_history SET record = replace(record, 'Strike', 'Streak')",
      "entry 1, incidents, CI550: its content is not what its digest was computed from"
    ),
    (
      "UPDATE claims SET id = 'L09' WHERE id = 'L01'",
      "entry 1, claims, L09: its identifier is not the content's"
    ),
    (
      "UPDATE claims SET minimum = 2 WHERE id = 'L02'",
      "entry 2, claims, L02: column minimum is not what the content says"
    ),
    (
      "UPDATE incidents SET title = 'x' WHERE id = 'i7'",
      "entry 1, incidents, i7: column title is not what the content says"
    ),
    (
      "UPDATE incidents SET geom = (SELECT geom FROM incidents WHERE id = 'i8') WHERE id = 'i7'",
      "entry 1, incidents, i7: its geometry is not what the content says"
    ),
    (
      "UPDATE claims SET geom = NULL WHERE id = 'L01'",
      "entry 1, claims, L01: its geometry is not what the content says"
    ),
    (
      "DELETE FROM claims WHERE id = 'i7-c'",
      "entry 1, claims, i8-c: 1 versions are missing before it"
    ),
    ("DELETE FROM claims WHERE id = 'L04'", "claims: 1 versions are missing before it"),
    (
      "UPDATE claims SET recorded_entry = 1 WHERE id = 'L02'",
      "entry 2, claims, L02: it names entry 1, written by 2"
    ),
    (
      "UPDATE incidents_history SET replaced_entry = 3",
      "entry 1, incidents_history, CI550: it names entry 3 as replacing it, it was entry 2"
    ),
    (
      "DELETE FROM incidents_history",
      "entry 2, incidents_history: it says that it replaced 1 records, 0 were"
    ),
    (
      "UPDATE claims SET redacted_entry = 3 WHERE id = 'L02'",
      "entry 2, claims, L02: it contradicts the list of redactions"
    ),
    (
      "DELETE FROM ledger_redactions",
      "entry 3, ledger_redactions: it contradicts the list of redactions"
    ),
    (
      "UPDATE ledger_redactions SET reason = 'none'",
      "entry 3, ledger_entries: its records are not those it was made with"
    ),
    (
      "UPDATE claims SET statement = 'back' WHERE id = 'L04'",
      "entry 2, claims, L04: it contradicts the list of redactions"
    ),
    (
      "DELETE FROM claim_incidents WHERE incident = 'i3' AND claim_fid = 42",
      "entry 2, claims, L02: the table of claims by incident contradicts it"
    ),
    (
      "INSERT INTO claim_incidents VALUES ('i9', 42)",
      "claim_incidents: the table of claims by incident contradicts it"
    ),
    (
      "UPDATE gpkg_contents SET max_x = 43.2 WHERE table_name = 'incidents'",
      "incidents: its extent is not that of its geometries"
    ),
    (
      "UPDATE rtree_incidents_geom SET maxx = maxx + 1 WHERE id = 5",
      "incidents, row 5: its spatial index contradicts the geometries"
    ),
    (
      "DELETE FROM rtree_places_geom WHERE id = 2",
      "places, row 2: its spatial index contradicts the geometries"
    ),
    (
      "DROP TRIGGER ledger_entries_update; UPDATE ledger_entries SET reason = 'x' WHERE sequence = 2",
      "entry 2, ledger_entries: its header is not what its hash was computed from"
    ),
    (
      "DROP TRIGGER ledger_entries_update; UPDATE ledger_entries SET recorded_at = '2017-03-26T10:00:01Z' WHERE sequence = 2",
      "entry 2, ledger_entries: its header is not what its hash was computed from"
    ),
    (
      "DROP TRIGGER ledger_entries_update; UPDATE ledger_entries SET origin_file = 'x.csv' WHERE sequence = 2",
      "entry 2, ledger_entries: its header is not what its hash was computed from"
    ),
    (
      "DROP TRIGGER ledger_entries_delete; DELETE FROM ledger_entries WHERE sequence = 2",
      "entry 3, ledger_entries: an entry is missing before it"
    ),
    (
      "DROP TRIGGER ledger_entries_delete; DELETE FROM ledger_entries WHERE sequence = 3",
      "entry 3, ledger_redactions, L04: it belongs to no entry"
    ),
    (
      "DROP TRIGGER ledger_entries_update; UPDATE ledger_entries SET sequence = 9 WHERE sequence = 1; UPDATE ledger_entries SET sequence = 1 WHERE sequence = 2; UPDATE ledger_entries SET sequence = 2 WHERE sequence = 9",
      "entry 1, ledger_entries: it does not follow from the entry before"
    ),
    (
      "DROP TRIGGER ledger_entries_delete",
      "ledger_entries_delete: it is not as the ledger makes it"
    ),
    (
      "CREATE TRIGGER t AFTER INSERT ON claims BEGIN DELETE FROM places; END",
      "t: it is not as the ledger makes it"
    ),
  ]

  @Test(arguments: tamperings)
  func `what was changed behind its back is named`(tampering: (sql: String, problem: String)) throws
  {
    let mosul = try MosulLedger()
    try mosul.tamper(tampering.sql)
    let problems = try mosul.open().verify().problems.map(\.description)
    #expect(problems.contains(tampering.problem), "\(problems)")
  }

  @Test func `an end that was cut off shows against a noted entry`() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.write { try $0.insert(Sample.incident("a")) }
    let first = try #require(try ledger.verify().head)
    try ledger.write { try $0.insert(Sample.incident("b")) }
    let second = try #require(try ledger.verify().head)
    #expect(try ledger.verify(anchor: first).isSound)
    #expect(try ledger.verify(anchor: second).isSound)
    let other = try Scratch()
    let shorter = try other.ledger()
    try shorter.write { try $0.insert(Sample.incident("a")) }
    #expect(try shorter.verify(anchor: second).problems.map(\.fault) == [.endsBeforeAnchor])
    let wrong = LedgerAnchor(sequence: 1, hash: second.hash)
    #expect(try shorter.verify(anchor: wrong).problems.map(\.fault) == [.differsFromAnchor])
  }
}
