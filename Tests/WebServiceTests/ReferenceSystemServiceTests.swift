import Foundation
import HTTPTypes
import HummingbirdTesting
import JSONText
import SimpleFeatures
import Testing

@testable import WebService

/// OGC API Features Part 2: other systems in questions and answers.
@Suite struct ReferenceSystemServiceTests {
  private let points = "/collections/incident-points/items"

  @Test func `a collection names its systems, the kept one first`() async throws {
    let service = try TestService(try SampleRegister.source())
    for collection in FeatureCollectionName.allCases where collection.hasGeometry {
      let document = try await service.document(collection.path)
      #expect(document["crs"].strings == ReferenceSystem.allCases.map(\.uri))
      #expect(document["crs"].strings.first == document["storageCrs"].string)
    }
  }

  @Test func `coordinates come in the order of the system's axes`() async throws {
    let service = try TestService(try SampleRegister.source())
    let plain = try await service.get(points + "?limit=1")
    #expect(plain.field("Content-Crs") == "<\(ReferenceSystem.crs84.uri)>")
    let own = try plain.json["features"][0]["geometry"]["coordinates"]
    #expect(own[0].double == 43 && own[1].double == 36.35)
    let uri = "https://www.opengis.net/def/crs/EPSG/0/4326"
    for target in [points + "?limit=1&crs=\(uri)", points + "/I-10?crs=\(uri)"] {
      let response = try await service.get(target)
      #expect(response.field("Content-Crs") == "<\(ReferenceSystem.epsg4326.uri)>")
      let json = try response.json
      let feature = json["features"].array?.first ?? json
      #expect(feature["geometry"]["coordinates"][0].double == 36.35)
      #expect(feature["geometry"]["coordinates"][1].double == 43)
    }
    let mercator = try await service.document(
      points + "?limit=1&crs=\(ReferenceSystem.webMercator.uri)")
    #expect(mercator["features"][0]["geometry"]["coordinates"][0].double == 4_786_738.1)
  }

  @Test func `a box may be given in any of them`() async throws {
    let source = try SampleRegister.source()
    let service = try TestService(source)
    let west = "42.995,36.3,43.025,36.4"
    let wanted = try await service.document(points + "?bbox=\(west)")["numberMatched"].integer
    for box in [
      "bbox=36.3,42.995,36.4,43.025&bbox-crs=\(ReferenceSystem.epsg4326.uri)",
      "bbox=4786181.5,4341986.9,4789521.1,4355815.0&bbox-crs=\(ReferenceSystem.webMercator.uri)",
    ] {
      let document = try await service.document(points + "?" + box)
      #expect(document["numberMatched"].integer == wanted, "\(box)")
    }
    for fault in [
      "crs=EPSG:32638", "bbox-crs=EPSG:32638", "crs=",
      "bbox=42.9,91,43,92&bbox-crs=\(ReferenceSystem.crs84.uri)",
      "bbox=36.3,200,36.4,201&bbox-crs=\(ReferenceSystem.epsg4326.uri)",
    ] {
      let response = try await service.get(points + "?" + fault)
      #expect(response.status.code == 400, "\(fault)")
    }
  }

  @Test func `incidents carry their area, their points the point with its radius`() async throws {
    let service = try TestService(try SampleRegister.source())
    let area = try await service.document("/collections/incidents/items?limit=1")["features"][0]
    #expect(area["geometry"]["type"].string == "Polygon")
    let point = try await service.document(points + "?limit=1")["features"][0]
    #expect(point["geometry"]["type"].string == "Point")
    #expect(point["properties"]["radius_m"].double == 250)
    #expect(area["properties"] == point["properties"] && area["id"] == point["id"])
  }

  @Test func `an offset passes features over, and next goes on from there`() async throws {
    let service = try TestService(try SampleRegister.source())
    let all = try await service.document(points)["features"].array ?? []
    let page = try await service.document(points + "?limit=3&offset=4")
    let names = page["features"].array?.compactMap { $0["id"].string }
    #expect(names == all[4..<7].compactMap { $0["id"].string })
    let next = try #require(page.link("next")?["href"].string)
    #expect(!next.contains("offset"))
    let path = try #require(next.range(of: "/collections")).lowerBound
    let second = try await service.document(String(next[path...]))
    #expect(second["features"][0]["id"] == all[7]["id"])
    for fault in ["-1", "100001", "x", "1.0", ""] {
      #expect(try await service.get(points + "?offset=\(fault)").status.code == 400)
    }
  }
}
