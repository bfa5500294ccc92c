import HTTPTypes
import Testing

@testable import WebService

@Suite struct WholeResponseTests {
  private func key(
    _ target: String = "/map", _ method: HTTPRequest.Method = .get, _ headers: HTTPFields = [:]
  ) -> String? {
    WholeResponse.key(
      of: HTTPRequest(
        method: method, scheme: "http", authority: "localhost", path: target,
        headerFields: headers))
  }

  @Test func `requests that may get different answers have different keys`() throws {
    let keys = try [
      key(), key("/map?w=80"), key("/map", .get, [.accept: "text/html"]),
      key("/map", .get, [.userAgent: "text/html"]), key("/map", .get, [.acceptEncoding: "gzip"]),
      key("/map", .get, [.acceptLanguage: "gzip"]),
      key("/map", .get, [.accept: "a", .userAgent: "b"]), key("/map", .get, [.accept: "a\n3:b"]),
    ].map { try #require($0) }
    #expect(Set(keys).count == keys.count)
    #expect(key("/map", .get, [.connection: "keep-alive", .cookie: "a=b"]) == key())
  }

  @Test func `only what asks for everything as it is now has one`() throws {
    #expect(key("/map", .head) == nil)
    #expect(key("/map", .post) == nil)
    #expect(key("/map", .get, [.ifNoneMatch: "*"]) == nil)
    #expect(key("/map", .get, [.range: "bytes=0-1"]) == nil)
    let moment = try #require(HTTPField.Name("Accept-Datetime"))
    #expect(key("/map", .get, [moment: "Mon, 23 Nov 2026 12:00:00 GMT"]) == nil)
  }
}
