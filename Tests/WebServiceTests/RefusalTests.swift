import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Inquiry
import JSONText
import Testing

@testable import WebService

@Suite struct RefusalTests {
  @Test(arguments: [
    ("/collections/incidents/items?bbox=1,2,3", "bad-value"),
    ("/collections/incidents/items?bbox=", "bad-value"),
    ("/collections/incidents/items?bbox=0,91,1,92", "bad-value"),
    ("/collections/incidents/items?limit=0", "bad-value"),
    ("/collections/incidents/items?limit=-1", "bad-value"),
    ("/collections/incidents/items?limit=ten", "bad-value"),
    ("/collections/incidents/items?limit", "bad-value"),
    ("/collections/incidents/items?datetime=yesterday", "bad-value"),
    ("/collections/incidents/items?datetime=2017-03-31/2017-03-01", "bad-value"),
    ("/collections/incidents/items?match=sure", "bad-value"),
    ("/collections/incidents/items?as-of=2017", "bad-value"),
    ("/collections/incidents/items?cursor=I-10", "bad-value"),
    ("/collections/incidents/items?cursor=%00", "bad-value"),
    ("/collections/incidents/items?f=xml", "bad-value"),
    ("/collections/incidents/items?in=..%2F..%2Fetc", "bad-value"),
    ("/collections/incidents/items?in=nowhere", "unknown-place"),
    ("/collections/incidents/items?in=dwrat-abude", "no-area"),
    ("/collections/incidents/items?in=old-city&bbox=1,2,3,4", "conflicting-parameters"),
    ("/collections/incidents/items?colour=red", "unknown-parameter"),
    ("/collections/incidents/items?Limit=5", "unknown-parameter"),
    ("/collections/incidents/items?%6Cimit=5&limit=5", "repeated-parameter"),
    ("/collections/incidents/items?limit=5&limit=5", "repeated-parameter"),
    ("/collections/incidents/items?limit=%zz", "bad-encoding"),
    ("/collections/incidents/items?limit=%ff", "bad-encoding"),
    ("/collections/incidents/items?limit=5%", "bad-encoding"),
    ("/collections/incidents/items?' OR 1=1 --", "unknown-parameter"),
    ("/collections/places/items?match=certain", "unknown-parameter"),
    ("/collections/places/items?datetime=nonsense", "bad-value"),
    ("/collections/claims/items?incident=I%2010", "bad-value"),
    ("/collections/claims/items?in=nowhere", "unknown-place"),
    ("/collections/incidents/items/I-10?as-of=2017", "bad-value"),
    ("/incidents/I-10/dossier?as-of=soon", "bad-value"),
    ("/?q=1", "unknown-parameter"), ("/conformance?f=xml", "bad-value"),
    ("/health?verbose=1", "unknown-parameter"), ("/%zz", "bad-encoding"),
  ])
  func `a bad request is 400 with its reason`(target: String, slug: String) async throws {
    let response = try await TestService(try SampleRegister.source()).get(target)
    #expect(response.status == .badRequest)
    try expectProblem(response, slug: slug, status: 400)
  }

  @Test(arguments: [
    "/nothing", "/collections/nothing", "/collections/nothing/items", "/collections/incidents/x",
    "/collections/incidents/items/I-99", "/collections/incidents/items/I%2F10",
    "/collections/incidents/items/..%2F..%2Fetc%2Fpasswd", "/collections/incidents/items/%00",
    "/collections/places/items/nowhere", "/collections/claims/items/c-none",
    "/incidents/I-99/dossier", "/incidents/I-10", "/maps", "/index.html",
    "/api/x", "/collections/incidents/items/a/b/c/d/e/f",
  ])
  func `what is not there is 404`(target: String) async throws {
    let response = try await TestService(try SampleRegister.source()).get(target)
    #expect(response.status == .notFound)
    try expectProblem(response, slug: "not-found", status: 404)
  }

