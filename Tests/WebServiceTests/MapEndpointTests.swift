import Cartography
import Foundation
import HTTPTypes
import HummingbirdTesting
import Inquiry
import JSONText
import MapRendering
import Records
import SimpleFeatures
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import WebService

@Suite struct MapEndpointTests {
  private func service() throws -> TestService { try TestService(try SampleRegister.source()) }

  private static let terminal: HTTPFields = [.userAgent: "curl/8.5.0", .accept: "*/*"]

  // MARK: The drawing

  @Test func `equal parameters draw what the command line draws`() async throws {
    let source = try SampleRegister.source()
    let service = try TestService(source)
    let drawer = MapDrawer(source: source)
    for glyphs in GlyphSet.allCases {
      for (color, depth) in [
        ("0", ColourDepth.none), ("16", .ansi16), ("256", .palette256), ("24", .trueColour),
      ] {
        let drawn = try await drawer.draw(
          IncidentQuery(), frame: MapDrawer.Frame(width: 90, height: 30),
          capabilities: RenderCapabilities(glyphs: glyphs, colourDepth: depth)
        ).map.bytes
        let target = "/map?w=90&h=30&hints=no&glyphs=\(glyphs.rawValue)&color=\(color)"
        #expect(try await service.get(target).bytes == drawn, "\(target)")
      }
    }
  }

  @Test func `the question chooses incidents as it does for items`() async throws {
    let service = try service()
    for question in [
      "", "bbox=43.0,36.3,43.05,36.4", "datetime=2017-03-02/2017-03-04", "in=old-city",
      "filter=killed_max%20%3E%203", "kind=airstrike", "match=certain&bbox=43,36,43.2,37",
    ] {
      let map = try await service.get("/map?\(question)")
      #expect(map.status == .ok, "\(question): \(map.text)")
      let items = try await service.document("/collections/incidents/items?limit=1&\(question)")
      let matched = try #require(items["numberMatched"].integer)
      #expect(map.field("OGC-NumberMatched") == "\(matched)", "\(question)")
      let facts = try await service.document("/map.json?\(question)")
      #expect(facts["counts"]["total"].integer == matched, "\(question)")
    }
  }

  @Test func `a map around a middle shows what the zoom says`() async throws {
    let response = try await service().get("/map?center=43.05,36.35&zoom=12&w=100&hints=no")
    let box = try Self.box(response)
    // A column is two pixels of 256 to the world, which Pseudo-Mercator has 40,075,016.69 m wide.
    let width = 100 * 2 * 40_075_016.686 / 256 / 4_096
    #expect(abs(box[2] - box[0] - width) < width / 1_000)
    let middle = ReferenceSystem.webMercator.position(
      first: (box[0] + box[2]) / 2, second: (box[1] + box[3]) / 2)
    #expect(abs((middle?.longitude ?? 0) - 43.05) < 0.001)
    #expect(abs((middle?.latitude ?? 0) - 36.35) < 0.001)
    #expect(response.field("Content-Crs") == "<http://www.opengis.net/def/crs/EPSG/0/3857>")
    #expect(response.field("Content-Datetime") == "2017-03-01/2017-03-12")
    let metric = try await service().get(
      "/map?center=4792304,4348908&center-crs=http://www.opengis.net/def/crs/EPSG/0/3857"
        + "&zoom=12&w=100&hints=no")
    let other = try Self.box(metric)
    #expect(abs(other[0] - box[0]) < 200 && abs(other[1] - box[1]) < 200)
  }

  static func box(_ response: TestResponse) throws -> [Double] {
    let numbers = response.field("Content-Bbox")?.split(separator: ",").compactMap { Double($0) }
    try #require(numbers?.count == 4)
    return numbers ?? []
  }

  // MARK: Negotiation

