import HTTPTypes
import HummingbirdTesting
import JSONText
import Records
import SimpleFeatures
import TestSupport
import Testing

@testable import WebService

@Suite struct SubsetTests {
  private func service() throws -> TestService { try TestService(try SampleRegister.source()) }

  // MARK: The text

  @Test func `axes, intervals, single values, stars and spaces are read`() throws {
    let written = try SubsetExpression(
      " Lat ( 36.3 : 36.4 ) , lon(-1e1:+43),time(\"2017-03-01\": *),time( \" a:b) \" )")
    #expect(written.parts.map(\.axis) == ["Lat", "lon", "time", "time"])
    #expect(
      written.parts.map(\.low) == [
        .number(36.3), .number(-10), .text("2017-03-01"), .text(" a:b) "),
      ])
    #expect(
      written.parts.map(\.high) == [
        .number(36.4), .number(43), .open, .text(" a:b) "),
      ])
    #expect(written.parts.map(\.isSingle) == [false, false, false, true])
    #expect(written.parts.map(\.place) == [2, 24, 38, 60])
  }

  @Test(arguments: [
    ("", 1), ("Lat", 4), ("Lat(", 5), ("Lat()", 5), ("Lat(1", 6), ("Lat(1:", 7), ("Lat(1:2", 8),
    ("Lat(1:2))", 9), ("Lat(1:2),", 10), ("Lat(1:2) Lon(1:2)", 10), ("Lat(1:2:3)", 8),
    ("Lat(a:b)", 5), ("Lat(1:nan)", 7), ("Lat(1,2)", 6), ("1Lat(1:2)", 1), ("Lät(1:2)", 2),
    ("time(\"2017)", 7), ("time('2017')", 6), ("Lat(1:2);", 9), ("(1:2)", 1),
    ("Lat(0x10:2)", 5), ("Lat(1:2)\u{0}", 9),
  ])
  func `what is no subset is refused at the character where it stops being one`(
    text: String, place: Int
  ) throws {
    do {
      let read = try SubsetExpression(text)
      Issue.record("\(text) was read as \(read)")
    } catch {
      #expect(error.place == place, "\(text): \(error)")
    }
  }

  @Test func `no text ends the reader`() {
    var generator = SeededGenerator(seed: 20_058)
    let signs = Array("LatLontime()*:,\"0123456789.-+e é\u{1F600}\u{0}")
    for _ in 0..<3_000 {
      let text = String(generator.list(0...40) { $0.pick(signs) })
      guard let read = try? SubsetExpression(text) else { continue }
      #expect(!read.parts.isEmpty, "\(text), seed \(generator.seed)")
    }
  }

  @Test(arguments: [
    ("2017", "2017-01-01", "2017-12-31"), ("2016-02", "2016-02-01", "2016-02-29"),
    ("2017-03-17", "2017-03-17", "2017-03-17"), ("2017-03-17T08Z", "2017-03-17", "2017-03-17"),
    ("2017-03-17T08:30Z", "2017-03-17", "2017-03-17"),
    ("2017-03-17T23:30-02:00", "2017-03-18", "2017-03-18"),
    ("2017-03-17T08:30:59Z", "2017-03-17", "2017-03-17"),
    ("2017-03-17T08-04:00", "2017-03-17", "2017-03-17"),
  ])
  func `a time may be given to the year, the month, the day, the hour or better`(
    text: String, first: String, last: String
  ) throws {
    let period = try #require(TimePeriod(text))
    #expect(period.first == (try SampleRegister.day(first)))
    #expect(period.last == (try SampleRegister.day(last)))
  }

  @Test(arguments: [
    "", "17", "20170317", "2017-13", "2017-00", "2017-3", "201a", "2017-02-30", "2017-03-17T",
    "2017-03-17T8Z", "2017-03-17T08", "2017-03-17T25Z", "-2017", "2017-0x", "0000", "T08Z",
  ])
  func `a time that is none is not guessed`(text: String) {
    #expect(TimePeriod(text) == nil)
  }

  // MARK: The ground

  @Test func `a subset shows and counts what the box does, in any system and notation`()
    async throws
  {
    let service = try service()
    let map = "/collections/incidents/map?width=300&"
    let box = try await service.get(map + "bbox=43.005,36.3,43.055,36.4")
    #expect(box.status == .ok)
    let mercator = ReferenceSystem.webMercator
    let corners = mercator.corners(
      of: Envelope(west: 43.005, south: 36.3, east: 43.055, north: 36.4))
    for subset in [
      "subset=Lat(36.3:36.4),Lon(43.005:43.055)", "subset=Lat(36.3:36.4)&subset=Lon(43.005:43.055)",
      "subset=lon%2843.005%3A43.055%29%2CLATITUDE%2836.3%3A36.4%29",
      "subset=Long(43.005:43.055),lat(36.3:36.4)&subset-crs=%5BOGC:CRS84%5D",
      "subset=Lon(43.005:43.055),Lat(36.3:36.4)&subset-crs=%5BEPSG:4326%5D",
    ] {
      let answer = try await service.get(map + subset)
      #expect(answer.bytes == box.bytes, "\(subset): \(answer.text.prefix(80))")
      #expect(answer.field("Content-Bbox") == box.field("Content-Bbox"))
      #expect(answer.field("OGC-NumberMatched") == box.field("OGC-NumberMatched"))
    }
    for names in [("E", "N"), ("x", "y"), ("easting", "Northing")] {
      let answer = try await service.get(
        map
          + "subset=\(names.0)(\(corners[0]):\(corners[2])),\(names.1)(\(corners[1]):\(corners[3]))"
          + "&subset-crs=\(mercator.uri)")
      let numbers = try MapEndpointTests.box(answer)
      #expect(
        zip(numbers, [43.005, 36.3, 43.055, 36.4]).allSatisfy { abs($0 - $1) < 1e-6 }, "\(names)")
      #expect(answer.field("OGC-NumberMatched") == box.field("OGC-NumberMatched"))
    }
  }

  @Test func `an axis that is not asked for has the ends of the data`() async throws {
    let answer = try await service().get(
      "/collections/incidents/map?width=300&subset=Lat(36.34:36.36)")
    #expect(try MapEndpointTests.box(answer) == [42.9972085, 36.34, 43.5027915, 36.36])
    let other = try await service().get(
      "/collections/incidents/map?width=300&height=20&subset=Lon(43.0:43.1)")
    #expect(try MapEndpointTests.box(other) == [43.0, 36.3477517, 43.1, 36.3522483])
  }

  @Test func `a size or a scale is that of what there is, not of the whole axis`() async throws {
    let service = try service()
    for query in ["height=20", "scale-denominator=100000", "width=900&height=20"] {
      for form in ["png", "svg"] {
        let answer = try await service.get(
          "/map.\(form)?subset=Lat(36.34:36.36)&\(query)")
        #expect(answer.status == .ok, "\(query): \(answer.text.prefix(200))")
      }
    }
    let text = try await service.get("/map.txt?subset=Lat(36.34:36.36)&scale-denominator=100000")
    #expect(text.status == .ok)
    let tags = [
      "/map.txt?subset=Lat(36.34:36.36)", "/collections/incidents/map.txt?subset=Lat(36.34:36.36)",
      "/map.txt?subset=Lat(36.34:36.37)", "/map.txt?subset=Lat(36.34:36.36)&w=90",
      "/map.txt?subset=Lat(36.34:36.36)&color=never&hints=no",
      "/map.svg?subset=Lat(36.34:36.36)&width=90", "/map.svg?subset=Lat(36.34:36.36)&width=91",
    ]
    var seen: Set<String> = []
    for target in tags {
      let tag = try #require(try await service.get(target).field("ETag"))
      #expect(seen.insert(tag).inserted, "\(target)")
      #expect(try await service.get(target, [.ifNoneMatch: tag]).status == .notModified)
    }
  }

  @Test func `a subset may go round the Earth, and is cut to it`() async throws {
    let service = try service()
    for (subset, wanted) in [
      ("Lon(170:-170),Lat(10:20)", [170.0, 10, -170, 20]),
      ("Lon(-200:10),Lat(80:120)", [-180.0, 80, 10, 90]),
      ("Lon(-180:180),Lat(-90:90)", [-180.0, -90, 180, 90]),
    ] {
      let answer = try await service.get("/collections/incidents/map?width=200&subset=\(subset)")
      #expect(answer.status == .ok, "\(subset): \(answer.text)")
      #expect(try MapEndpointTests.box(answer) == wanted, "\(subset)")
    }
    let world = try await service.get("/map.png?subset=Lat(-90:90)&subset=Lon(-180:180)&width=64")
    let edge = 20_037_508.34
    #expect(try MapEndpointTests.box(world) == [-edge, -edge, edge, edge])
    let point = try await service.get("/map.png?subset=Lat(36.35),Lon(43.02)")
    #expect(point.status == .ok && !point.bytes.isEmpty)
    #expect(point.field("OGC-NumberMatched") == "2")
  }

  // MARK: Time

  @Test func `time chooses as datetime does`() async throws {
    let service = try service()
    for (subset, datetime) in [
      ("time(\"2017-03-02\":\"2017-03-04\")", "2017-03-02/2017-03-04"),
      ("TIME(%222017-03-02%22:*)", "2017-03-02/.."), ("time(*:\"2017-03-04\")", "../2017-03-04"),
      ("time(\"2017-03-03\")", "2017-03-03"), ("time(\"2017-03\")", "2017-03-01/2017-03-31"),
      ("time(\"2017-03-02T10Z\":\"2017-03-04T08:00Z\")", "2017-03-02/2017-03-04"),
      ("time(*)", "2017-03-12"), ("time(2017)", "2017-01-01/2017-12-31"),
      ("time(2016:*)", "2016-01-01/.."),
    ] {
      let part = try await service.get("/map.json?subset=\(subset)")
      let same = try await service.get("/map.json?datetime=\(datetime)")
      #expect(part.status == .ok && part.bytes == same.bytes, "\(subset): \(part.text.prefix(90))")
      #expect(part.field("Content-Datetime") == same.field("Content-Datetime"))
    }
    let both = try await service.get(
      "/map.json?subset=time(\"2017-03-02\":\"2017-03-04\"),Lat(36.3:36.4),Lon(43.0:43.015)")
    let same = try await service.get(
      "/map.json?datetime=2017-03-02/2017-03-04&bbox=43.0,36.3,43.015,36.4")
    #expect(both.bytes == same.bytes)
    let all = try await service.get("/map.json?subset=time(*:*)")
    #expect(all.field("OGC-NumberMatched") == "14")
  }

  @Test func `the lines under a map of a part name what items know`() async throws {
    let service = try service()
    let answer = try await service.get(
      "/map.txt?w=90&subset=Lat(36.3:36.4),Lon(43.0:43.055),time(\"2017-03-02\":*)&glyphs=ascii")
    let lines = answer.text.split(separator: "\n").map(String.init)
    let start = "data: curl 'http://127.0.0.1:8080"
    let data = try #require(lines.dropLast().last)
    try #require(data.hasPrefix(start))
    #expect(!data.contains("subset"))
    let items = try await service.document(String(data.dropFirst(start.count).dropLast()))
    #expect(items["numberMatched"].integer.map(String.init) == answer.field("OGC-NumberMatched"))
    let closer = try #require(lines.last)
    #expect(closer.contains("datetime=2017-03-02") && closer.contains("glyphs=ascii"))
    #expect(!closer.contains("subset"))
    let nearer = try await service.get(
      String(closer.dropFirst("closer: curl 'http://127.0.0.1:8080".count).dropLast()))
    #expect(nearer.status == .ok)
  }

  // MARK: Refusals

  @Test(arguments: [
    ("subset=Foo(1:2)", 400, "character 1"), ("subset=Lat(36:37),h(1:2)", 400, "character 12"),
    ("subset=E(1:2)", 400, "Lat, Lon"), ("subset=Lat(1:2)&subset-crs=%5BEPSG:3857%5D", 400, "E, N"),
    ("subset=Lat(1:2),lat(1:2)", 400, "once"), ("subset=Lat(37:36)", 400, "lesser"),
    ("subset=Lat(*:36)", 400, "numbers"), ("subset=Lat(%2236%22:37)", 400, "numbers"),
    ("subset=Lat(1:2", 400, "character 8"), ("subset=", 400, "character 1"),
    ("subset=Lat(36:37)&bbox=43,36,44,37", 400, "exclude"),
    ("subset=Lat(36:37)&center=43,36", 400, "exclude"),
    ("subset=Lat(36:37)&zoom=3", 400, "exclude"),
    ("subset=Lat(36:37)&in=old-city", 400, "exclude"),
    ("subset=time(%222017%22)&datetime=2017", 400, "exclude"),
    ("subset=time(2017.5)", 400, "double quotes"),
    ("subset=time(1e300)", 400, "double quotes"),
    ("subset=time(%22March%22)", 400, "double quotes"),
    ("subset=time(%222018%22:%222017%22)", 400, "earlier"),
    ("subset=time(*),time(*)", 400, "once"),
    ("subset=Lat(200:300)", 404, "-90"), ("subset=Lon(181:190),Lat(1:2)", 404, "-180"),
    ("subset=N(3e7:4e7),E(0:1)&subset-crs=%5BEPSG:3857%5D", 404, "20037508"),
    ("subset=time(%221817-01-01%22:%221817-12-31%22)", 404, "2017-03-01"),
    ("subset=Lat(1:2)&subset-crs=EPSG:1", 400, "subset-crs"),
  ])
  func `a part that cannot be is refused in one line that says where`(
    query: String, status: Int, words: String
  ) async throws {
    for path in ["/map.txt", "/collections/incidents/map.png"] {
      let response = try await service().get("\(path)?\(query)", [.userAgent: "curl/8.5.0"])
      #expect(response.status.code == status, "\(path) \(query): \(response.text.prefix(200))")
      #expect(response.text.contains(words), "\(query): \(response.text.prefix(200))")
      #expect(response.text.split(separator: "\n").count == 1, "\(response.text)")
    }
  }

  @Test func `a system of numbers that are not given is not looked at`() async throws {
    let plain = try await service().get("/map.json")
    for system in ["bbox-crs", "center-crs", "subset-crs"] {
      let answer = try await service().get("/map.json?\(system)=EPSG:1")
      #expect(answer.bytes == plain.bytes, "\(system)")
    }
    let time = try await service().get("/map.json?subset=time(*:*)&subset-crs=EPSG:1")
    #expect(time.status == .ok)
  }

  @Test func `only a subset may be given twice, and only a map takes one`() async throws {
    #expect(try await service().get("/map?bbox=1,2,3,4&bbox=1,2,3,4").status.code == 400)
    #expect(
      try await service().get("/collections/incidents/items?subset=Lat(36:37)").status.code == 400)
  }
}
