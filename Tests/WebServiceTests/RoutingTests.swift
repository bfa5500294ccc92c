import JSONText
import Inquiry
import Testing

@testable import WebService

@Suite struct RoutingTests {
  @Test func `names in the table are unique and so are paths`() throws {
    let endpoints = RouteTable().endpoints
    #expect(Set(endpoints.map(\.name)).count == endpoints.count)
    #expect(Set(endpoints.map(\.path.text)).count == endpoints.count)
    for endpoint in endpoints {
      let names = endpoint.parameters.map(\.name)
      #expect(Set(names).count == names.count, "\(endpoint.name)")
      #expect(!endpoint.summary.isEmpty)
    }
  }

  @Test func `a template captures whole segments`() {
    let template = PathTemplate("/incidents/{id}/dossier")
    #expect(template.captures(in: ["incidents", "a", "dossier"]) == ["id": "a"])
    #expect(template.captures(in: ["incidents", "a"]) == nil)
    #expect(template.captures(in: ["incidents", "a", "b", "dossier"]) == nil)
    #expect(template.captures(in: ["incident", "a", "dossier"]) == nil)
    #expect(PathTemplate.decode("/a%20b//c/") == ["a b", "c"])
    #expect(PathTemplate.decode("/a%2Fb") == ["a/b"])
    #expect(PathTemplate.decode("/%E2%28") == nil)
  }

  @Test func `percent-encoding goes there and back`() {
    for text in ["", "a b", "100%", "ü/ö", "المدينة", "+03:00", "a&b=c#d?e", "\u{0}\u{7F}"] {
      let encoded = PercentEncoding.encode(text)
      #expect(encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
      #expect(!encoded.contains { "&=#?+ ".contains($0) })
      #expect(PercentEncoding.decode(encoded) == text)
      let segment = PercentEncoding.encodeSegment(text)
      #expect(!segment.contains("/"))
      #expect(PercentEncoding.decode(segment) == text)
    }
    #expect(PercentEncoding.decode("+") == "+")
    for text in ["%", "%1", "%g0", "%0g", "%ff", "%C0%AF", "%ED%A0%80"] {
      #expect(PercentEncoding.decode(text) == nil, "\(text)")
    }
  }

  @Test func `a query keeps its order and knows its canonical one`() throws {
    let query = try QueryString("b=2&a=1&&c")
    #expect(query.text == "?b=2&a=1&c=")
    #expect(query.canonicalText == "a=1&b=2&c=")
    #expect(query.setting("a", to: "x y").text == "?b=2&c=&a=x%20y")
    #expect(try QueryString(nil).text == "")
    #expect(try QueryString("a=b=c")["a"] == "b=c")
  }

  @Test(arguments: [
    ("localhost", true), ("LOCALHOST:8080", true), ("127.0.0.1:1", true), ("[::1]:8080", true),
    ("[::1]", true), ("127.9.8.7", true), ("example.org", false), ("example.org:8080", false),
    ("127.0.0.1.example.org", false), ("localhost.example.org", false), ("localhost:x", false),
    ("[::2]:8080", false), ("[::1]x", false), ("127.0.0.256", false), ("128.0.0.1", false),
  ])
  func `on loopback only loopback names are answered`(host: String, isOurs: Bool) throws {
    let hosts = HostList(try TestService.configuration())
    if isOurs {
      try hosts.check(host)
    } else {
      #expect(throws: RequestFault.foreignHost(host)) { try hosts.check(host) }
    }
    #expect(throws: RequestFault.missingHost) { try hosts.check(nil) }
    var open = try TestService.configuration()
    open.reach = .network(publicURL: "https://sijil.example.org")
    try HostList(open).check(host)
  }

  @Test(arguments: [
    ("0.0.0.0", ServiceConfiguration.Reach.loopback, WebServiceError.exposed(host: "0.0.0.0")),
    ("192.0.2.1", .loopback, .exposed(host: "192.0.2.1")), ("::", .loopback, .exposed(host: "::")),
    ("0.0.0.0", .network(publicURL: "ftp://x"), .badPublicURL("ftp://x")),
    ("0.0.0.0", .network(publicURL: "https://x/"), .badPublicURL("https://x/")),
    ("0.0.0.0", .network(publicURL: "https://x\r\nA: b"), .badPublicURL("https://x\r\nA: b")),
  ])
  func `nothing is exposed by accident`(
    host: String, reach: ServiceConfiguration.Reach, error: WebServiceError
  ) throws {
    #expect(throws: error) {
      _ = try TestService(try SampleRegister.source()) {
        $0.host = host
        $0.reach = reach
      }
    }
  }

  @Test func `links start with the public URL, whatever the request calls its host`() async throws {
    let service = try TestService(try SampleRegister.source()) {
      $0.host = "0.0.0.0"
      $0.reach = .network(publicURL: "https://sijil.example.org/register")
    }
    let page = try await service.document("/collections/places/items?limit=1")
    #expect(
      page.link("next")?["href"].string
        == "https://sijil.example.org/register/collections/places/items?limit=1&cursor=dwrat-abude")
  }

  @Test(arguments: [
    ("curl/8.5.0", "curl", true), ("Wget/1.21", "wget", true), ("HTTPie/3.2", "httpie", true),
    ("Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) PowerShell/7.4", "powershell", true),
    ("Mozilla/5.0 (X11) Firefox/128.0", "mozilla", false),
    ("Mozilla/5.0 curlproxy/1", "mozilla", false), ("curlish/1.0", "curlish", false),
  ])
  func `terminal programs are known by their whole name`(
    agent: String, product: String, isTerminal: Bool
  ) {
    #expect(TerminalAgent.product(of: agent) == product)
    #expect(TerminalAgent.products.contains(product) == isTerminal)
  }
}