  @Test(arguments: [
    ("/map", "", "", "text/plain; charset=utf-8", false),
    ("/map", "curl/8.5.0", "*/*", "text/plain; charset=utf-8", true),
    ("/map", "Wget/1.21", "", "text/plain; charset=utf-8", true),
    ("/map", "HTTPie/3.2", "*/*", "text/plain; charset=utf-8", true),
    ("/map", "Mozilla/5.0 (X11) curl", "*/*", "text/html; charset=utf-8", false),
    ("/map", "Mozilla/5.0 (Windows NT) PowerShell/7.4", "*/*", "text/plain; charset=utf-8", true),
    ("/map", "Mozilla/5.0", "text/html,image/png,*/*;q=0.8", "text/html; charset=utf-8", false),
    ("/map", "Mozilla/5.0", "text/plain", "text/plain; charset=utf-8", false),
    ("/map", "curl/8.5.0", "text/html", "text/html; charset=utf-8", false),
    ("/map", "curl/8.5.0", "application/json", "application/json", false),
    ("/map", "", "text/plain, application/json", "text/plain; charset=utf-8", false),
    ("/map.txt", "curl/8.5.0", "text/html", "text/plain; charset=utf-8", false),
    ("/map?f=txt", "curl/8.5.0", "*/*", "text/plain; charset=utf-8", false),
    ("/map.ans", "Mozilla/5.0", "text/html", "text/plain; charset=utf-8", true),
    ("/map.ans?color=0", "curl/8.5.0", "*/*", "text/plain; charset=utf-8", false),
    ("/map.json", "curl/8.5.0", "*/*", "application/json", false),
    ("/map?color=never", "curl/8.5.0", "*/*", "text/plain; charset=utf-8", false),
    ("/map?color=always", "", "", "text/plain; charset=utf-8", true),
    ("/map/old-city", "curl/8.5.0", "*/*", "text/plain; charset=utf-8", true),
    ("/map/old-city.txt", "curl/8.5.0", "*/*", "text/plain; charset=utf-8", false),
    ("/map/old-city.json", "", "", "application/json", false),
    ("/map", "", "image/png,image/jpeg", "image/png", false),
    ("/map.svg", "curl/8.5.0", "*/*", "image/svg+xml", false),
    ("/map.png", "curl/8.5.0", "text/html", "image/png", false),
    ("/collections/incidents/map", "", "", "image/png", false),
    ("/collections/incidents/map", "curl/8.5.0", "*/*", "text/plain; charset=utf-8", true),
    ("/collections/incident-points/map.svg", "", "", "image/svg+xml", false),
  ])
  func `the ending decides, then Accept, then the program`(
    target: String, agent: String, accept: String, type: String, isColored: Bool
  ) async throws {
    var headers = HTTPFields()
    if !agent.isEmpty { headers[.userAgent] = agent }
    if !accept.isEmpty { headers[.accept] = accept }
    let response = try await service().get(target, headers)
    #expect(response.status == .ok, "\(response.text)")
    #expect(response.field("Content-Type") == type)
    #expect(response.text.contains("\u{1B}[") == isColored)
    #expect(response.field("Vary")?.contains("Accept, Accept-Encoding, User-Agent") == true)
  }

  // MARK: Images

  @Test func `an image without a frame is nothing but its ground`() async throws {
    let response = try await service().get("/map.png?frame=no&width=323&height=170&zoom=9")
    #expect(try Self.size(response) == [323, 170])
    let box = try Self.box(response)
    #expect(abs((box[2] - box[0]) / (box[3] - box[1]) - 323 / 170) < 0.01)
    // A pixel of 256 to the world at zoom 0.
    #expect(abs((box[2] - box[0]) / 323 - 40_075_016.686 / 256 / 512) < 1)
    let other = try await service().get(
      "/map.png?frame=no&width=323&height=170&zoom=9&theme=dark")
    #expect(other.bytes != response.bytes)
  }

  @Test func `of a box an image has exactly the size and the system asked for`() async throws {
    let service = try service()
    let crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
    let mercator = "http://www.opengis.net/def/crs/EPSG/0/3857"
    let question = "bbox=43.0,36.3,43.1,36.4&width=211&height=257&f=png"
    let map = try await service.get("/map?\(question)&frame=no")
    #expect(try Self.size(map) == [211, 257])
    #expect(map.field("Content-Crs") == "<\(mercator)>")
    let corners = ReferenceSystem.webMercator.corners(
      of: Envelope(west: 43, south: 36.3, east: 43.1, north: 36.4))
    let box = try Self.box(map)
    #expect(zip(box, corners).allSatisfy { abs($0 - $1) < 0.01 })
    let collection = try await service.get("/collections/incidents/map?\(question)")
    #expect(try Self.size(collection) == [211, 257])
    #expect(collection.field("Content-Crs") == "<\(crs84)>")
    #expect(try Self.box(collection) == [43, 36.3, 43.1, 36.4])
    let axes = try await service.get(
      "/collections/incidents/map?\(question)&crs=http://www.opengis.net/def/crs/EPSG/0/4326")
    #expect(try Self.box(axes) == [36.3, 43, 36.4, 43.1])
    // Half a hundred pixels down, the same ground lies elsewhere in degrees and in metres by less
    // than a pixel: over a tenth of a degree both are one straight line.
    let same = try await service.get("/collections/incidents/map?\(question)&crs=\(mercator)")
    #expect(try Self.size(same) == [211, 257])
    let wide = try await service.get("/map.png?bbox=43.0,36.3,43.2,36.4&width=400&frame=no")
    let size = try Self.size(wide)
    #expect(size[0] == 400 && abs(size[1] - 248) <= 2, "\(size)")
  }

