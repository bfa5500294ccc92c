import HTTPTypes
import HummingbirdTesting
import Inquiry
import Interchange
import JSONText
import Records
import SimpleFeatures
import Testing

@testable import WebService

@Suite struct ItemsTests {
  private let base = "http://127.0.0.1:8080"
  private let items = "/collections/incidents/items"

  @Test func `a page carries counts, links, time and every property`() async throws {
    let service = try TestService(try SampleRegister.source())
    let response = try await service.get(items + "?limit=2&bbox=43,36,44,37")
    #expect(response.status == .ok)
    #expect(response.field("Content-Type") == "application/geo+json")
    #expect(response.field("OGC-NumberMatched") == "14")
    #expect(response.field("OGC-NumberReturned") == "2")
    let page = try response.json
    #expect(page["type"].string == "FeatureCollection")
    #expect(page["numberMatched"].integer == 14)
    #expect(page["numberReturned"].integer == 2)
    #expect(page["timeStamp"].string == "2026-11-23T12:00:00Z")
    #expect(page["match"].string == "possible")
    #expect(page["counts"]["unplaced"].integer == 1)
    #expect(page.link("self")?["href"].string == base + items + "?limit=2&bbox=43,36,44,37")
    let cursor = try #require(page["features"][1]["id"].string)
    #expect(cursor == "I-11")
    #expect(
      page.link("next")?["href"].string
        == base + items + "?limit=2&bbox=43,36,44,37&cursor=daj~I-11")
    #expect(page.link("next")?["type"].string == "application/geo+json")
    #expect(page.link("collection")?["href"].string == base + "/collections/incidents")
  }

  @Test func `links stand in the header too`() async throws {
    let service = try TestService(try SampleRegister.source())
    let response = try await service.get(items + "?limit=13")
    let fields = response.headers.filter { $0.name.canonicalName == "link" }.map(\.value)
    #expect(
      fields == [
        "<\(base)\(items)?limit=13>; rel=\"self\"; type=\"application/geo+json\"",
        "<\(base)\(items)?limit=13&f=geojsonseq>; rel=\"alternate\"; "
          + "type=\"application/geo+json-seq\"",
        "<\(base)\(items)?limit=13&f=csv>; rel=\"alternate\"; type=\"text/csv\"",
        "<\(base)\(items)?limit=13&f=kml>; rel=\"alternate\"; "
          + "type=\"application/vnd.google-earth.kml+xml\"",
        "<\(base)\(items)?limit=13&f=fgb>; rel=\"alternate\"; type=\"application/flatgeobuf\"",
        "<\(base)\(items)?limit=13&f=html>; rel=\"alternate\"; type=\"text/html\"",
        "<\(base)\(items)?limit=13&cursor=dat~I-21>; rel=\"next\"; type=\"application/geo+json\"",
        "<\(base)/collections/incidents>; rel=\"collection\"; type=\"application/json\"",
      ])
  }

  @Test func `a feature has all its properties, null where unknown`() async throws {
    let service = try TestService(try SampleRegister.source())
    let page = try await service.document(items)
    let features = try #require(page["features"].array)
    let names = IncidentProperty.allCases.map(\.name)
    for feature in features {
      let members = feature["properties"].object?.members.map(\.name) ?? []
      #expect(members == names)
    }
    let first = features[0]["properties"]
    #expect(features[0]["geometry"]["type"].string == "Polygon")
    #expect(first["event_start"].string == "2017-03-01")
    #expect(first["killed_min"].integer == 2)
    #expect(first["killed_max"].integer == 5)
    #expect(first["killed_max_claims"].strings == ["c-I-10"])
    #expect(first["injured_min"].isNull)
    #expect(first["injured_min_claims"].isNull)
    #expect(first["radius_m"].double == 250)
    #expect(first["districts"][0]["certainty"].string == "possible")
    #expect(first["killed_max_rule"].string == "highest-reported")
    #expect(first["killed_max_open"].boolean == false)
    #expect(first["placement"].string == "possible")
    let unplaced = try #require(features.first { $0["id"].string == "I-unplaced" })
    #expect(unplaced["geometry"].isNull)
    #expect(unplaced["properties"]["radius_m"].isNull)
    #expect(unplaced["properties"]["placement"].isNull)
  }

  @Test(arguments: [1, 2, 3, 5, 13, 14, 15, 10_000])
  func `walking next returns every feature once`(limit: Int) async throws {
    let service = try TestService(try SampleRegister.source())
    for collection in ["incidents", "places", "claims"] {
      var target = "/collections/\(collection)/items?limit=\(limit)"
      var ids: [String] = []
      var pages = 0
      while pages < 20 {
        let page = try await service.document(target)
        pages += 1
        let features = page["features"].array ?? []
        #expect(features.count <= limit)
        #expect(page["numberReturned"].integer == features.count)
        ids += features.compactMap { $0["id"].string }
        guard let next = page.link("next")?["href"].string else {
          #expect(page["numberMatched"].integer == ids.count)
          break
        }
        #expect(next.hasPrefix(base))
        target = String(next.dropFirst(base.count))
      }
      #expect(Set(ids).count == ids.count)
      #expect(pages == (ids.count + limit - 1) / limit)
    }
  }

  @Test func `parameters become the question`() async throws {
    let source = try SampleRegister.source()
    let service = try TestService(source)
    _ = try await service.document(
      items + "?bbox=170,-10,-170,10&datetime=../2017-03-03&limit=5&as-of=2017-03-25")
    _ = try await service.document(items + "?in=old-city&match=certain&f=json")
    _ = try await service.document(items)
    let questions = source.questions
    try #require(questions.count == 3)
    #expect(
      questions[0].area == .envelope(Envelope(west: 170, south: -10, east: -170, north: 10)))
    #expect(questions[0].time?.description == "../2017-03-03")
    #expect(questions[0].limit == 5)
    #expect(questions[0].asOf?.description == "2017-03-25")
    #expect(questions[0].includesUnplaced)
    #expect(questions[0].includesUndated)
    #expect(questions[1].area == .place(try SampleRegister.id("old-city")))
    #expect(questions[1].match == .certain)
    #expect(!questions[1].includesUnplaced)
    #expect(!questions[1].includesUndated)
    var everything = IncidentQuery()
    everything.limit = 100
    #expect(questions[2] == everything)
  }

  @Test func `a box and a span return what has no place or no time, unless certain`() async throws {
    let service = try TestService(try SampleRegister.source())
    let far = try await service.document(items + "?bbox=0,0,1,1")
    #expect(far["features"].array?.compactMap { $0["id"].string } == ["I-unplaced"])
    let early = try await service.document(items + "?datetime=2017-03-01")
    #expect(early["features"].array?.compactMap { $0["id"].string } == ["I-10", "I-undated"])
    let certain = try await service.document(items + "?bbox=0,0,1,1&match=certain")
    #expect(certain["numberMatched"].integer == 0)
    #expect(certain["match"].string == "certain")
    #expect(certain["features"].array?.isEmpty == true)
    #expect(certain.link("next") == nil)
  }

  @Test func `the claims of one incident can be asked for`() async throws {
    let service = try TestService(try SampleRegister.source())
    let page = try await service.document("/collections/claims/items?incident=I-10")
    #expect(page["numberMatched"].integer == 2)
    let report = try #require(page["features"].array?.first { $0["id"].string == "c-report" })
    #expect(report["properties"]["claimant_name"].string == "Civil Defence")
    #expect(report["properties"]["quantities"][0]["minimum"].integer == 40)
    #expect(report["properties"]["quantities"][0]["maximum"].isNull)
    #expect(report["properties"]["relays"].array?.count == 3)
    let none = try await service.document("/collections/claims/items?incident=I-99")
    #expect(none["numberMatched"].integer == 0)
  }

  @Test func `large pages come in pieces and stay one text`() async throws {
    let source = try SampleRegister.source()
    let whole = try await TestService(source).get(items)
    for bytes in [1, 100, 1_000] {
      let pieces = try TestService(source) { $0.limits.chunkBytes = bytes }
      #expect(try await pieces.get(items).bytes == whole.bytes)
    }
    var chunks = FeatureChunks([1, 2, 3], after: opened(), chunkBytes: 4) { $1.integer($0 * 1_000) }
    #expect(chunks.next().map { String(decoding: $0, as: UTF8.self) } == "{\"a\":[")
    #expect(chunks.next().map { String(decoding: $0, as: UTF8.self) } == "1000")
    #expect(chunks.next().map { String(decoding: $0, as: UTF8.self) } == ",2000")
    #expect(chunks.next().map { String(decoding: $0, as: UTF8.self) } == ",3000]}")
    #expect(chunks.next() == nil)
  }

  private func opened() -> JSONWriter {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("a")
    writer.beginArray()
    return writer
  }
}
