import HTTPTypes
import HummingbirdTesting
import JSONText
import Records
import SimpleFeatures
import Testing

@testable import WebService

@Suite struct PlaceMapEndpointTests {
  private func service() throws -> TestService { try TestService(try SampleRegister.source()) }

  private static let path = "/collections/places/map"

  @Test func `places are named and counted, and no incident is`() async throws {
    let service = try service()
    let facts = try await service.document(Self.path + ".json?center=43.13,36.34&zoom=11")
    #expect(facts["title"].string == "Mosul - places")
    #expect(facts["noun"].string == "places")
    #expect(facts["counts"]["total"].integer == 2)
    #expect(facts["counts"]["inView"].integer == 1)
    #expect(facts["counts"]["margin"].integer == 1)
    #expect(facts["clusters"].array?.isEmpty == true)
    #expect(facts["labels"].array?.compactMap { $0["place"].string } == ["old-city"])
    for ending in [".txt?hints=no&", ".svg?", ".txt?glyphs=ascii&", ".txt?glyphs=text&"] {
      let map = try await service.get(Self.path + ending + "center=43.13,36.34&zoom=11")
      #expect(map.status == .ok, "\(map.text)")
      #expect(map.text.contains("Mosul - places") || ending == ".svg?", "\(ending)")
      #expect(map.text.contains("Old City"), "\(ending)")
      #expect(!map.text.contains("incident"), "\(ending)")
      #expect(map.field("OGC-NumberMatched") == "2")
      #expect(map.field("Content-Datetime") == nil)
    }
    let text = try await service.get(Self.path + ".txt?center=43.13,36.34&zoom=11").text
    #expect(text.contains("1 of 2 places in view"))
    #expect(text.contains("1 known by name only"))
    #expect(text.contains("data: curl 'http://127.0.0.1:8080/collections/places/items'"))
  }

  @Test func `the words come in Arabic, names in the key`() async throws {
    let map = try await service().get(Self.path + ".txt?lang=ar&center=43.13,36.34&zoom=11&h=30")
    #expect(map.text.contains("أماكن"))
    #expect(map.text.contains("1 من 2 مكان في الصورة"))
    #expect(map.text.contains("المدينة القديمة"))
    let drawing = try await service().get(
      Self.path + ".svg?lang=ar&center=43.13,36.34&zoom=11&frame=yes")
    #expect(drawing.text.contains("المدينة القديمة"))
    #expect(drawing.text.contains("مكان"))
  }

  @Test func `a program gets an image of the ground, a browser a page`() async throws {
    let service = try service()
    let image = try await service.get(Self.path + "?bbox=43.1,36.3,43.2,36.4&width=211&height=257")
    #expect(image.field("Content-Type") == "image/png")
    #expect(try MapEndpointTests.box(image) == [43.1, 36.3, 43.2, 36.4])
    #expect(image.field("Content-Crs") == "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>")
    let page = try await service.get(Self.path, [.accept: "text/html"])
    #expect(page.status == .ok && page.text.contains("/collections/places/items"))
    let read = MarkupReader(page.text)
    for address in read.values(of: "src", in: "img") {
      #expect(try await service.get(address).field("Content-Type") == "image/svg+xml")
    }
  }

  @Test func `the question chooses places as it does for items`() async throws {
    let service = try service()
    for question in [
      "", "bbox=43.1,36.3,43.2,36.4", "datetime=2017-03-02", "as-recorded=2026-02-01",
    ] {
      let map = try await service.document(Self.path + ".json?\(question)")
      let items = try await service.document("/collections/places/items?limit=1&\(question)")
      #expect(map["counts"]["total"].integer == items["numberMatched"].integer, "\(question)")
    }
    // A place that may be seen, and a time that no place has.
    let part = try await service.document(
      Self.path + ".json?subset=Lat(36.3:36.4),Lon(43.1:43.2),time(\"1900\")")
    #expect(part["counts"]["inView"].integer == 1)
  }

  @Test func `collections link the maps that there are, and claims and sources have none`()
    async throws
  {
    let service = try service()
    let relation = "http://www.opengis.net/def/rel/ogc/1.0/map"
    let paths = try await service.document("/api")["paths"]
    for name in FeatureCollectionName.allCases {
      let document = try await service.document(name.path)
      let links = (document["links"].array ?? []).filter { $0["rel"].string == relation }
      let hasMap = [.incidents, .incidentPoints, .places].contains(name)
      #expect(links.count == (hasMap ? 2 : 0), "\(name)")
      for link in links {
        let address = try #require(link["href"].string).dropFirst("http://127.0.0.1:8080".count)
        let response = try await service.get(String(address))
        #expect(response.status == .ok)
        #expect(response.field("Content-Type") == link["type"].string)
      }
      #expect(paths[name.path + "/map"].isNull == !hasMap, "\(name)")
      #expect(try await service.get(name.path + "/map").status.code == (hasMap ? 200 : 404))
    }
    let taken = paths[Self.path]["get"]["parameters"].array?.compactMap {
      $0["$ref"].string?.split(separator: "/").last.map(String.init) ?? $0["name"].string
    }
    for parameter in ["bbox", "subset", "datetime", "kind", "width", "scale-denominator", "filter"]
    {
      #expect(taken?.contains(parameter) == true, "\(parameter)")
    }
    for parameter in ["match", "as-of", "in", "method"] {
      #expect(taken?.contains(parameter) == false, "\(parameter)")
      #expect(try await service.get(Self.path + "?\(parameter)=x").status.code == 400)
    }
  }

  @Test func `tags and copies are of the places map alone`() async throws {
    let service = try service()
    let target = Self.path + ".txt?w=80"
    let tag = try #require(try await service.get(target).field("ETag"))
    #expect(try await service.get(target, [.ifNoneMatch: tag]).status == .notModified)
    #expect(try await service.get("/collections/incidents/map.txt?w=80").field("ETag") != tag)
    #expect(try await service.get("/map.txt?w=80").bytes != (try await service.get(target).bytes))
  }
}