  /// Width and height are the first two numbers of the header chunk.
  private static func size(_ response: TestResponse) throws -> [Int] {
    let bytes = response.bytes
    try #require(bytes.count > 24, "\(response.text)")
    #expect(bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    return [16, 20].map { start in bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
  }

  @Test func `a drawing is a document that no script runs in`() async throws {
    let response = try await service().get("/map.svg?lang=ar")
    let reader = ElementReader()
    let parser = XMLParser(data: Data(response.bytes))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.names.contains("svg") && reader.names.contains("path"))
    #expect(
      reader.names.isDisjoint(with: ["script", "style", "foreignObject", "image", "use"]))
    #expect(!reader.attributes.contains { $0.hasPrefix("on") || $0.contains("href") })
  }

  /// The names in a document of XML.
  private final class ElementReader: NSObject, XMLParserDelegate {
    var names: Set<String> = []
    var attributes: Set<String> = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes given: [String: String]
    ) {
      names.insert(name)
      attributes.formUnion(given.keys)
    }
  }

  // MARK: What to ask next

  @Test func `the last lines are commands that work as they are`() async throws {
    let service = try service()
    let target = "/map/old-city.txt?h=30&w=70&datetime=2017-03-01/..&glyphs=ascii"
    let response = try await service.get(target)
    let lines = response.text.split(separator: "\n").map(String.init)
    let closer = try Self.target(of: lines.last, after: "closer: ")
    #expect(closer.hasPrefix("/map/old-city.txt?"))
    for part in ["center=", "zoom=", "w=70", "h=30", "glyphs=ascii", "datetime="] {
      #expect(closer.contains(part), "\(part) in \(closer)")
    }
    let box = try Self.box(response)
    let nearer = try Self.box(try await service.get(closer))
    #expect(abs((box[2] - box[0]) / (nearer[2] - nearer[0]) - 2) < 0.1)
    #expect(abs((box[2] + box[0]) - (nearer[2] + nearer[0])) < (box[2] - box[0]) / 50)
    let data = try Self.target(of: lines.dropLast().last, after: "data: ")
    let items = try await service.document(data)
    #expect(data.contains("in=old-city") && data.contains("datetime="))
    #expect(response.field("OGC-NumberMatched") == items["numberMatched"].integer.map(String.init))
    // On a terminal that breaks long lines the answer has the rows that were asked for.
    #expect(lines.reduce(0) { $0 + ($1.utf8.count + 69) / 70 } <= 30)
  }

  @Test func `as near as it gets, nothing nearer is told`() async throws {
    let lines = try await service().get("/map?center=43,36.35&zoom=22").text.split(separator: "\n")
    #expect(lines.last?.hasPrefix("data: curl '") == true)
  }

  private static func target(of line: String?, after word: String) throws -> String {
    let start = word + "curl 'http://127.0.0.1:8080"
    let text = try #require(line)
    try #require(text.hasPrefix(start) && text.hasSuffix("'"))
    return String(text.dropFirst(start.count).dropLast())
  }

  // MARK: Tags and copies

  @Test func `the tag is of what decides the bytes`() async throws {
    let service = try service()
    let target = "/map?w=80&as-of=2017-03-25&glyphs=ascii"
    let first = try await service.get(target, Self.terminal)
    let tag = try #require(first.field("ETag"))
    #expect(tag.hasPrefix("\"7-") && tag.hasSuffix("\""))
    let same = try await service.get(
      "/map?glyphs=ascii&width=80&as-of=2017-03-25&color=256&hints=no", Self.terminal)
    #expect(same.field("ETag") != tag, "the lines under the map differ")
    let reordered = try await service.get("/map?glyphs=ascii&as-of=2017-03-25&w=80", Self.terminal)
    #expect(reordered.field("ETag") == tag)
    #expect(reordered.bytes == first.bytes)
    for other in [
      "/map?w=81&as-of=2017-03-25&glyphs=ascii", "/map?w=80&as-of=2017-03-24&glyphs=ascii",
      "/map?w=80&as-of=2017-03-25&glyphs=box", "\(target)&theme=light", "\(target)&lang=ar",
      "\(target)&zoom=12", "\(target)&color=0", "/map/old-city?w=80&as-of=2017-03-25&glyphs=ascii",
    ] {
      #expect(try await service.get(other, Self.terminal).field("ETag") != tag, "\(other)")
    }
    let plain = try await service.get(target)
    #expect(plain.field("ETag") != tag, "without colours the bytes differ")
  }

  @Test func `a good copy costs nothing, in gzip or not`() async throws {
    let source = try SampleRegister.source()
    let service = try TestService(source)
    let plain = try await service.get("/map.json")
    let asked = source.questions.count
    var headers: HTTPFields = [.acceptEncoding: "gzip"]
    let packed = try await service.get("/map.json", headers)
    #expect(packed.field("Content-Encoding") == "gzip")
    #expect(packed.field("ETag") != plain.field("ETag"), "the bytes differ")
    #expect(source.questions.count == asked, "the map is kept")
    for tag in [plain, packed].compactMap({ $0.field("ETag") }) {
      headers[.ifNoneMatch] = tag
      let again = try await service.get("/map.json", headers)
      #expect(again.status == .notModified)
      #expect(again.field("ETag") == tag)
      #expect(again.bytes.isEmpty)
    }
    let head = try await service.get("/map.json", method: .head)
    #expect(head.field("Content-Length") == "\(plain.bytes.count)")
    #expect(head.bytes.isEmpty)
    #expect(source.questions.count == asked)
  }

  // MARK: Refusals

  @Test(arguments: [
    ("/map?w=19", 400), ("/map?w=401", 413), ("/map?h=4", 400), ("/map?h=201", 413),
    ("/map?w=99999999999999999999", 413), ("/map?w=-1", 400), ("/map?w=0", 400),
    ("/map?w=80&width=80", 400), ("/map?glyphs=emoji", 400), ("/map?color=red", 400),
    ("/map?f=pdf", 400), ("/map?bbox=1,2", 400), ("/map/old-city?bbox=1,2,3,4", 400),
    ("/map/old-city?in=old-city", 400), ("/map?bbox=1,2,3,4&center=1,2", 400),
    ("/map?bbox=1,2,3,4&zoom=3", 400), ("/map?center=1", 400), ("/map?center=181,0", 400),
    ("/map?zoom=23", 400), ("/map?zoom=nan", 400), ("/map.png?w=159&frame=yes", 400),
    ("/map.png?w=4097", 413), ("/map.svg?h=3201", 413), ("/map.svg?frame=maybe", 400),
    ("/map.svg?crs=http://www.opengis.net/def/crs/EPSG/0/4326", 400),
    ("/map.png?crs=EPSG:1", 400), ("/map.png?frame=no&width=0", 400),
    ("/map?filter=killed_max%20%3E", 400),
    ("/map.txt?color=256", 400), ("/map?limit=3", 400), ("/map?theme=blue", 400),
    ("/map/nowhere", 404), ("/map/dwrat%20abude", 404), ("/map/a%1Bb", 404), ("/map/a/b", 404),
    ("/map.pdf", 404),
  ])
  func `a map that cannot be drawn is refused in one plain line`(
    target: String, status: Int
  ) async throws {
    let response = try await service().get(target)
    #expect(response.status.code == status, "\(response.text)")
    if target != "/map/a/b", target != "/map.pdf" {
      #expect(response.field("Content-Type") == "text/plain; charset=utf-8")
      #expect(response.text.hasPrefix("\(status) "))
      #expect(!response.text.contains("\u{1B}"))
    }
    let document = try await service().get(target, [.accept: "application/json, text/plain"])
    #expect(document.field("Content-Type") == "application/problem+json")
  }

  @Test func `a page of the map shows the map`() async throws {
    let page = try await service().get("/map", [.accept: "text/html"])
    #expect(page.field("Content-Type") == "text/html; charset=utf-8")
    #expect(page.text.contains("<pre"))
    let read = MarkupReader(page.text)
    for address in read.values(of: "src", in: "img") + read.values(of: "srcset", in: "source") {
      let image = try await service().get(address)
      #expect(image.status == .ok, "\(address)")
      #expect(image.field("Content-Type") == "image/svg+xml")
    }
    #expect(read.values(of: "src", in: "img").count == 1)
    #expect(page.field("ETag")?.hasPrefix("W/") == true)
  }
}
