import HTTPTypes
import HummingbirdTesting
import Inquiry
import JSONText
import Records
import TestSupport
import Testing

@testable import WebService

/// Every resource as a page, over made-up records and over the facts that come with the program.
@Suite struct PageTests {
  private static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    + "base-uri 'none'; frame-ancestors 'none'"
  private static let vary = "Accept, Accept-Encoding, Accept-Language, Accept-Datetime"
  private static let browser: HTTPFields = [
    .accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
  ]

  private func service() throws -> TestService {
    try TestService(try SampleRegister.source())
  }

  /// What holds for every page.
  private func check(_ response: TestResponse, _ target: String) -> MarkupReader {
    #expect(response.field("Content-Type") == "text/html; charset=utf-8", "\(target)")
    #expect(response.field("Content-Security-Policy") == Self.policy, "\(target)")
    let read = MarkupReader(response.text)
    #expect(read.faults.isEmpty, "\(target): \(read.faults.prefix(3))")
    let names = Set(read.elements.map(\.name))
    #expect(names.isDisjoint(with: ["script", "style", "iframe", "object"]), "\(target)")
    for image in read.values(of: "src", in: "img") + read.values(of: "srcset", in: "source") {
      #expect(image.hasPrefix("/") && image.contains("f=svg"), "\(target): \(image)")
    }
    #expect(read.elements.allSatisfy { $0.name != "img" || $0.attributes["alt"] != nil })
    #expect(read.elements.count { $0.name == "h1" } == 1, "\(target)")
    for element in read.elements {
      #expect(element.attributes["style"] == nil, "\(target)")
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") }, "\(target)")
    }
    let ids = read.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, "\(target): an id stands twice")
    for anchor in read.values(of: "href", in: "a") where anchor.hasPrefix("#") {
      #expect(ids.contains(String(anchor.dropFirst())), "\(target): nothing at \(anchor)")
    }
    return read
  }

  /// Follows links inside the service from the landing page: of each kind of address the first
  /// few, in the order in which they are met.
  private func crawl(_ service: TestService, ofEachKind most: Int) async throws -> Set<String> {
    var waiting = ["/"]
    var seen: Set<String> = ["/"]
    var kinds: [String: Int] = [:]
    while !waiting.isEmpty {
      let target = waiting.removeFirst()
      let response = try await service.get(target, Self.browser)
      #expect(response.status == .ok, "\(target): \(response.status)")
      guard response.field("Content-Type")?.hasPrefix("text/html") == true else { continue }
      let read = check(response, target)
      let links = read.values(of: "href", in: "a") + read.values(of: "href", in: "link")
      for link in links where link.hasPrefix("/") {
        let address = String(link.prefix { $0 != "#" })
        guard seen.insert(address).inserted else { continue }
        kinds[Self.kind(of: address), default: 0] += 1
        if kinds[Self.kind(of: address), default: 0] <= most { waiting.append(address) }
      }
    }
    return Set(kinds.keys)
  }

  /// An address with its record and the values of its parameters left out.
  private static func kind(of address: String) -> String {
    let sides = address.split(separator: "?", maxSplits: 1)
    let pairs = sides.count > 1 ? sides[1].split(separator: "&") : []
    let names = pairs.map { pair in String(pair.prefix { $0 != "=" }) }
    var parts = sides[0].split(separator: "/").map(String.init)
    if parts.first == "collections", parts.count > 3 { parts[3] = "id" }
    if parts.first == "incidents", parts.count > 1 { parts[1] = "id" }
    return "/" + parts.joined(separator: "/") + "?" + names.joined(separator: "&")
  }

  @Test func `every kind of link leads somewhere, over the facts of the program`() async throws {
    try await withRegister { register in
      let service = try TestService(register)
      let kinds = try await crawl(service, ofEachKind: 4)
      for kind in [
        "/api?", "/conformance?", "/collections?", "/collections/places?", "/health?", "/map?",
        "/summary?", "/style.css?", "/collections/incidents/items?",
        "/collections/claims/items?cursor", "/collections/incidents/items?in",
        "/collections/incidents/items?f", "/collections/claims/items/id?",
        "/collections/claims/items?incident", "/collections/places/items/id?lang",
        "/incidents/id/timeline?", "/incidents/id/assessment?f", "/incidents/id/contradictions?",
      ] {
        #expect(kinds.contains(kind), "\(kind) is not reached")
      }
    }
  }

  @Test func `every resource has a page`() async throws {
    let service = try service()
    // Tiles themselves are read by maps alone.
    let noPages = ["tiles.tile", "tiles.archive"]
    for endpoint in RouteTable().endpoints
    where endpoint.isDescribed && !noPages.contains(endpoint.name) {
      #expect(endpoint.hasPage, "\(endpoint.name)")
      let isOfPlace = endpoint.path.text.contains("place")
      let kind = isOfPlace ? "old-city" : "I-10"
      let ids = ["claims": "c-report", "sources": "agency"]
      let id = ids.first { endpoint.path.text.contains($0.key) }?.value ?? kind
      let target = endpoint.path.text.replacing("{id}", with: id).replacing("{place}", with: id)
      let response = try await service.get(target, Self.browser)
      #expect(response.status == .ok, "\(target)")
      _ = check(response, target)
      let head = try await service.get(target, method: .head, Self.browser)
      #expect(head.field("Content-Length") == "\(response.bytes.count)", "\(target)")
    }
  }

  @Test func `an incident of the facts can be read from every side`() async throws {
    try await withRegister { register in
      let service = try TestService(register)
      let dossier = try await service.get(
        "/collections/incidents/items/CI550?lang=ar", Self.browser)
      let read = check(dossier, "CI550")
      #expect(read.text.contains("105–141"))
      #expect(read.values(of: "dir", in: "html") == ["rtl"])
      for view in ["assessment", "timeline", "contradictions", "dossier"] {
        for query in ["", "?as-of=2017-03-25", "?lang=ar"] {
          let target = "/incidents/CI550/\(view)\(query)"
          let response = try await service.get(target, Self.browser)
          #expect(response.status == .ok, "\(target)")
          _ = check(response, target)
        }
      }
    }
  }

  @Test func `a program that takes anything gets JSON, a browser the page`() async throws {
    let service = try service()
    let items = "/collections/incidents/items"
    #expect(try await service.get(items).field("Content-Type") == "application/geo+json")
    #expect(
      try await service.get(items, [.accept: "*/*"]).field("Content-Type")
        == "application/geo+json")
    #expect(
      try await service.get(items + "?f=html").field("Content-Type") == "text/html; charset=utf-8")
    let page = try await service.get(items + "?limit=2", Self.browser)
    #expect(page.field("OGC-NumberMatched") == "14")
    #expect(page.field("Vary") == Self.vary)
    let document = try await service.get(items + "?limit=2")
    #expect(page.field("ETag") != document.field("ETag"))
    let read = MarkupReader(page.text)
    #expect(read.elements.contains { $0.name == "a" && $0.attributes["rel"] == "next" })
    #expect(read.text.contains("Not everything that matches is on this page."))
    let whole = MarkupReader(try await service.get(items, Self.browser).text)
    #expect(whole.text.contains("Everything that matches is on this page."))
  }

  @Test func `rows made piece by piece are one page`() async throws {
    let source = try SampleRegister.source()
    for collection in ["incidents", "claims", "places"] {
      let target = "/collections/\(collection)/items?f=html"
      let whole = try await TestService(source).get(target)
      for bytes in [1, 3_000] {
        let pieces = try TestService(source) { $0.limits.chunkBytes = bytes }
        #expect(try await pieces.get(target).bytes == whole.bytes)
      }
    }
  }

  @Test func `a page of items has every property of the document`() async throws {
    let service = try service()
    for collection in ["incidents", "claims", "places"] {
      let target = "/collections/\(collection)/items"
      let document = try await service.document(target)
      let read = MarkupReader(try await service.get(target, Self.browser).text)
      let names = document["features"][0]["properties"].object?.members.map(\.name) ?? []
      #expect(!names.isEmpty)
      for name in names { #expect(read.text.contains("\(name): "), "\(target): \(name)") }
      let anchors = Set(read.values(of: "href", in: "a"))
      for link in document["links"].array ?? []
      where link["rel"].string != "self" && link["type"].string != "text/html" {
        let address = link["href"].string?.dropFirst("http://127.0.0.1:8080".count) ?? ""
        #expect(anchors.contains(String(address)), "\(target): \(address)")
      }
    }
  }

  @Test func `a plus sign of a form is a space, one of a program is itself`() async throws {
    let target = "/incidents/I-10/timeline?method=x+y"
    let page = MarkupReader(try await service().get(target, Self.browser).text)
    #expect(page.text.contains("method=\"x y\" cannot be used"))
    let problem = try await service().get(target).json
    #expect(problem["detail"].string?.contains("method=\"x+y\" cannot be used") == true)
  }

  @Test func `a form's empty fields ask for nothing`() async throws {
    let source = try SampleRegister.source()
    let service = try TestService(source)
    let target = "/collections/incidents/items?bbox=&datetime=&limit=&match=&as-of=&in=&method="
    let response = try await service.get(target, Self.browser)
    #expect(response.status == .ok)
    var everything = IncidentQuery()
    everything.limit = 100
    #expect(source.questions == [everything])
    #expect(try await service.get(target).status == .badRequest)
  }

  @Test(arguments: [
    ("", "", "en"), ("?lang=ar", "", "ar"), ("?lang=en", "ar", "en"), ("", "ar", "ar"),
    ("", "ar-IQ,ar;q=0.9,en;q=0.8", "ar"), ("", "en-GB,en;q=0.9,ar;q=0.8", "en"),
    ("", "fr,de", "en"), ("", "fr,ar;q=0.2", "ar"), ("", "*", "en"), ("", "ar;q=0,*", "en"),
  ])
  func `the language is the reader's`(
    query: String, accepted: String, language: String
  ) async throws {
    var headers = Self.browser
    headers[.acceptLanguage] = accepted.isEmpty ? nil : accepted
    let response = try await service().get("/collections/places/items/old-city" + query, headers)
    let read = check(response, query)
    #expect(read.values(of: "lang", in: "html") == [language])
    #expect(read.values(of: "dir", in: "html") == [language == "ar" ? "rtl" : "ltr"])
    let title = language == "ar" ? "المدينة القديمة" : "Old City"
    #expect(response.text.contains("<h1><bdi\(language == "ar" ? " lang=\"ar\"" : "")>\(title)"))
  }

  @Test func `errors are pages for browsers and problems for programs`() async throws {
    let service = try service()
    for (target, status) in [
      ("/nothing", 404), ("/collections/incidents/items?bbox=1", 400),
      ("/collections/incidents/items?<script>=1", 400), ("/?lang=fr", 400),
      ("/collections/claims/items/none", 404),
    ] {
      let response = try await service.get(target, Self.browser)
      #expect(response.status.code == status, "\(target)")
      _ = check(response, target)
      #expect(
        try await service.get(target).field("Content-Type") == "application/problem+json")
    }
  }

  @Test func `unknown is a word, never nought`() async throws {
    let response = try await service().get("/collections/incidents/items/I-10", Self.browser)
    let read = check(response, "I-10")
    #expect(read.text.contains("unknown, which is not zero"))
    #expect(read.text.contains("at least 40 bodies recovered"))
    #expect(response.text.contains("id=\"claim-c-report\""))
    let links = read.values(of: "href", in: "a")
    #expect(links.contains("#claim-c-report"))
    #expect(links.contains("https://example.org/a"))
    // The chain in its order, and the denial inside what it denies.
    let chain = ["Civil Defence", "Local TV", "The Agency", "News Site"]
    #expect(read.text.contains("→ Local TV"))
    let places = chain.compactMap {
      response.text.firstRange(of: "<bdi>\($0)</bdi>")?.lowerBound
    }
    #expect(places.count == chain.count)
    #expect(places == places.sorted())
    let report = try #require(response.text.firstRange(of: "id=\"claim-c-report\""))
    let denial = try #require(response.text.firstRange(of: "id=\"claim-c-denial\""))
    #expect(!response.text[report.upperBound..<denial.lowerBound].contains("</article>"))
  }

  @Test func `a claim's page is as it was looked at`() async throws {
    let page = try await service().get("/collections/claims/items/c-report?f=html")
    expectGolden(page.bytes, "claim.html")
  }

  @Test func `hostile records stay text on every page`() async throws {
    let service = try TestService(try HostileRegister.source())
    for target in [
      "/collections/incidents/items", "/collections/incidents/items/I-1",
      "/incidents/I-1/assessment", "/incidents/I-1/timeline", "/incidents/I-1/contradictions",
      "/collections/claims/items", "/collections/claims/items/c-1", "/collections/places/items",
      "/collections/places/items/p-1", "/summary", "/summary?by=attribution",
    ] {
      for language in ["en", "ar"] {
        let address = target + (target.contains("?") ? "&" : "?") + "lang=\(language)"
        let response = try await service.get(address, Self.browser)
        #expect(response.status == .ok, "\(address)")
        let read = check(response, address)
        let links = read.values(of: "href", in: "a")
        #expect(!links.contains { $0.lowercased().hasPrefix("javascript:") }, "\(address)")
        #expect(!response.text.unicodeScalars.contains("\u{202E}"), "\(address)")
      }
    }
  }

  @Test func `a browser's good copy costs no page`() async throws {
    let service = try service()
    let page = try await service.get("/summary", Self.browser)
    var headers = Self.browser
    headers[.ifNoneMatch] = page.field("ETag")
    let again = try await service.get("/summary", headers)
    #expect(again.status == .notModified)
    #expect(again.field("Vary") == Self.vary)
    headers[.acceptLanguage] = "ar"
    #expect(try await service.get("/summary", headers).status == .ok)
    #expect(
      try await service.get("/summary", [.ifNoneMatch: page.field("ETag") ?? ""]).status == .ok)
  }

  @Test func `the stylesheet is kept for a day and says nothing of elsewhere`() async throws {
    let response = try await service().get("/style.css")
    #expect(response.field("Content-Type") == "text/css; charset=utf-8")
    #expect(response.field("Cache-Control") == "max-age=86400")
    #expect(!response.text.contains("url(") && !response.text.contains("@import"))
    #expect(response.text.count { $0 == "{" } == response.text.count { $0 == "}" })
  }

  @Test func `every phrase has words in both languages`() {
    for phrase in Phrase.allCases {
      #expect(!phrase.english.isEmpty)
      #expect(phrase.english.utf8.allSatisfy { $0 < 0x80 }, "\(phrase)")
      let scalars = phrase.arabic.unicodeScalars
      #expect(scalars.contains { (0x0600...0x06FF).contains($0.value) }, "\(phrase)")
    }
  }

  @Test(arguments: [Stylesheet.light, Stylesheet.dark])
  func `colours keep the contrast that reading needs`(colours: [String: String]) throws {
    let grounds = ["ground", "raised", "notice"]
    let inks = [
      "ink", "soft", "link", "confirmed", "fair", "weak", "contested", "discounted", "ungraded",
    ]
    for ground in grounds {
      for ink in inks where ground == "ground" || !Self.marks.contains(ink) {
        let ratio = Self.contrast(try #require(colours[ground]), try #require(colours[ink]))
        #expect(ratio >= 4.5, "\(ink) on \(ground): \(ratio)")
      }
    }
    for land in ["land", "water"] {
      let ratio = Self.contrast(try #require(colours[land]), try #require(colours["ink"]))
      #expect(ratio >= 4.5, "names on \(land): \(ratio)")
    }
  }

  private static let marks: Set = [
    "confirmed", "fair", "weak", "contested", "discounted", "ungraded",
  ]

  /// The contrast of two colours, WCAG 2.2.
  private static func contrast(_ one: String, _ other: String) -> Double {
    let values = [luminance(one), luminance(other)].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let number = Int(colour.dropFirst(), radix: 16) ?? 0
    let parts = [number >> 16 & 255, number >> 8 & 255, number & 255].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// The 2.4th power by the twelfth root of its fifth part: 2.4 = 12 / 5.
  private static func power(_ base: Double) -> Double {
    var root = base
    for _ in 0..<60 {
      let fourth = root * root * root * root
      root -= (fourth * root - base) / (5 * fourth)
    }
    let square = root * root
    let fourth = square * square
    return fourth * fourth * fourth
  }
}
