import JSONText
import Testing

@testable import WebService

/// Where figures come from, as other programs read it.
@Suite struct ProvenanceTests {
  @Test
  func `every claim, outlet and body stands in it once, and every relation names two of them`()
    async throws
  {
    try await withRegister { register in
      let service = try TestService(register)
      let path = "/collections/incidents/items/CI550"
      let item = try await service.document(path)
      let link = item.link("http://www.w3.org/ns/prov#has_provenance")?["href"].string
      #expect(link == "http://127.0.0.1:8080\(path)/provenance")
      let document = try await service.document(path + "/provenance")
      let names = ["entity", "agent", "activity"].flatMap {
        document[$0].object?.members.map(\.name) ?? []
      }
      #expect(Set(names).count == names.count)
      let dossier = try await service.document("/incidents/CI550/dossier")
      let claims = dossier["claims"].array?.compactMap { $0["id"].string } ?? []
      #expect(claims.count > 50)
      for claim in claims { #expect(names.contains("claim:\(claim)")) }
      let prefixes = document["prefix"].object?.members.map(\.name) ?? []
      var relations = 0
      for kind in ["wasAttributedTo", "wasDerivedFrom", "actedOnBehalfOf", "wasGeneratedBy"] {
        for relation in document[kind].object?.members ?? [] {
          relations += 1
          for end in relation.value.object?.members ?? [] where end.name != "prov:type" {
            let name = try #require(end.value.string)
            #expect(names.contains(name), "\(kind) \(name)")
            #expect(prefixes.contains(String(name.prefix { $0 != ":" })))
          }
        }
      }
      #expect(relations > claims.count * 2)
      let hops = dossier["claims"].array?.reduce(0) { $0 + ($1["relays"].array?.count ?? 0) }
      #expect(names.count { $0.hasPrefix("relay:") } == hops)
      let early = try await service.document(path + "/provenance?as-of=2017-03-24")
      #expect((early["entity"].object?.members.count ?? 0) < 40)
    }
  }
}