  @Test func `a message names what is wrong and what to write`() async throws {
    let service = try TestService(try SampleRegister.source())
    let unknown = try await service.get("/collections/places/items?zoom=3").json
    #expect(
      unknown["detail"].string
        == "no parameter \"zoom\" here: use bbox, bbox-crs, datetime, limit, "
        + "offset, crs, as-recorded, cursor, filter, filter-lang, filter-crs, sortby, properties, f, lang, "
        + "a property of the queryables")
    let bad = try await service.get("/collections/places/items?limit=many").json
    #expect(
      bad["detail"].string
        == "limit=\"many\" cannot be used: write a whole number from 1 to 10000")
    let unlocated = try await service.get("/collections/incidents/items?in=dwrat-abude").json
    #expect(unlocated["detail"].string?.contains("dwrat-abude is known but its place") == true)
  }

  @Test func `a hostile value is shortened and stripped in the message`() async throws {
    let service = try TestService(try SampleRegister.source())
    let hostile = "%1B%5B2J%E2%80%AE" + String(repeating: "x", count: 500)
    let detail = try await service.get("/collections/places/items?limit=\(hostile)").json["detail"]
    let text = try #require(detail.string)
    #expect(text.hasPrefix("limit=\"\u{FFFD}[2J\u{FFFD}xxx"))
    #expect(text.utf8.count < 200)
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test(arguments: [
    HTTPRequest.Method.post, .put, .patch, .delete, .trace, .connect,
  ])
  func `another method is 405 with what is allowed`(method: HTTPRequest.Method) async throws {
    let service = try TestService(try SampleRegister.source())
    for target in ["/", "/collections/incidents/items", "/incidents/I-10/dossier", "/health"] {
      let response = try await service.get(target, method: method)
      #expect(response.status == .methodNotAllowed)
      #expect(response.field("Allow") == "GET, HEAD, OPTIONS")
      try expectProblem(response, slug: "method-not-allowed", status: 405)
    }
  }

  @Test(arguments: [
    ("text/html;q=0", 406), ("image/png, text/calendar", 406), ("application/json;q=0", 406),
    ("*/*;q=0", 406), ("application/geo+json;q=0, application/json;q=0, image/*", 406),
    ("text/html", 200), ("image/png, text/*;q=0.5", 200),
    ("application/geo+json, application/json", 200), ("text/plain, application/json", 200),
    ("text/html,application/xml;q=0.9,*/*;q=0.8", 200), ("application/*", 200), ("", 200),
    ("nonsense", 200),
  ])
  func `what the client takes decides`(accept: String, status: Int) async throws {
    let service = try TestService(try SampleRegister.source())
    let response = try await service.get("/collections/incidents/items", [.accept: accept])
    #expect(response.status.code == status)
    if status == 406 {
      try expectProblem(response, slug: "not-acceptable", status: 406)
      let forced = try await service.get("/collections/incidents/items?f=json", [.accept: accept])
      #expect(forced.status == .ok)
    }
  }

  @Test func `a store's own words stay inside`() async throws {
    let service = try TestService(BrokenSource())
    for target in ["/collections", "/collections/incidents/items", "/incidents/I-10/dossier"] {
      let response = try await service.get(target)
      #expect(response.status == .internalServerError)
      #expect(!response.text.contains("SELECT"))
      #expect(!response.text.contains("/var"))
      try expectProblem(response, slug: "internal", status: 500)
    }
  }

  @Test func `a question that takes too long is 503 with a time to come back`() async throws {
    let service = try TestService(SilentSource()) { $0.limits.queryTime = .milliseconds(5) }
    let response = try await service.get("/collections/incidents/items")
    #expect(response.status == .serviceUnavailable)
    #expect(response.field("Retry-After") == "5")
    try expectProblem(response, slug: "too-slow", status: 503)
  }

  private func expectProblem(_ response: TestResponse, slug: String, status: Int) throws {
    #expect(response.field("Content-Type") == "application/problem+json")
    #expect(response.field("Cache-Control") == "no-store")
    #expect(response.field("X-Content-Type-Options") == "nosniff")
    let problem = try response.json
    #expect(problem["type"].string == "urn:sijil:problem:" + slug)
    #expect(problem["status"].integer == status)
    #expect(problem["title"].string?.isEmpty == false)
    #expect(problem["detail"].string?.isEmpty == false)
    #expect(problem["instance"].string?.hasPrefix("urn:sijil:request:") == true)
  }
}
