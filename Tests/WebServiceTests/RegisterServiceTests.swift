import Ledger
import Interchange
import HTTPTypes
import HummingbirdTesting
import JSONText
import Testing

@testable import WebService

/// The service over the real register, made from the facts that come with it.
@Suite struct RegisterServiceTests {
  private func withService(_ test: (TestService) async throws -> Void) async throws {
    try await withRegister { register in
      try await test(try TestService(register))
    }
  }

  @Test func `every page of every collection is there once and inside its extent`() async throws {
    try await withService { service in
      let list = try await service.document("/collections")
      #expect(list["collections"].array?[0]["itemCount"].integer == 76)
      for collection in try #require(list["collections"].array) {
        let name = try #require(collection["id"].string)
        let box = collection["extent"]["spatial"]["bbox"][0].array?.compactMap(\.double) ?? []
        try #require(name == "sources" ? box.isEmpty : box.count == 4)
        var target = "/collections/\(name)/items?limit=50"
        var ids: Set<String> = []
        var count = 0
        while true {
          let page = try await service.document(target)
          for feature in page["features"].array ?? [] {
            count += 1
            ids.insert(try #require(feature["id"].string))
            expectInside(feature["geometry"]["coordinates"], box)
          }
          guard let next = page.link("next")?["href"].string else {
            #expect(page["numberMatched"].integer == count)
            break
          }
          target = String(next.dropFirst("http://127.0.0.1:8080".count))
        }
        #expect(ids.count == count)
        #expect(collection["itemCount"].integer == count)
      }
    }
  }

  @Test func `certain, possible and as-of differ, and a dossier answers why`() async throws {
    try await withService { service in
      let items = "/collections/incidents/items?limit=1"
      let all = try await service.document(items)["numberMatched"].integer
      let box = "&bbox=43.10,36.32,43.16,36.36"
      let possible = try await service.document(items + box)["numberMatched"].integer ?? 0
      let certain = try await service.document(items + box + "&match=certain")
      #expect(all == 76)
      #expect(certain["numberMatched"].integer ?? 0 < possible)
      #expect(certain["match"].string == "certain")
      let before = try await service.document(items + "&as-of=2017-03-01")
      #expect(before["numberMatched"].integer ?? 0 < 76)
      #expect(before["as_of"].string == "2017-03-01")
      let dossier = try await service.document("/incidents/CI550/dossier")
      #expect(dossier["id"].string == "CI550")
      let claims = try #require(dossier["claims"].array)
      #expect(claims.count > 10)
      #expect(claims.contains { ($0["relays"].array?.count ?? 0) >= 3 })
      #expect(claims.contains { ($0["denied_by"].array?.isEmpty ?? true) == false })
      for end in ["min", "max"] {
        #expect(dossier["killed"][end].integer != nil)
        let behind = dossier["killed"]["\(end)_claims"].strings
        #expect(!behind.isEmpty)
        #expect(Set(behind).isSubset(of: claims.compactMap { $0["id"].string }))
      }
    }
  }

  private func expectInside(_ coordinates: JSONValue, _ box: [Double]) {
    guard let parts = coordinates.array else { return }
    if let longitude = parts.first?.double, parts.count == 2, let latitude = parts[1].double {
      #expect(longitude >= box[0] && longitude <= box[2])
      #expect(latitude >= box[1] && latitude <= box[3])
    } else {
      for part in parts { expectInside(part, box) }
    }
  }
}
