import Atlas
import Inquiry
import Interchange
import Ledger
import Records
import Register
import Testing

/// What the store held at a moment, by the writers' clocks.
struct AsRecordedTests {
  /// A store with a first entry of 1 January and a second of 1 February.
  private func register(in scratch: Scratch) throws -> Register {
    let register = try Mosul.register(in: scratch, access: .readWrite)
    let file = try scratch.file(
      "one.csv",
      [
        "id,date,lat,lon,radius_m,title,kind,killed_min,killed_max",
        "IN-1,2017-03-17,36.34,43.13,100,First,airstrike,2,5",
      ])
    _ = try register.importFile(
      at: file, schema: .incidentsCSV, author: "tests", reason: "one more",
      recordedAt: moment("2026-02-01T00:00:00Z"))
    return register
  }

  @Test(arguments: [
    ("2026-01-01T00:00:00Z", 1, 76), ("2026-01-31T23:59:59Z", 1, 76),
    ("2026-02-01T00:00:00Z", 2, 77), ("2030-01-01T00:00:00Z", 2, 77),
  ])
  func `a moment answers with the state of its last entry`(
    time: String, sequence: Int, incidents: Int
  ) async throws {
    let scratch = try Scratch()
    let register = try register(in: scratch)
    let asked = try moment(time)
    let page = try await register.page(everything { $0.asRecorded = asked })
    #expect(page.numberMatched == incidents)
    #expect(page.dataVersion.sequence == sequence)
    let entries = try register.ledger.entries()
    #expect(page.dataVersion.hash == entries[sequence - 1].hash.description)
    #expect(page.dataVersion.recordedAt == entries[sequence - 1].recordedAt)
    #expect(page.features.contains { $0.id.text == "IN-1" } == (sequence == 2))
    var claims = ClaimQuery()
    claims.asRecorded = asked
    #expect(try await register.claims(claims).numberMatched == 191 + sequence)
    let dossier = try await register.dossier(id("IN-1"), asOf: nil, asRecorded: asked)
    #expect((dossier != nil) == (sequence == 2))
  }

  @Test func `before the first entry there is no answer`() async throws {
    let scratch = try Scratch()
    let register = try register(in: scratch)
    let before = try moment("2025-12-31T23:59:59Z")
    await #expect(throws: InquiryError.beforeFirstRecord(before)) {
      try await register.page(everything { $0.asRecorded = before })
    }
    await #expect(throws: InquiryError.beforeFirstRecord(before)) {
      try await register.dossier(id("CI550"), asOf: nil, asRecorded: before)
    }
    #expect(throws: InquiryError.beforeFirstRecord(before)) {
      try register.atlas(asRecorded: before)
    }
  }

  @Test func `the present does not change when the past is asked for`() throws {
    let scratch = try Scratch()
    let register = try register(in: scratch)
    #expect(try register.atlas(asRecorded: moment("2026-01-15T00:00:00Z")).version.sequence == 1)
    #expect(register.atlas.version.sequence == 2)
    #expect(try register.atlas(asRecorded: nil).version == register.atlas.version)
  }
}
