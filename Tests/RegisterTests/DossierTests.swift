import Assessment
import Inquiry
import Records
import Register
import SimpleFeatures
import Testing

struct DossierTests {
  /// One of the 76 dossiers.
  private func dossier(
    _ text: String, asOf: String? = nil, of register: Register
  ) async throws -> IncidentDossier {
    try #require(
      await register.dossier(id(text), asOf: try asOf.map(day), asRecorded: nil))
  }

  @Test func `every number of every dossier carries the claims behind it`() async throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch)
    let page = try await register.page(everything())
    #expect(page.features.count == 76)
    var numbers = 0
    for feature in page.features {
      let dossier = try await dossier(feature.id.text, of: register)
      let present = Set(dossier.claims.map(\.claim.id))
      for assessment in [dossier.feature.assessment, dossier.reported] {
        for range in [assessment.killed, assessment.injured] {
          for end in [range.minimum, range.maximum].compactMap({ $0 }) {
            #expect(!end.claims.isEmpty, "\(feature.id)")
            #expect(present.isSuperset(of: end.claims), "\(feature.id)")
            numbers += 1
          }
        }
        if let grade = assessment.grade {
          #expect(!grade.claims.isEmpty && present.isSuperset(of: grade.claims), "\(feature.id)")
        }
      }
      #expect(!dossier.claims.isEmpty, "\(feature.id)")
      for location in dossier.locations {
        #expect(present.contains(location.candidate.assertedBy), "\(feature.id)")
        #expect(!location.basis.isEmpty, "\(feature.id)")
      }
      for claim in dossier.claims.map(\.claim) {
        let named = [claim.claimant] + claim.relays.map(\.outlet)
        #expect(named.allSatisfy { dossier.sources[$0] != nil }, "\(claim.id)")
      }
    }
    #expect(numbers > 300)
  }

  @Test func `a number's claims really state it`() async throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch)
    for feature in try await register.page(everything()).features {
      let dossier = try await dossier(feature.id.text, of: register)
      for end in [feature.assessment.killed.minimum, feature.assessment.killed.maximum] {
        guard let end else { continue }
        for id in end.claims {
          let claim = try #require(dossier.claims.first { $0.claim.id == id }).claim
          let figures = claim.quantities.flatMap { [$0.minimum, $0.maximum] }
          #expect(figures.contains(end.value), "\(feature.id): \(end.value) by \(id)")
        }
      }
    }
  }

  @Test func `the range of 17 March is the recorder's, the reports stand beside it`() async throws {
    let scratch = try Scratch()
    let dossier = try await dossier("CI550", of: Mosul.register(in: scratch))
    let killed = dossier.feature.assessment.killed
    #expect((killed.minimum?.value, killed.maximum?.value) == (105, 141))
    #expect(killed.minimum?.claims.map(\.text) == ["L25"])
    #expect(killed.minimum?.rule == .assessorRange)
    #expect(dossier.reported.killed.minimum?.rule == .lowestReported)
    #expect(dossier.reported.killed != killed)
    #expect(dossier.locations.count == 10)
    #expect(dossier.claims.count == 51)
    #expect(dossier.claims.count { $0.certainty == .possible } == 14)
  }

  @Test func `claims come by the day on which each became public, undated ones last`() async throws
  {
    let scratch = try Scratch()
    let dossier = try await dossier("CI550", of: Mosul.register(in: scratch))
    let days = dossier.claims.map { $0.claim.publicDay ?? .latest }
    #expect(days == days.sorted())
    #expect(dossier.claims.prefix(2).map(\.claim.id.text) == ["L01", "L02"])
  }

  @Test func `as of a day only what was public then is in a dossier`() async throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch)
    let dossier = try await dossier("CI550", asOf: "2017-03-24", of: register)
    #expect(
      dossier.claims.map(\.claim.id.text) == [
        "L01", "L02", "L03", "L04", "L05", "S13", "S14", "C09", "S10", "S11",
      ])
    // The Coalition's point and West Mosul were not said yet.
    #expect(dossier.locations.map(\.candidate.assertedBy.text) == ["L01", "L01"])
    let named = Set(dossier.claims.flatMap { [$0.claim.claimant] + $0.claim.relays.map(\.outlet) })
    let bodies = Set(dossier.sources.values.compactMap(\.affiliation))
    #expect(Set(dossier.sources.keys) == named.union(bodies))
    #expect(dossier.sources.count < 20)
    #expect(dossier.asOf == (try day("2017-03-24")))
    #expect(dossier.feature.assessment.grade == nil)
    #expect(dossier.feature.assessment.killed.minimum?.rule == .lowestReported)
  }

  @Test func `as of a later day the dossier only grows`() async throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch)
    var last: Set<ClaimID> = []
    for time in ["2017-03-23", "2017-03-25", "2017-03-26", "2017-05-25", "2017-12-31"] {
      let dossier = try await dossier("CI550", asOf: time, of: register)
      let present = Set(dossier.claims.map(\.claim.id))
      #expect(present.isStrictSuperset(of: last), "\(time)")
      #expect(dossier.locations.allSatisfy { present.contains($0.candidate.assertedBy) })
      last = present
    }
  }

  @Test func `before the first claim there is a dossier without claims, places or figures`()
    async throws
  {
    let scratch = try Scratch()
    let dossier = try await dossier("CI550", asOf: "2017-03-22", of: Mosul.register(in: scratch))
    #expect(dossier.claims.isEmpty)
    #expect(dossier.locations.isEmpty)
    #expect(dossier.sources.isEmpty)
    #expect(dossier.feature.assessment.killed.isUnknown)
    #expect(dossier.feature.assessment.claimCount == 0)
  }

  @Test func `an unknown incident has no dossier`() async throws {
    let scratch = try Scratch()
    let register = try Mosul.register(in: scratch)
    #expect(try await register.dossier(id("CI999"), asOf: nil, asRecorded: nil) == nil)
  }
}
