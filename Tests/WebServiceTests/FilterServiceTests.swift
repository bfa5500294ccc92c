import HTTPTypes
import HummingbirdTesting
import Inquiry
import JSONText
import Testing

@testable import WebService

/// OGC API Features Parts 3, 5, 6 and 8 over the real register.
@Suite struct FilterServiceTests {
  private let items = "/collections/incidents/items"

  private func withService(_ test: (TestService) async throws -> Void) async throws {
    try await withRegister { register in
      try await test(try TestService(register))
    }
  }

  /// The features of all incidents, for plain loops to filter.
  private func all(_ service: TestService, _ collection: String = "incidents") async throws
    -> [JSONValue]
  {
    try await service.document("/collections/\(collection)/items?limit=10000")["features"].array
      ?? []
  }

  private func ids(_ features: [JSONValue]) -> [String] { features.compactMap { $0["id"].string } }

  private func ask(_ service: TestService, _ query: String, _ collection: String = "incidents")
    async throws -> [String]
  {
    let page = try await service.document("/collections/\(collection)/items?limit=10000&" + query)
    #expect(page["numberMatched"].integer == page["features"].array?.count)
    return ids(page["features"].array ?? [])
  }

  @Test func `filters in both languages answer what a plain loop does`() async throws {
    try await withService { service in
      let all = try await all(service)
      let deadly = ids(
        all.filter { ($0["properties"]["killed_max"].integer ?? 0) >= 100 })
      #expect(deadly.count > 3 && deadly.count < 30)
      #expect(try await ask(service, "filter=killed_max%3E=100") == deadly)
      #expect(try await ask(service, "filter=killed_max+%3E=+99+%2B+1") == deadly)
      let json = PercentEncoding.encode(#"{"op":">=","args":[{"property":"killed_max"},100]}"#)
      #expect(try await ask(service, "filter-lang=cql2-json&filter=\(json)") == deadly)
      let named = ids(
        all.filter { $0["properties"]["title"].string?.lowercased().contains("mosul") == true })
      #expect(try await ask(service, "filter=CASEI(title)%20LIKE%20CASEI('%25MOSUL%25')") == named)
      #expect(
        try await ask(service, "filter-lang=cql-text&filter=title%20ILIKE%20'%25MOSUL%25'")
          == named)
      let unknown = ids(all.filter { $0["properties"]["killed_max"].isNull })
      #expect(!unknown.isEmpty)
      #expect(try await ask(service, "filter=killed_max%20IS%20NULL") == unknown)
      let none = try await ask(service, "filter=id='CI550'%20AND%20NOT%20id='CI550'")
      #expect(none.isEmpty)
      #expect(try await ask(service, "filter=id%20IN%20('CI550','CI551')") == ["CI550", "CI551"])
      let blamed = ids(
        all.filter { $0["properties"]["attributed_to"].strings.contains("US-led Coalition") })
      let list = PercentEncoding.encode("A_CONTAINS(attributed_to,('US-led Coalition'))")
      #expect(try await ask(service, "filter=\(list)") == blamed)
    }
  }

  @Test func `a filter stands beside a box, a span and simple parameters`() async throws {
    try await withService { service in
      let box = "bbox=43.1,36.3,43.2,36.4&datetime=2017-03-01/2017-03-31&match=certain"
      let both = try await ask(service, box + "&filter=killed_max%3E10&kind=airstrike")
      let one = Set(try await ask(service, box))
      let other = Set(
        ids(
          try await all(service).filter {
            ($0["properties"]["killed_max"].integer ?? 0) > 10
              && $0["properties"]["kind"].string == "airstrike"
          }))
      #expect(Set(both) == one.intersection(other) && !both.isEmpty)
      for fault in ["killed_max=many", "event_start=yesterday", "approximate=1", "radius_m=far"] {
        #expect(try await service.get(items + "?" + fault).status.code == 400, "\(fault)")
      }
    }
  }

