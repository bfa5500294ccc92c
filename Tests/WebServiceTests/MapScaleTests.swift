import HTTPTypes
import HummingbirdTesting
import JSONText
import SimpleFeatures
import TestSupport
import Testing

@testable import WebService

@Suite struct MapScaleTests {
  private func service() throws -> TestService { try TestService(try SampleRegister.source()) }

  /// Ground metres from the western to the eastern edge along the middle of a map in Pseudo-Mercator.
  private func metersAcross(_ box: [Double]) throws -> Double {
    let system = ReferenceSystem.webMercator
    let middle = (box[1] + box[3]) / 2
    let west = try #require(system.position(first: box[0], second: middle))
    let east = try #require(system.position(first: box[2], second: middle))
    // In parts: the great circle between far ends would leave the parallel.
    let parts = 64.0
    let step = (east.longitude - west.longitude) / parts
    let next = Position(longitude: west.longitude + step, latitude: west.latitude)
    return west.distanceMeters(to: next) * parts
  }

  @Test func `a denominator shows as much ground as it says`() async throws {
    let service = try service()
    for (query, pixels) in [
      ("/map.png?frame=no&center=43.1,36.35&width=800&height=400", 800.0),
      ("/map.png?frame=no&center=43.1,36.35&width=801&height=403", 801),
      ("/map.svg?frame=no&center=43.1,36.35&width=333&height=217", 333),
      ("/map.txt?hints=no&center=43.1,36.35&w=90", 720), ("/map.json?center=43.1,36.35&w=70", 560),
      ("/map.txt?hints=no&center=43.1,60&w=90", 720),
    ] {
      for denominator in [5_000.0, 100_000, 2_000_000] {
        let answer = try await service.get("\(query)&scale-denominator=\(denominator)")
        let meters = try metersAcross(MapEndpointTests.box(answer))
        let wanted = pixels * 0.28 / 1_000 * denominator
        #expect(abs(meters / wanted - 1) < 0.004, "\(query) 1:\(denominator): \(meters) \(wanted)")
      }
    }
  }

  @Test func `a pixel of half the size shows half as much ground`() async throws {
    let target = "/map.png?frame=no&width=400&height=200&scale-denominator=50000"
    let whole = try await service().get(target)
    let half = try await service().get(target + "&mm-per-pixel=0.14")
    let boxes = [try MapEndpointTests.box(whole), try MapEndpointTests.box(half)]
    #expect(abs((boxes[0][2] - boxes[0][0]) / (boxes[1][2] - boxes[1][0]) - 2) < 0.01)
    #expect(try await service().get(target + "&mm-per-pixel=0.28").bytes == whole.bytes)
    // Without a scale nothing depends on it.
    let plain = try await service().get("/map.svg")
    #expect(try await service().get("/map.svg?mm-per-pixel=0.14").bytes == plain.bytes)
  }

  @Test func `a box at a scale has the size that follows`() async throws {
    let service = try service()
    let box = "bbox=43.0,36.3,43.1,36.4"
    for form in ["png", "svg"] {
      let answer = try await service.get("/map.\(form)?\(box)&scale-denominator=50000")
      #expect(answer.status == .ok, "\(answer.text.prefix(200))")
      let corners = try MapEndpointTests.box(answer)
      let pixels = try Size(answer).width
      let meters = try metersAcross(corners)
      #expect(abs(meters / (Double(pixels) * 14) - 1) < 0.005, "\(form): \(pixels)")
      let ratio = (corners[3] - corners[1]) / (corners[2] - corners[0])
      #expect(abs(Double(try Size(answer).height) / Double(pixels) - ratio) < 0.01)
    }
    let coarse = try await service.get("/map.png?\(box)&scale-denominator=100000")
    let fine = try await service.get("/map.png?\(box)&scale-denominator=50000")
    #expect(abs(try Size(fine).width - 2 * (try Size(coarse).width)) <= 2)
    // Columns of eight pixels.
    let text = try await service.get("/map.txt?\(box)&scale-denominator=50000&hints=no")
    let columns = text.text.split(separator: "\n").map(\.count).max() ?? 0
    #expect(abs(columns * 8 - (try Size(fine).width)) <= 8)
    let framed = try await service.get("/map.png?\(box)&scale-denominator=50000&frame=yes")
    let shown = try MapEndpointTests.box(framed)
    let inner = try MapEndpointTests.box(fine)
    #expect(shown[0] <= inner[0] && shown[2] >= inner[2])
    #expect(shown[1] <= inner[1] && shown[3] >= inner[3])
  }

