import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JSONText
import Synchronization
import Testing

@testable import WebService

@Suite struct LiveTests {
  @Test func `pages walk over a real socket on the port that was bound`() async throws {
    let bound = Mutex<ListeningAddress?>(nil)
    let service = try TestService(try SampleRegister.source()) {
      $0.port = 0
      $0.limits.chunkBytes = 64
      $0.onListening = { address in bound.withLock { $0 = address } }
    }
    try await service.service.application().test(.live) { client in
      let port = try #require(client.port)
      #expect(bound.withLock { $0?.port } == port)
      let base = "http://127.0.0.1:\(port)"
      var target = "/collections/incidents/items?limit=4"
      var ids: [String] = []
      var pages = 0
      while pages < 10 {
        let response = try await client.execute(uri: target, method: .get)
        #expect(response.status == .ok)
        #expect(response.field("Transfer-Encoding") == "chunked")
        let page = try response.json
        pages += 1
        ids += page["features"].array?.compactMap { $0["id"].string } ?? []
        guard let next = page.link("next")?["href"].string else { break }
        #expect(next.hasPrefix(base + "/"))
        target = String(next.dropFirst(base.count))
      }
      #expect(pages == 4)
      #expect(ids.count == 14)
    }
  }

  @Test func `a small page comes in one piece and says how long it is`() async throws {
    let target = "/collections/incidents/items?limit=4&f=csv"
    var bodies: [String] = []
    for chunkBytes in [65_536, 64] {
      let service = try TestService(try SampleRegister.source()) {
        $0.limits.chunkBytes = chunkBytes
      }
      let body = try await service.service.application().test(.live) { client in
        let response = try await client.execute(uri: target, method: .get)
        let isWhole = chunkBytes > 64
        #expect((response.field("Content-Length") != nil) == isWhole)
        #expect((response.field("Transfer-Encoding") == "chunked") == !isWhole)
        return response.text
      }
      bodies.append(body)
    }
    #expect(bodies[0] == bodies[1])
  }

  @Test func `questions and drawings leave the thread of their connection`() async throws {
    let source = try SampleRegister.source()
    let service = try TestService(source)
    try await service.service.application().test(.live) { client in
      for target in ["/collections/incidents/items", "/map?w=90", "/map.png", "/collections"] {
        let response = try await client.execute(uri: target, method: .get)
        #expect(response.status == .ok)
      }
    }
    #expect(source.questions.count >= 3)
    #expect(source.onConnections.pages == 0)
    #expect(source.onConnections.versions > 0, "the rest of the answer is made there")
  }

  @Test func `a request that comes again word for word gets the same response`() async throws {
    let source = try SampleRegister.source()
    let service = try TestService(source)
    try await service.service.application().test(.live) { client in
      for (target, headers) in [
        ("/map?w=90", [:]), ("/map?w=90", [.userAgent: "curl/8"]),
        ("/map.json", [.acceptEncoding: "gzip"]), ("/map.svg", [:]),
      ] as [(String, HTTPFields)] {
        let first = try await client.execute(uri: target, method: .get, headers: headers)
        #expect(first.status == .ok)
        let asked = source.onConnections.versions
        var again = try await client.execute(uri: target, method: .get, headers: headers)
        #expect(source.onConnections.versions == asked + 1, "only whether the data is the same")
        #expect(again.bytes == first.bytes)
        #expect(again.field("ETag") == first.field("ETag"))
        #expect(again.field("OGC-NumberMatched") == first.field("OGC-NumberMatched"))
        var asking = headers
        asking[.ifNoneMatch] = first.field("ETag")
        again = try await client.execute(uri: target, method: .get, headers: asking)
        #expect(again.status == .notModified)
        asking[.ifNoneMatch] = nil
        asking[.userAgent] = "Mozilla/5.0"
        asking[.accept] = "text/html"
        if target == "/map?w=90" {
          again = try await client.execute(uri: target, method: .get, headers: asking)
          #expect(again.field("Content-Type")?.hasPrefix("text/html") == true)
        }
      }
    }
  }

  @Test func `HEAD leaves the connection usable`() async throws {
    let service = try TestService(try SampleRegister.source())
    try await service.service.application().test(.live) { client in
      for _ in 0..<3 {
        let head = try await client.execute(uri: "/collections/incidents/items", method: .head)
        #expect(head.status == .ok)
        #expect(head.body.readableBytes == 0)
        let whole = try await client.execute(uri: "/collections/incidents/items", method: .get)
        #expect(head.field("Content-Length") == "\(whole.body.readableBytes)")
      }
    }
  }

  @Test func `a body that nobody wants does not disturb the next request`() async throws {
    let service = try TestService(try SampleRegister.source())
    try await service.service.application().test(.live) { client in
      let refused = try await client.execute(
        uri: "/collections", method: .post, body: ByteBuffer(repeating: 0x78, count: 100_000))
      #expect(refused.status == .methodNotAllowed)
      #expect(try await client.execute(uri: "/health", method: .get).status == .ok)
    }
  }

  @Test func `what is too large for the parser itself is refused and closed`() async throws {
    let service = try TestService(try SampleRegister.source())
    try await service.service.application().test(.live) { client in
      let long = try await client.execute(
        uri: "/" + String(repeating: "x", count: 33_000), method: .get)
      #expect(long.status.code == 414)
    }
    try await service.service.application().test(.live) { client in
      let name = try #require(HTTPField.Name("X-Filler"))
      var headers = HTTPFields()
      for _ in 0..<150 { headers.append(HTTPField(name: name, value: "x")) }
      let many = try await client.execute(uri: "/health", method: .get, headers: headers)
      #expect(many.status.code == 431)
    }
  }
}
