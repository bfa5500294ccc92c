import Compression
import HTTPTypes
import HummingbirdTesting
import Inquiry
import JSONText
import Records
import Testing

@testable import WebService

/// Past states: named by a parameter, or asked for by a header (RFC 7089).
@Suite struct MementoTests {
  @Test(arguments: [
    ("Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z"),
    ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
    ("Tue, 29 Feb 2028 23:59:59 GMT", "2028-02-29T23:59:59Z"),
  ])
  func `a date of HTTP goes there and back`(text: String, moment: String) throws {
    let instant = try #require(Instant(moment))
    #expect(HTTPDate.parse(text) == instant && HTTPDate.text(instant) == text)
  }

  @Test(arguments: [
    "", "2026-01-01", "Mon, 01 Jan 1970 00:00:00 GMT", "Thu, 1 Jan 1970 00:00:00 GMT",
    "Thu, 01 jan 1970 00:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 UTC",
    "Thursday, 01-Jan-70 00:00:00 GMT", "Thu, 01 Jan 1970 24:00:00 GMT",
  ])
  func `any other form is refused`(text: String) {
    #expect(HTTPDate.parse(text) == nil)
  }

  private let items = "/collections/incidents/items"
  private let field = HTTPField.Name("Accept-Datetime")

  @Test func `a past state says when it was recorded and where the present one is`() async throws {
    let service = try TestService(try SampleRegister.source())
    let named = try await service.get(items + "?as-recorded=2026-01-02T03:04:05Z&limit=2")
    #expect(named.status == .ok)
    #expect(named.field("Memento-Datetime") == "Fri, 02 Jan 2026 03:04:05 GMT")
    #expect(named.field("Content-Location") == nil)
    let links = named.headers[values: .init("Link") ?? .accept]
    #expect(
      links.contains {
        $0.hasPrefix("<http://127.0.0.1:8080\(items)?limit=2>; rel=\"original timegate\"")
      })
    #expect(links.contains { $0.contains("/versions>; rel=\"timemap\"") })
    #expect(named.field("Vary")?.contains("Accept-Datetime") == true)
    let now = try await service.get(items)
    #expect(now.field("Memento-Datetime") == nil && now.field("Cache-Control") == "no-cache")
  }

  @Test func `the header asks for a state, and the answer says where it stays`() async throws {
    let service = try TestService(try SampleRegister.source())
    let name = try #require(field)
    let past = try await service.get(
      items + "?limit=2", [name: "Sat, 03 Jan 2026 00:00:00 GMT"])
    #expect(past.field("Memento-Datetime") == "Fri, 02 Jan 2026 03:04:05 GMT")
    #expect(
      past.field("Content-Location")
        == "http://127.0.0.1:8080\(items)?limit=2&as-recorded=2026-01-03T00:00:00Z")
    // A URL that names a state is not negotiated.
    let named = try await service.get(
      items + "?as-recorded=2026-01-02T03:04:05Z", [name: "Sat, 03 Jan 2026 00:00:00 GMT"])
    #expect(named.field("Content-Location") == nil)
    let bad = try await service.get(items, [name: "yesterday"])
    #expect(bad.status.code == 400)
    #expect(try bad.json["detail"].string?.contains("yesterday") == true)
  }

  @Test func `only a state that something followed is kept for good`() async throws {
    try await withRegister { register in
      let service = try TestService(register)
      let first = try await service.get(items + "?limit=1&as-recorded=2026-01-01T00:00:00Z")
      #expect(first.field("Cache-Control") == "no-cache")
      let before = try await service.get(items + "?as-recorded=2025-12-31T00:00:00Z")
      #expect(before.status.code == 410)
      let list = try await service.document("/versions")
      #expect(list["versions"].array?.count == 1)
      #expect(list["versions"][0]["recorded_at"].string == "2026-01-01T00:00:00Z")
    }
  }

  @Test func `an answer is compressed for who takes it`() async throws {
    let service = try TestService(try SampleRegister.source())
    let plain = try await service.get(items)
    #expect(plain.field("Content-Encoding") == nil)
    for accepted in ["gzip", "br, gzip;q=0.5", "*", "GZIP"] {
      let small = try await service.get(items, [.acceptEncoding: accepted])
      #expect(small.field("Content-Encoding") == "gzip")
      #expect(small.bytes.prefix(2) == [0x1F, 0x8B])
      #expect(small.bytes.count < plain.bytes.count / 4)
      #expect(small.field("Vary")?.contains("Accept-Encoding") == true)
      #expect(try Gzip.decompress(small.bytes, limit: 1 << 24) == plain.bytes)
    }
    for refused in ["", "identity", "gzip;q=0", "*, gzip;q=0", "br"] {
      let whole = try await service.get(items, [.acceptEncoding: refused])
      #expect(whole.field("Content-Encoding") == nil, "\(refused)")
    }
    // A few bytes stay as they are.
    let small = try await service.get("/health", [.acceptEncoding: "gzip"])
    #expect(small.field("Content-Encoding") == nil)
  }
}