  @Test func `an image has the pixels asked for, with a frame and without`() async throws {
    var generator = SeededGenerator(seed: 20_058)
    let service = try service()
    for _ in 0..<12 {
      let width = generator.integer(in: 1...900)
      let height = generator.integer(in: 1...700)
      let form = generator.isOnce(in: 2) ? "png" : "svg"
      let what = generator.pick(
        ["", "&frame=no", "&center=43.1,36.3", "&bbox=43,36.3,43.2,36.4", "&zoom=3"])
      let path = generator.pick(["/map", "/collections/places/map", "/collections/incidents/map"])
      let answer = try await service.get("\(path).\(form)?width=\(width)&height=\(height)\(what)")
      #expect(answer.status == .ok, "\(answer.text.prefix(200))")
      let size = try Size(answer)
      #expect(
        size.width == width && size.height == height,
        "\(path).\(form) \(width) x \(height) \(what), seed \(generator.seed)")
    }
  }

  @Test func `of one side the other follows`() async throws {
    let service = try service()
    for (query, wanted) in [
      ("width=400", [400, 300]), ("height=300", [400, 300]), ("", [1_024, 768]),
      ("width=4096", [4_096, 3_072]),
    ] {
      let size = try Size(try await service.get("/map.svg?\(query)"))
      #expect([size.width, size.height] == wanted, "\(query)")
    }
    let square = "bbox=-1,-1,1,1"
    for (query, wanted) in [("width=300", [300, 300]), ("height=200", [200, 200])] {
      let size = try Size(try await service.get("/map.svg?\(square)&\(query)"))
      #expect([size.width, size.height] == wanted, "\(query)")
    }
    // Long and narrow, as large as fits.
    let narrow = try Size(try await service.get("/map.svg?bbox=43,30,43.1,40"))
    #expect(narrow.height == 3_200 && narrow.width < 40)
  }

  @Test func `words stand around an image where they leave room, unless a box is asked for`()
    async throws
  {
    let service = try service()
    for (query, isFramed) in [
      ("", true), ("width=800&height=600", true), ("width=90&height=60", false),
      ("width=800&height=100", false), ("bbox=43,36.3,43.1,36.4", false),
      ("subset=Lat(36.3:36.4)", false), ("bbox=43,36.3,43.1,36.4&frame=yes", true),
      ("center=43.1,36.3&scale-denominator=100000", true), ("frame=no", false),
    ] {
      let answer = try await service.get("/map.svg?\(query)")
      #expect(answer.status == .ok, "\(query): \(answer.text.prefix(200))")
      #expect(
        answer.text.contains(">Mosul - civilian harm incidents</text>") == isFramed, "\(query)")
    }
    let small = try await service.get("/map.svg?width=200&height=80&frame=yes")
    #expect(small.status.code == 400 && small.text.contains("no room"), "\(small.text)")
  }

  @Test func `the description says what a map may have at most, and that holds`() async throws {
    let service = try service()
    let limits = try await service.document("/api")["info"]["x-OGC-limits"]["maps"]
    let width = try #require(limits["maxWidth"].integer)
    let height = try #require(limits["maxHeight"].integer)
    let pixels = try #require(limits["maxPixels"].integer)
    #expect(try await service.get("/map.png?width=\(width + 1)").status.code == 413)
    #expect(try await service.get("/map.png?height=\(height + 1)").status.code == 413)
    #expect(width * height <= pixels)
    let parameters = try await service.document("/api")["components"]["parameters"]
    for name in ["scale-denominator", "mm-per-pixel", "subset", "subset-crs"] {
      #expect(parameters[name]["in"].string == "query", "\(name)")
    }
  }

  @Test(arguments: [
    ("scale-denominator=0", 400), ("scale-denominator=-5", 400), ("scale-denominator=x", 400),
    ("scale-denominator=1e300", 400), ("scale-denominator=1", 400),
    ("scale-denominator=1000000000", 400), ("mm-per-pixel=0", 400), ("mm-per-pixel=-1", 400),
    ("mm-per-pixel=nan", 400), ("scale-denominator=50000&zoom=3", 400),
    ("scale-denominator=50000&bbox=43,36,43.1,36.1&width=300", 400),
    ("scale-denominator=50000&bbox=43,36,43.1,36.1&h=100", 400),
    ("scale-denominator=50000&subset=Lat(36:36.1)&height=100", 400),
    ("scale-denominator=100&bbox=43,36,44,37", 413), ("bbox=43,30,43.1,40&width=300", 413),
    ("width=1.5", 400), ("height=abc", 400), ("scale-denominator=5&scale-denominator=5", 400),
  ])
  func `sizes and scales that cannot be are refused in one line`(
    query: String, status: Int
  ) async throws {
    let response = try await service().get("/map.png?\(query)", [.userAgent: "curl/8.5.0"])
    #expect(response.status.code == status, "\(query): \(response.text.prefix(200))")
    #expect(response.text.split(separator: "\n").count == 1, "\(response.text.prefix(300))")
  }
}

/// The pixels of an image, by its own header.
private struct Size {
  let width: Int
  let height: Int

  init(_ response: TestResponse) throws {
    if response.field("Content-Type") == "image/png" {
      let bytes = response.bytes
      try #require(bytes.count > 24, "\(response.text.prefix(200))")
      let sides = [16, 20].map { start in
        bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      }
      (width, height) = (sides[0], sides[1])
      return
    }
    func number(after name: String) throws -> Int {
      let tail = try #require(response.text.split(separator: name, maxSplits: 1).last)
      return try #require(Int(tail.prefix { $0.isNumber }))
    }
    width = try number(after: " width=\"")
    height = try number(after: " height=\"")
  }
}
