import HTTPTypes
import HummingbirdTesting
import Inquiry
import JSONText
import Records
import Register
import Testing

@testable import WebService

/// `/summary`, and the two clocks on every route.
@Suite struct SummaryEndpointTests {
  private func withService(_ test: (TestService) async throws -> Void) async throws {
    try await withRegister { register in
      try await test(try TestService(register))
    }
  }

  @Test(arguments: SummaryDimension.allCases)
  func `a table reconciles with the items of the same question`(
    dimension: SummaryDimension
  ) async throws {
    try await withService { service in
      for question in ["", "&in=old-city", "&bbox=43.10,36.32,43.16,36.36", "&as-of=2017-03-25"] {
        let items = try await service.document(
          "/collections/incidents/items?limit=1" + question)
        let table = try await service.document("/summary?by=\(dimension.code)" + question)
        #expect(table["by"].string == dimension.code)
        #expect(table["numberMatched"].integer == items["numberMatched"].integer)
        let counts = table["rows"].array?.compactMap {
          $0["certain_and_possible"]["incident_count"].integer
        }
        #expect(counts?.reduce(0, +) == items["numberMatched"].integer)
        #expect(
          table["total"]["certain_and_possible"]["incident_count"].integer
            == items["numberMatched"].integer)
        #expect(table.link("self") != nil)
      }
    }
  }

  @Test func `methods and dimensions that are none are refused with those that are`() async throws {
    let service = try TestService(try SampleRegister.source())
    let response = try await service.get("/summary?by=colour")
    #expect(response.status == .badRequest)
    #expect(response.text.contains("district, month, attribution, grade"))
    let method = try await service.get("/summary?method=best")
    #expect(method.status == .badRequest)
    #expect(method.text.contains("airwars, ibc, ucdp, acled, constraint"))
    #expect(try await service.document("/summary")["by"].string == "district")
  }

  @Test func `items carry the ranges of the method asked for, on the page alone`() async throws {
    try await withService { service in
      let items = "/collections/incidents/items?limit=1&datetime=2017-03-17&match=certain"
      let airwars = try await service.document(items)
      #expect(airwars["method"].string == "airwars")
      let first = airwars["features"][0]["properties"]
      #expect(first["id"].string == "CI550" && first["killed_max"].integer == 141)
      let ibc = try await service.document(items + "&method=ibc")
      #expect(ibc["method"].string == "ibc")
      let other = ibc["features"][0]["properties"]
      #expect(other["killed_min"].integer == 61 && other["killed_max"].integer == 300)
      #expect(other["killed_min_claims"].strings == ["L11"])
      #expect(other["grade"].string == first["grade"].string)
      #expect(ibc["numberMatched"].integer == airwars["numberMatched"].integer)
      let then = try await service.document(items + "&method=ibc&as-of=2017-03-26")
      #expect(then["features"][0]["properties"]["killed_max"].integer == 240)
      let wrong = try await service.get(items + "&method=best")
      #expect(wrong.status == .badRequest)
      #expect(wrong.text.contains("airwars, ibc, ucdp, acled, constraint"))
    }
  }

  @Test func `the merged and the split total stand side by side`() async throws {
    try await withService { service in
      for (method, split) in [("airwars", [230, 511]), ("ibc", [61, 370])] {
        let table = try await service.document(
          "/summary?by=month&datetime=2017-03-17&match=certain&method=\(method)")
        let killed = table["total"]["certain_and_possible"]["killed"]
        #expect(table["method"].string == method)
        #expect(killed["ambiguous"].boolean == true)
        #expect(killed["overlaps"].array?.isEmpty == false)
        if method == "airwars" {
          #expect(killed["split"]["min"].integer == split[0])
          #expect(killed["split"]["max"].integer == split[1])
          #expect(killed["merged"]["max"].integer == 370)
        }
      }
    }
  }

  @Test(arguments: [
    "/summary", "/collections/incidents/items", "/collections/incidents/items/CI550",
    "/incidents/CI550/dossier", "/collections/claims/items", "/collections/claims/items/S13",
    "/collections/places/items", "/collections/places/items/zuhur", "/map",
  ])
  func `every route answers as recorded, and says when nothing was yet`(path: String) async throws {
    try await withRegister { register in
      let service = try TestService(register)
      #expect(try await service.get(path + "?as-recorded=2026-01-01").status == .ok)
      #expect(try await service.get(path + "?as-recorded=2026-01-01T00:00:00Z").status == .ok)
      let before = try await service.get(path + "?as-recorded=2025-12-31")
      #expect(before.status == .gone)
      #expect(before.text.contains("nothing was recorded by"))
      let wrong = try await service.get(path + "?as-recorded=yesterday")
      #expect(wrong.status == .badRequest)
      if !path.contains("places") {
        #expect(
          try await service.get(path + "?as-of=2017-06-01&as-recorded=2026-01-01").status == .ok)
      }
    }
  }
}
