import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Inquiry
import JSONText
import Testing

@testable import WebService

@Suite struct ConversationTests {
  private let targets = [
    "/", "/conformance", "/collections", "/collections/incidents", "/collections/places",
    "/collections/claims", "/collections/incidents/items?limit=3", "/collections/places/items",
    "/collections/claims/items", "/collections/incidents/items/I-10",
    "/collections/places/items/old-city", "/collections/claims/items/c-report",
    "/incidents/I-10/dossier",
  ]

  @Test func `a client's copy is good until the data or the question changes`() async throws {
    let source = try SampleRegister.source()
    let service = try TestService(source)
    let newer = MemorySource(
      version: DataVersion(sequence: 8, hash: "cd34", recordedAt: nil),
      incidents: source.incidents, dossiers: source.dossiers, places: source.placeFeatures,
      claims: source.claimFeatures)
    let later = try TestService(newer)
    var tags: Set<String> = []
    for target in targets {
      let tag = try #require(try await service.get(target).field("ETag"))
      #expect(tag.hasPrefix("W/\""))
      #expect(tags.insert(tag).inserted, "\(target)")
      let again = try await service.get(target, [.ifNoneMatch: tag])
      #expect(again.status == .notModified)
      #expect(again.bytes.isEmpty)
      #expect(again.field("ETag") == tag)
      let isFixed = target == "/" || target == "/conformance"
      let changed = try await later.get(target, [.ifNoneMatch: tag])
      #expect(changed.status == (isFixed ? .notModified : .ok), "\(target)")
    }
    let items = "/collections/incidents/items"
    let tag = try #require(
      try await service.get(items + "?limit=3&match=certain").field("ETag"))
    #expect(try await service.get(items + "?match=certain&limit=3").field("ETag") == tag)
    #expect(try await service.get(items + "/?match=certain&limit=3").field("ETag") == tag)
    for list in ["\"x\", \(tag)", tag.replacing("W/", with: ""), "*"] {
      let response = try await service.get(
        items + "?limit=3&match=certain", [.ifNoneMatch: list])
      #expect(response.status == .notModified)
    }
  }

  @Test func `a star does not hide that nothing is there`() async throws {
    let service = try TestService(try SampleRegister.source())
    for target in ["/collections/incidents/items/I-99", "/incidents/I-99/dossier"] {
      #expect(try await service.get(target, [.ifNoneMatch: "*"]).status == .notFound)
    }
    let refused = try await service.get("/collections?limit=x", [.ifNoneMatch: "*"])
    #expect(refused.status == .badRequest)
  }

  @Test func `HEAD says what GET would, without the body`() async throws {
    let service = try TestService(try SampleRegister.source())
    for target in targets + ["/health", "/collections/incidents/items"] {
      let whole = try await service.get(target)
      let head = try await service.get(target, method: .head)
      #expect(head.status == .ok)
      #expect(head.bytes.isEmpty)
      #expect(head.field("Content-Length") == "\(whole.bytes.count)")
      for name in ["Content-Type", "ETag", "OGC-NumberMatched", "Cache-Control"] {
        #expect(head.field(name) == whole.field(name), "\(target) \(name)")
      }
    }
    let missing = try await service.get("/nothing", method: .head)
    #expect(missing.status == .notFound)
    #expect(missing.bytes.isEmpty)
  }

  @Test func `OPTIONS says what is allowed, here and to other sites`() async throws {
    let service = try TestService(try SampleRegister.source())
    let response = try await service.get(
      "/collections/incidents/items", method: .options,
      [.origin: "https://example.org", .accessControlRequestMethod: "GET"])
    #expect(response.status == .noContent)
    #expect(response.field("Allow") == "GET, HEAD, OPTIONS")
    #expect(response.field("Access-Control-Allow-Origin") == "*")
    #expect(response.field("Access-Control-Allow-Methods") == "GET, HEAD, OPTIONS")
    let nothing = try await service.get("/nothing", method: .options)
    #expect(nothing.status == .notFound)
  }

  @Test func `every answer carries the protecting fields`() async throws {
    let service = try TestService(try SampleRegister.source())
    for target in targets + ["/health", "/nothing", "/?x=1"] {
      let response = try await service.get(target)
      #expect(response.field("X-Content-Type-Options") == "nosniff")
      #expect(response.field("Referrer-Policy") == "no-referrer")
      #expect(response.field("Access-Control-Allow-Origin") == "*")
      #expect(
        response.field("Content-Security-Policy")
          == "default-src 'none'; frame-ancestors 'none'")
    }
    let health = try await service.get("/health")
    #expect(health.field("Cache-Control") == "no-store")
    #expect(health.field("ETag") == nil)
    #expect(
      health.text
        == #"{"status":"ok","data_version":{"sequence":7,"hash":"ab12","#
        + #""recorded_at":"2026-01-02T03:04:05Z"}}"#)
  }

  @Test func `a trailing slash finds the same resource`() async throws {
    let service = try TestService(try SampleRegister.source())
    for target in ["/collections", "/collections/incidents", "/incidents/I-10/dossier"] {
      #expect(try await service.get(target + "/").bytes == service.get(target).bytes)
    }
  }

  @Test(arguments: [32_768, 32_769])
  func `a URL may be 32,768 bytes long`(count: Int) async throws {
    let service = try TestService(try SampleRegister.source())
    let start = "/collections/incidents/items?limit="
    let target = start + String(repeating: "0", count: count - start.utf8.count - 1) + "1"
    #expect(target.utf8.count == count)
    #expect(try await service.get(target).status.code == (count == 32_768 ? 200 : 414))
  }

  @Test func `header fields are counted and weighed`() async throws {
    let service = try TestService(try SampleRegister.source())
    let name = try #require(HTTPField.Name("X-Filler"))
    func status(fields: Int, bytes: Int) async throws -> Int {
      var headers = HTTPFields()
      for _ in 0..<fields {
        headers.append(
          HTTPField(name: name, value: String(repeating: "x", count: bytes - 8)))
      }
      return try await service.get("/health", headers).status.code
    }
    #expect(try await status(fields: 100, bytes: 10) == 200)
    #expect(try await status(fields: 101, bytes: 10) == 431)
    #expect(try await status(fields: 1, bytes: 8_192) == 200)
    #expect(try await status(fields: 1, bytes: 8_193) == 431)
    #expect(try await status(fields: 4, bytes: 8_192) == 200)
    #expect(try await status(fields: 5, bytes: 8_192) == 431)
  }
}
