import JSONText
import Records
import SimpleFeatures
import TestSupport
import Testing

@Suite struct `Canonical JSON of records` {
  private func holdsTheLaws<Record: CanonicalRecord>(_ record: Record, seed: UInt64) throws {
    let bytes = try record.canonicalJSON()
    let text = String(decoding: bytes, as: UTF8.self)
    let read = try Record(canonicalJSON: bytes)
    #expect(read == record, "SIJIL_SEED=\(seed) \(text)")
    #expect(try read.canonicalJSON() == bytes, "SIJIL_SEED=\(seed) \(text)")
    #expect(throws: Never.self, "SIJIL_SEED=\(seed) \(text)") { try JSONValue(parsing: bytes) }
  }

  @Test func `decoding gives back what was encoded, and encoding that the same bytes`() throws {
    var random = RandomRecords(seed: 20_170_317)
    let seed = random.generator.seed
    for _ in 0..<500 {
      try holdsTheLaws(random.source(), seed: seed)
      try holdsTheLaws(random.place(), seed: seed)
      try holdsTheLaws(random.incident(), seed: seed)
      try holdsTheLaws(random.claim(), seed: seed)
    }
  }

  @Test func `bytes cut anywhere are refused`() throws {
    var random = RandomRecords(seed: 7)
    for _ in 0..<20 {
      let bytes = try random.claim().canonicalJSON()
      for end in 0..<bytes.count {
        #expect(throws: RecordCodingError.self) {
          try Claim(canonicalJSON: Array(bytes[..<end]))
        }
      }
    }
  }

  @Test func `one changed byte is refused or gives another record, never the same`() throws {
    var random = RandomRecords(seed: 11)
    let seed = random.generator.seed
    for _ in 0..<40 {
      let claim = random.claim()
      let bytes = try claim.canonicalJSON()
      for _ in 0..<100 {
        var changed = bytes
        let index = random.generator.integer(in: 0...(bytes.count - 1))
        changed[index] ^= UInt8(random.generator.integer(in: 1...255))
        if let read = try? Claim(canonicalJSON: changed) {
          #expect(read != claim, "SIJIL_SEED=\(seed) byte \(index) of \(bytes.count)")
        }
      }
    }
  }

  @Test func `the order of members is fixed and what is unknown is left out`() throws {
    let id = try #require(ClaimID("L01"))
    let claimant = try #require(SourceID("civil-defence"))
    let claim = Claim(
      id: id, claimant: claimant, kinds: [.reportsBodiesRecovered],
      quantities: [
        try #require(
          Quantity(
            minimum: 40, maximum: 40, unit: .bodies, status: .recovered, bound: .exactly,
            isCumulative: true))
      ], published: StatedTime("2017-03-23"),
      incidents: [
        IncidentMembership(incident: try #require(IncidentID("CI550")), certainty: .certain)
      ])
    #expect(
      String(decoding: try claim.canonicalJSON(), as: UTF8.self) == """
        {"id":"L01","claimant":"civil-defence","kinds":["reports-bodies-recovered"],\
        "polarity":"affirmed","modality":"asserted","hand":"unattributed",\
        "quantities":[{"minimum":40,"maximum":40,"unit":"bodies","status":"recovered",\
        "bound":"exactly","scope":"event","cumulative":true}],"published":"2017-03-23",\
        "incidents":[{"incident":"CI550","certainty":"certain"}]}
        """)
  }

  @Test(arguments: [
    (#"{"id":"a","name":"b","kind":"monitor"} "#, RecordCodingError.trailingBytes(offset: 38)),
    (#"{"name":"b","id":"a","kind":"monitor"}"#, .expected("member \"id\"", offset: 1)),
    (#"{"id":"a b","name":"b","kind":"monitor"}"#, .invalid("identifier", offset: 6)),
    (
      #"{"id":"a","name":"b","kind":"rumour"}"#,
      .unknownCode("rumour", list: "source kind", offset: 28)
    ),
    (#"{"id":"a","name":"\u0041","kind":"monitor"}"#, .invalid("escape", offset: 18)),
    (
      #"{"id":"a","name":"b","kind":"monitor","judgements":[]}"#,
      .invalid("list: an empty one is left out", offset: 51)
    ),
  ])
  func `what is not canonical is refused at its byte`(
    text: String, error: RecordCodingError
  ) {
    #expect(throws: error) { try Source(canonicalJSON: Array(text.utf8)) }
  }

  @Test func `values that would not read back are not written`() throws {
    let id = try #require(IncidentID("a"))
    let open = Incident(id: id, title: "", time: .interval(start: nil, end: nil))
    #expect(throws: RecordCodingError.unwritable("interval ../..")) { try open.canonicalJSON() }
    let claim = try #require(ClaimID("c"))
    for radius in [Double.nan, .infinity] {
      let nowhere = Incident(
        id: id, title: "", time: nil,
        locations: [
          LocationCandidate(
            assertedBy: claim, scale: .exact,
            extent: .disc(center: Position(longitude: 43, latitude: 36), radiusMeters: radius))
        ])
      #expect(throws: RecordCodingError.unwritable("number in \"radius_m\"")) {
        try nowhere.canonicalJSON()
      }
    }
  }
}
