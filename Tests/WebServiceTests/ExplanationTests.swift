import HTTPTypes
import HummingbirdTesting
import JSONText
import Testing

@testable import WebService

/// Assessment, timeline and contradictions of one incident, from the facts that come with Sijil.
@Suite struct ExplanationTests {
  private func withService(_ test: (TestService) async throws -> Void) async throws {
    try await withRegister { register in
      try await test(try TestService(register))
    }
  }

  @Test func `an assessment names methods, claims, rules and the grade`() async throws {
    try await withService { service in
      let document = try await service.document("/incidents/CI550/assessment?as-of=2017-05-25")
      #expect(document["as_of"].string == "2017-05-25")
      #expect(
        document["methods"].object?.members.map(\.name)
          == ["airwars", "ibc", "ucdp", "acled", "constraint"])
      let killed = document["methods"]["airwars"]["ranges"]["killed"]
      #expect(killed["min"]["value"].integer == 61)
      #expect(killed["max"]["value"].integer == 278)
      #expect(killed["max"]["claims"].strings == ["L19"])
      #expect(killed["max"]["rule"].string == "highest-reported")
      #expect(killed["best"].isNull)
      #expect(document["methods"]["airwars"]["ranges"]["missing"].isNull)
      #expect(document["methods"]["ucdp"]["ranges"]["all-killed"]["best"]["value"].integer == 107)
      #expect(document["grade"]["decision"].string == "confirmed")
      #expect(document["grade"]["decisive_day"].string == "2017-05-25")
      #expect(document["grade"]["decisive_claims"].strings == ["L22"])
      #expect(document["grade"]["recorder"].isNull)
      #expect(document["strike_status"]["status"].string == "declared_strike")
      let verdicts = document["belligerents"].array?.compactMap { $0["belligerent"].string }
      #expect(verdicts == ["US-led Coalition"])
      let fall = document["series"][0]["falls"][0]
      #expect(fall["alarm"].string == "scope-suspect")
      #expect(fall["before"]["claims"].strings == ["L12"])
      #expect(fall["after"]["claims"].strings == ["L17"])
      let sets = document["consistent_sets"]["killed"]["sets"].array ?? []
      #expect(sets.contains { $0["min"].integer == 278 && $0["max"].isNull })
    }
  }

  @Test func `linked incidents are given merged and split`() async throws {
    try await withService { service in
      let document = try await service.document("/incidents/CI550/assessment")
      let killed = document["totals"]["killed"]
      #expect(killed["ambiguous"].boolean == true)
      #expect(killed["merged"]["min"].integer == 105)
      #expect(killed["merged"]["max"].integer == 370)
      #expect(killed["split"]["min"].integer == 230)
      #expect(killed["split"]["max"].integer == 511)
      #expect(document["totals"]["injured"]["split"]["max_incidents"].strings == ["CI551"])
    }
  }

  @Test func `a what-if, a day and a method narrow the answer`() async throws {
    try await withService { service in
      let document = try await service.document(
        "/incidents/CI550/assessment?claims=S*&as-of=2017-03-25&method=acled")
      #expect(document["what_if"]["claims"].string == "S*")
      #expect(document["what_if"]["of"].integer == 51)
      #expect(document["grade"]["decision"].string == "fair")
      #expect(document["methods"].object?.members.map(\.name) == ["acled"])
      #expect(document["method"].string == "acled")
      #expect(document["killed"]["max"].integer == 12)
      let before = try await service.document("/incidents/CI550/assessment?as-of=2017-03-01")
      #expect(before["not_yet_reported"].boolean == true)
      #expect(before["grade"]["decision"].string == "not-yet-reported")
      #expect(before["grade"]["grade"].isNull)
      #expect(before["methods"]["airwars"]["ranges"]["killed"].isNull)
      #expect(before["strike_status"].isNull)
    }
  }

  @Test func `a timeline steps through the days`() async throws {
    try await withService { service in
      let document = try await service.document("/incidents/CI550/timeline")
      let steps = try #require(document["steps"].array)
      let grades = steps.map { [$0["day"].string ?? "", $0["grade"]["decision"].string ?? ""] }
      #expect(grades.first == ["2017-03-23", "weak"])
      #expect(grades.contains(["2017-03-25", "contested"]))
      #expect(grades.contains(["2017-05-25", "confirmed"]))
      for step in steps {
        for change in step["shifts"].array ?? [] { #expect(!change["because"].strings.isEmpty) }
      }
      #expect(document["undated_claims"].strings == ["C08", "L25", "L27"])
      #expect(document["undated"]["killed"]["max"].integer == 141)
      let early = try await service.document("/incidents/CI550/timeline?as-of=2017-03-25")
      #expect(early["steps"].array?.last?["day"].string == "2017-03-25")
      #expect(early["undated"].isNull)
      #expect(early["undated_claim_count"].integer == 3)
    }
  }

  @Test func `contradictions keep certain and possible targets apart`() async throws {
    try await withService { service in
      let document = try await service.document("/incidents/CI550/contradictions")
      let edges = try #require(document["edges"].array)
      let denials = edges.filter { $0["from"].string == "S21" && $0["kind"].string == "denies" }
      #expect(
        denials.map { [$0["to"].string ?? "", $0["certainty"].string ?? ""] }
          == [["S19", "certain"], ["S20", "possible"]])
      #expect(edges.contains { $0["stated"].boolean == false && !$0["figures"].isNull })
      #expect(document["claims"].array?.count == 51)
    }
  }

  @Test(arguments: [
    ("assessment?colour=red", 400, "use as-of, method, as-recorded, claims, f"),
    ("assessment?method=guess", 400, "airwars, ibc, ucdp, acled, constraint"),
    ("assessment?as-of=soon", 400, "as-of"),
    ("assessment?claims=S(1)", 400, "identifiers of claims"),
    ("assessment?claims=ZZ*", 400, "no claim about CI550 matches"),
    ("timeline?method=nope", 400, "airwars, ibc, ucdp, acled, constraint"),
    ("timeline?bbox=1,2,3,4", 400, "use as-of, method, as-recorded, claims, f"),
    ("contradictions?claims=", 400, "identifiers of claims"),
    ("assessment?as-recorded=2001-01-01", 410, "nothing was recorded"),
  ])
  func `a question that cannot be put is refused`(
    target: String, status: Int, words: String
  ) async throws {
    try await withService { service in
      let response = try await service.get("/incidents/CI550/" + target)
      #expect(response.status.code == status, "\(response.text)")
      #expect(response.text.contains(words), "\(response.text)")
    }
  }

  @Test(arguments: ["assessment", "timeline", "contradictions"])
  func `an unknown incident is not found, and every answer links back`(name: String) async throws {
    try await withService { service in
      #expect(try await service.get("/incidents/NOPE/\(name)").status == .notFound)
      let document = try await service.document("/incidents/CI537/\(name)")
      #expect(document["id"].string == "CI537")
      #expect(document.link("self")?["href"].string?.hasSuffix("/incidents/CI537/\(name)") == true)
      let related = try #require(document.link("related")?["href"].string)
      let path = String(related.dropFirst("http://127.0.0.1:8080".count))
      #expect(try await service.get(path).status == .ok)
    }
  }
}
