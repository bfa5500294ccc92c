import HTTPTypes
import HummingbirdTesting
import JSONText
import Records
import Testing

@testable import WebService

@Suite struct DocumentTests {
  private let base = "http://127.0.0.1:8080"

  @Test func `the landing page links what there is and nothing else`() async throws {
    let service = try TestService(try SampleRegister.source())
    let page = try await service.document("/")
    #expect(page["title"].string == "Sijil")
    let links = page["links"].array ?? []
    #expect(links.count { $0["rel"].string == "self" } == 1)
    #expect(page.link("conformance")?["href"].string == base + "/conformance")
    #expect(page.link("data")?["href"].string == base + "/collections")
    for link in links {
      let href = try #require(link["href"].string)
      let response = try await service.get(String(href.dropFirst(base.count)))
      #expect(response.status == .ok)
      #expect(response.field("Content-Type")?.hasPrefix(link["type"].string ?? "?") == true)
    }
  }

  @Test func `collections say what they cover`() async throws {
    let service = try TestService(try SampleRegister.source())
    let list = try await service.document("/collections")
    let collections = try #require(list["collections"].array)
    #expect(collections.compactMap { $0["id"].string } == FeatureCollectionName.codes)
    for collection in collections {
      let name = try #require(collection["id"].string)
      #expect(try await service.document("/collections/\(name)") == collection)
      #expect(collection.link("items")?["type"].string == "application/geo+json")
      #expect(
        collection.link("items")?["href"].string == base + "/collections/\(name)/items")
      #expect(collection["itemType"].string == "feature")
    }
    #expect(collections.compactMap { $0["itemCount"].integer } == [14, 14, 2, 2, 5])
    let incidents = collections[0]["extent"]
    #expect(
      incidents["spatial"]["bbox"][0].array?.compactMap(\.double)
        == [42.9972085, 36.3477517, 43.5027915, 36.3522483])
    #expect(
      incidents["temporal"]["interval"][0].strings
        == ["2017-03-01T00:00:00Z", "2017-03-12T23:59:59Z"])
    #expect(collections[4]["extent"].isNull)
    #expect(collections[3]["extent"]["temporal"].isNull)
  }

  @Test func `an item is the same feature with links`() async throws {
    let service = try TestService(try SampleRegister.source())
    let item = try await service.document("/collections/incidents/items/I-10")
    let page = try await service.document("/collections/incidents/items?limit=1")
    #expect(item["id"].string == "I-10")
    #expect(item["geometry"] == page["features"][0]["geometry"])
    #expect(item["properties"] == page["features"][0]["properties"])
    #expect(item.link("self")?["href"].string == base + "/collections/incidents/items/I-10")
    #expect(item.link("collection")?["href"].string == base + "/collections/incidents")
    #expect(item.link("related")?["href"].string == base + "/incidents/I-10/dossier")
    let related = (item["links"].array ?? []).filter { $0["rel"].string == "related" }
    #expect(related.last?["href"].string == base + "/incidents/I-10/assessment")
    let place = try await service.document("/collections/places/items/dwrat-abude")
    #expect(place["geometry"].isNull)
    #expect(place["properties"]["name"].string == "Dwrat Abude")
    #expect(place["properties"]["precision_m"].isNull)
    let city = try await service.document("/collections/places/items/old-city")
    #expect(city["geometry"]["type"].string == "Point")
    #expect(city["properties"]["name_ar"].string == "المدينة القديمة")
    #expect(city["properties"]["area_basis"].string == "disc")
  }

  @Test func `a dossier holds claims, chains, clocks and denials under what they deny`()
    async throws
  {
    let service = try TestService(try SampleRegister.source())
    let dossier = try await service.document("/incidents/I-10/dossier")
    #expect(dossier["id"].string == "I-10")
    #expect(dossier["grade"].string == "fair")
    #expect(dossier["killed"]["min"].integer == 2)
    #expect(dossier["killed"]["max"].integer == 5)
    #expect(dossier["killed"]["max_rule"].string == "highest-reported")
    #expect(dossier["killed"]["max_open"].boolean == false)
    #expect(dossier["reported"]["killed"]["min"].integer == 40)
    #expect(dossier["reported"]["killed"]["max_open"].boolean == true)
    #expect(dossier["reported"]["killed"]["min_claims"].strings == ["c-report"])
    #expect(dossier["injured"]["min"].isNull)
    #expect(dossier["incident_links"][0]["target"].string == "I-11")
    #expect(dossier["data_version"]["sequence"].integer == 7)
    let report = dossier["claims"][0]
    #expect(report["id"].string == "c-report")
    #expect(report["certainty"].string == "certain")
    #expect(report["claimant_name"].string == "Civil Defence")
    #expect(
      report["relays"].array?.compactMap { $0["outlet_name"].string }
        == ["Local TV", "The Agency", "News Site"])
    #expect(report["relays"][1]["published"].string == "2017-03-20")
    #expect(report["relays"][0]["published"].isNull)
    #expect(report["event_time"].string == "2017-03-01")
    #expect(report["uttered"].string == "2017-03-19")
    #expect(report["public_day"].string == "2017-03-20")
    #expect(report["quantities"][0]["unit"].string == "bodies")
    #expect(report["quantities"][0]["phrase"].string == "forty bodies")
    #expect(report["denied_by"].array?.count == 1)
    #expect(report["denied_by"][0]["id"].string == "c-denial")
    #expect(report["denied_by"][0]["claimant_name"].string == "Joint Command")
    #expect(dossier["claims"][1]["denied_by"].array?.isEmpty == true)
    let location = dossier["locations"][0]
    #expect(location["asserted_by"].string == "c-report")
    #expect(location["place"].string == "old-city")
    #expect(location["nearby"][0]["distance_m"].double == 1234.6)
    #expect(dossier["districts"][0]["name"].string == "Old City")
    let claims = try #require(dossier.link("related")?["href"].string)
    #expect(claims == base + "/collections/claims/items?incident=I-10")
  }
}
