import Atlas
import Gazetteer
import Inquiry
import Ledger
import Records
import Register
import SimpleFeatures
import Testing

/// The choice of what a claim's place means, recorded with author and reason.
struct PlaceChoiceTests {
  private func choice(
    _ claim: String, _ places: [String], reason: String = "read the map",
    at time: String = "2026-02-01T00:00:00Z"
  ) throws -> PlaceChoice {
    PlaceChoice(
      claim: try id(claim), places: try places.map { try id($0) }, author: "reader",
      reason: reason, recordedAt: try moment(time))
  }

  @Test func `what a claim's words may mean is listed with scores, and what is recorded`() throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch)
    let stated = try #require(try register.statedPlace(of: id("C25")))
    #expect(stated.words == "Shifa")
    #expect(stated.claim.placeCandidates.isEmpty)
    #expect(stated.candidates.first?.id.text == "shifa")
    #expect(
      zip(stated.candidates, stated.candidates.dropFirst()).allSatisfy { $0.score >= $1.score })
    #expect(stated.locations.map(\.incident.text) == ["CI467"])
    #expect(try register.statedPlace(of: id("S15"))?.locations.isEmpty == true)
    #expect(try register.statedPlace(of: id("S17"))?.words == nil)
    #expect(try register.statedPlace(of: id("no-such")) == nil)
  }

  @Test func `a choice is an entry, loses nothing and moves what hangs on the place`() async throws
  {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch, access: .readWrite)
    let before = try await register.claims(about("L18", register))
    #expect(before.features.first?.point == nil)
    let outcome = try register.record(choice("L18", ["risala"]))
    let entry = try #require(outcome.entry)
    #expect(entry.author == "reader" && entry.reason == "read the map")
    #expect(entry.added.claims == 1 && entry.replacing.claims == 1 && entry.added.incidents == 0)
    #expect(outcome.before.isEmpty && outcome.placed.isEmpty)
    let after = try #require(try await register.claims(about("L18", register)).features.first)
    #expect(after.point != nil)
    #expect(
      after.claim.placeCandidates == [PlaceCandidate(place: try id("risala"), certainty: .certain)])
    var inPlace = ClaimQuery()
    inPlace.place = try id("risala")
    inPlace.limit = 1_000
    #expect(try await register.claims(inPlace).features.contains { $0.claim.id.text == "L18" })
    #expect(try register.ledger.verify().isSound)
    let old = try #require(
      try register.statedPlace(of: id("L18"), asRecorded: moment("2026-01-15T00:00:00Z")))
    #expect(old.claim.placeCandidates.isEmpty)
    inPlace.asRecorded = try moment("2026-01-15T00:00:00Z")
    let then = try await register.claims(inPlace)
    #expect(then.dataVersion.sequence == 1)
  }

  @Test func `a location in words alone gets the place in the same entry`() async throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch, access: .readWrite)
    let claim: ClaimID = try id("A-only")
    try register.ledger.append(
      author: "tests", reason: "words alone", recordedAt: moment("2026-01-20T00:00:00Z")
    ) { appender in
      try appender.insert(
        Incident(
          id: id("IN-9"), title: "Somewhere", time: nil,
          locations: [
            LocationCandidate(
              assertedBy: claim, scale: .neighbourhood, extent: nil, placeAsStated: "al-Zuhur")
          ]))
      try appender.insert(
        Claim(
          id: claim, claimant: id("rt"), kinds: [.reportsDeaths], placeAsStated: "al-Zuhur",
          incidents: [IncidentMembership(incident: id("IN-9"), certainty: .certain)]))
    }
    let outcome = try register.record(choice("A-only", ["zuhur"]))
    #expect(outcome.placed.map(\.incident.text) == ["IN-9"])
    #expect(outcome.placed.first?.location.extent == .place(try id("zuhur")))
    let entry = try #require(outcome.entry)
    #expect(entry.added.incidents == 1 && entry.added.claims == 1)
    let zuhur: PlaceID = try id("zuhur")
    let query = everything { $0.area = .place(zuhur) }
    #expect(try await register.page(query).features.contains { $0.id.text == "IN-9" })
    let past = everything {
      $0.area = query.area
      $0.asRecorded = Instant("2026-01-25T00:00:00Z")
    }
    let old = try await register.page(past)
    #expect(!old.features.contains { $0.id.text == "IN-9" })
    #expect(try register.ledger.verify().isSound)
  }

  @Test func `other words of the same claim are left alone and named`() throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch, access: .readWrite)
    let outcome = try register.record(choice("A-CI203", ["university"]))
    #expect(outcome.placed.isEmpty)
    #expect(outcome.left.map(\.location.placeAsStated) == ["marriage office"])
    #expect(outcome.before.count == 2)
  }

  @Test func `the same choice again records nothing`() throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch, access: .readWrite)
    #expect(try register.record(choice("L18", ["risala", "risala"])).entry != nil)
    #expect(try register.record(choice("L18", ["risala"])).entry == nil)
    #expect(register.atlas.version.sequence == 2)
  }

  @Test func `what is unknown, empty or without a reason is refused and stores nothing`() throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch, access: .readWrite)
    let claim: ClaimID = try id("no-such")
    let place: PlaceID = try id("no-such")
    let refused: [(PlaceChoice, PlaceChoiceError)] = [
      (try choice("no-such", ["zuhur"]), .unknownClaim(claim)),
      (try choice("L18", ["no-such"]), .unknownPlace(place)),
      (try choice("L18", []), .noPlace), (try choice("L18", ["zuhur"], reason: " \n"), .noReason),
    ]
    for (choice, error) in refused {
      #expect(throws: error) { try register.record(choice) }
    }
    #expect(try register.ledger.entries().count == 1)
    #expect(register.atlas.version.sequence == 1)
  }

  private func about(_ claim: String, _ register: Register) throws -> ClaimQuery {
    var query = ClaimQuery()
    query.id = try id(claim)
    return query
  }
}