  @Test func `certain and possible are functions of their own`() async throws {
    try await withService { service in
      let area = "POLYGON((43.1 36.3,43.2 36.3,43.2 36.4,43.1 36.4,43.1 36.3))"
      let box = "bbox=43.1,36.3,43.2,36.4"
      let filter = { (text: String) in "filter=" + PercentEncoding.encode(text) }
      let certain = try await ask(service, filter("certainly_intersects(\(area))"))
      #expect(try await ask(service, box + "&match=certain") == certain && !certain.isEmpty)
      let possible = try await ask(service, filter("possibly_intersects(\(area))"))
      let boxed = Set(try await ask(service, box))
      // A box also returns what has no place at all; a filter does not.
      #expect(Set(possible).isSubset(of: boxed) && possible.count > certain.count)
      #expect(
        try await ask(service, filter("share_inside(\(area)) = 1")).count >= certain.count)
      let known = try await ask(service, filter("killed_max_as_of(DATE('2017-03-25')) >= 1"))
      let asOf = try await service.document(items + "?limit=1000&as-of=2017-03-25")["features"]
      let then = ids(
        asOf.array?.filter { ($0["properties"]["killed_max"].integer ?? 0) >= 1 } ?? [])
      #expect(known == then)
      let functions = try await service.document("/functions")["functions"].array ?? []
      #expect(
        functions.compactMap { $0["name"].string } == IncidentFunction.allCases.map(\.rawValue))
    }
  }

  @Test func `geometries are compared exactly, in any of the systems`() async throws {
    try await withService { service in
      let filter = { (text: String) in "filter=" + PercentEncoding.encode(text) }
      let box = try await ask(
        service, filter("S_INTERSECTS(geometry, BBOX(43.1,36.3,43.2,36.4))"), "incident-points")
      let turned = try await ask(
        service,
        filter("S_INTERSECTS(geometry, BBOX(36.3,43.1,36.4,43.2))")
          + "&filter-crs=http://www.opengis.net/def/crs/EPSG/0/4326", "incident-points")
      let plain = ids(
        try await all(service, "incident-points").filter { feature in
          let position = feature["geometry"]["coordinates"].array?.compactMap(\.double) ?? []
          return position.count == 2 && (43.1...43.2).contains(position[0])
            && (36.3...36.4).contains(position[1])
        })
      #expect(box == plain && turned == plain && plain.count > 10)
    }
  }

  @Test func `an order and a selection hold over every page`() async throws {
    try await withService { service in
      let sorted = try await all(service).enumerated().sorted { first, second in
        let left = first.element["properties"]["killed_max"].integer ?? -1
        let right = second.element["properties"]["killed_max"].integer ?? -1
        return left != right ? left > right : first.offset < second.offset
      }.map(\.element)
      var target = items + "?sortby=-killed_max&properties=killed_max,id&limit=7"
      var seen: [String] = []
      while true {
        let page = try await service.document(target)
        for feature in page["features"].array ?? [] {
          seen.append(try #require(feature["id"].string))
          #expect(feature["properties"].object?.members.map(\.name) == ["id", "killed_max"])
        }
        guard let next = page.link("next")?["href"].string else { break }
        target = String(next.dropFirst("http://127.0.0.1:8080".count))
      }
      #expect(seen == ids(sorted))
      for fault in ["sortby=zoom", "sortby=", "sortby=districts", "properties=zoom", "properties="]
      {
        #expect(try await service.get(items + "?" + fault).status.code == 400, "\(fault)")
      }
    }
  }

  @Test func `claims, places and sources take filters and orders too`() async throws {
    try await withService { service in
      let deny = try await ask(service, "filter=polarity='denied'", "claims")
      #expect(
        deny
          == ids(
            try await all(service, "claims").filter {
              $0["properties"]["polarity"].string == "denied"
            }) && !deny.isEmpty)
      let about = PercentEncoding.encode("A_CONTAINS(incidents,('CI550'))")
      let listed = try await ask(service, "filter=\(about)", "claims")
      #expect(Set(listed) == Set(try await ask(service, "incident=CI550", "claims")))
      let bank = try await ask(service, "bank=right&sortby=-name", "places")
      let places = try await all(service, "places").filter {
        $0["properties"]["bank"].string == "right"
      }
      #expect(Set(bank) == Set(ids(places)) && bank.count > 20)
      let names = try await ask(service, "filter=kind='military'", "sources")
      #expect(!names.isEmpty && names.count < 30)
      let arabic = PercentEncoding.encode("ACCENTI(name_ar) = ACCENTI('الشفاء')")
      #expect(try await ask(service, "filter=\(arabic)", "places") == ["shifa"])
    }
  }

  @Test func `a filter's fault says where`() async throws {
    let service = try TestService(try SampleRegister.source())
    let response = try await service.get(items + "?filter=killed_max%20%3E%20%3D%203")
    #expect(response.status.code == 400)
    let detail = try #require(try response.json["detail"].string)
    #expect(detail.hasSuffix("\nkilled_max > = 3\n             ^"))
    let unknown = try await service.get(items + "?filter=kiled_max%3E3").json
    #expect(unknown["detail"].string?.contains("killed_max") == true)
    for fault in [
      "filter=", "filter=1", "filter=title%3E3", "filter-lang=sql&filter=a", "filter=(",
    ] {
      #expect(try await service.get(items + "?" + fault).status.code == 400, "\(fault)")
    }
  }

  @Test func `schemas list what every feature carries`() async throws {
    let service = try TestService(try SampleRegister.source())
    for collection in FeatureCollectionName.allCases {
      let names = collection.properties.map(\.name)
      let schema = try await service.get(collection.path + "/schema")
      #expect(schema.field("Content-Type") == "application/schema+json")
      let members = try schema.json["properties"].object?.members.map(\.name) ?? []
      #expect(members == names + (collection.hasGeometry ? ["geometry"] : []))
      let feature = try await service.document(collection.path + "/schema/geojson")
      #expect(
        feature["properties"]["properties"]["properties"].object?.members.map(\.name) == names)
      let items = try await service.document(collection.path + "/items?limit=1")["features"]
      for item in items.array ?? [] {
        #expect(item["properties"].object?.members.map(\.name) == names)
      }
      let queryables = try await service.document(collection.path + "/queryables")
      #expect(queryables["$id"].string == "http://127.0.0.1:8080\(collection.path)/queryables")
      #expect(queryables["additionalProperties"].boolean == false)
      for member in queryables["properties"].object?.members ?? [] {
        #expect(member.value["type"].isNull == (member.name == "geometry"))
        #expect(member.value["$ref"].isNull)
      }
    }
  }

  @Test func `an ending of the path names the format`() async throws {
    let service = try TestService(try SampleRegister.source())
    for (ending, type) in [
      ("geojson", "application/geo+json"), ("json", "application/geo+json"),
      ("csv", "text/csv; charset=utf-8; header=present"), ("fgb", "application/flatgeobuf"),
      ("kml", "application/vnd.google-earth.kml+xml"), ("geojsonl", "application/geo+json-seq"),
    ] {
      let response = try await service.get(items + ".\(ending)?limit=3")
      #expect(response.status == .ok && response.field("Content-Type") == type, "\(ending)")
      #expect(response.field("OGC-NumberMatched") == "14")
    }
    for path in [items + ".zip", items + ".", "/collections.csv", items + "/I-10.csv"] {
      #expect(try await service.get(path).status.code == 404, "\(path)")
    }
    for fault in [".csv?crs=EPSG:3857", ".kml?properties=id", ".fgb?properties=id"] {
      #expect(try await service.get(items + fault).status.code == 400, "\(fault)")
    }
  }
}
