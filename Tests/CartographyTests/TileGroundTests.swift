import Compression
import Foundation
import Inquiry
import MapRendering
import Records
import Register
import SimpleFeatures
import TestSupport
import Testing
import Tiles

@testable import Cartography

/// The ground of maps, drawn from tiles.
struct TileGroundTests {
  private let city = Envelope(west: 42.95, south: 36.24, east: 43.29, north: 36.45)

  private func reach(_ envelope: Envelope, _ width: Int = 120, _ height: Int = 40) throws
    -> MapReach
  {
    try MapView(envelope: envelope, width: width, height: height).reach()
  }

  private func base(_ extract: TileExtract, _ path: String? = "extract") throws -> TileBase {
    try TileBase(archive: MemoryReader(try extract.archive()), path: path, origin: .named)
  }

  @Test(arguments: [(120, 40), (240, 100), (900, 380)])
  func `our own tiles give every area and line that the register has`(size: (Int, Int)) async throws
  {
    try await withMosul { register in
      let places = BaseMap(places: try register.allPlaces())
      let drawn = try places.drawn(
        from: try .builtIn(), reach: try reach(Envelope.mosul, size.0, size.1))
      func facts(_ areas: [MapArea]) -> Set<String> {
        Set(areas.map { "\($0.id) \($0.role) \($0.tint) \($0.isApproximate)" })
      }
      #expect(facts(drawn.areas) == facts(places.areas))
      #expect(drawn.areas.count == places.areas.count)
      #expect(drawn.lines.map(\.id) == places.lines.map(\.id))
      #expect(drawn.lines.map(\.role) == [.river])
      #expect(drawn.places == places.places && drawn.bridges == places.bridges)
      #expect(
        drawn.ground == .tiles("built in") && drawn.notes.isEmpty && drawn.groundFeatures.isEmpty)
      // The archive's areas are projected already; none is drawn twice.
      #expect(drawn.areas.allSatisfy { $0.polygons.isEmpty && !$0.projectedRings.isEmpty })
    }
  }

  @Test func `a position lies in the same district by tiles and by the register`() async throws {
    try await withMosul { register in
      let places = BaseMap(places: try register.allPlaces())
      let drawn = try places.drawn(from: try .builtIn(), reach: try reach(city))
      var generator = SeededGenerator(seed: 77)
      print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
      var (inside, differing) = (0, 0)
      for _ in 0..<2_000 {
        let position = Position(
          longitude: .random(in: city.west...city.east, using: &generator),
          latitude: .random(in: city.south...city.north, using: &generator))
        let mine = places.areas.filter { area in
          area.role == .district && area.polygons.contains { Geometry.polygon($0).covers(position) }
        }.map(\.id)
        let theirs = drawn.areas.filter { $0.role == .district && $0.holds(position) }.map(\.id)
        if !mine.isEmpty { inside += 1 }
        if mine != theirs { differing += 1 }
      }
      // Borders are simplified by up to 31 m at zoom 10: some positions fall between.
      #expect(inside > 400)
      #expect(differing < 60, "\(differing) of 2000 differ, seed \(generator.seed)")
    }
  }

  @Test func `a map is the same from the file, a folder and the built-in tiles`() async throws {
    try await withMosul { register in
      let path = Repository.root.appending(path: "tiles/mosul.pmtiles").path
      let archive = try PMTilesArchive(FileReader(path: path))
      try await withFolder { folder in
        let tree = "\(folder)/mosul.tiles.d"
        for address in try archive.addresses(limit: 10_000) {
          let bytes = try #require(try archive.bytes(of: address))
          let isPacked = address.x % 2 == 0
          try write(
            isPacked ? try Gzip.compress(bytes) : bytes,
            to: "\(tree)/\(address).\(address.y % 2 == 0 ? "mvt" : "pbf")")
        }
        try write(try archive.metadataBytes(), to: "\(tree)/metadata.json")
        var maps: [[UInt8]] = []
        for tiles in [
          try TileBase.builtIn(), try .lookup(option: path), try .lookup(option: tree),
        ] {
          var bytes: [UInt8] = []
          for area in [nil, "old-city", "west-mosul"] {
            let drawn = try await MapDrawer(source: register, tiles: tiles).draw(
              try everything { $0.area = try area.map(place) },
              frame: MapDrawer.Frame(width: 120, height: 44),
              capabilities: RenderCapabilities(glyphs: .braille, colourDepth: .palette256))
            let name = "base map: \(tiles.shortName)"
            #expect(drawn.map.text.contains(name))
            // The name alone may differ.
            bytes += Array(drawn.map.text.split(separator: name).joined().utf8)
          }
          maps.append(bytes)
        }
        #expect(maps[0] == maps[1] && maps[0] == maps[2] && maps[0].count > 10_000)
      }
    }
  }

  @Test func `places that the tiles were not made from are drawn as recorded`() async throws {
    try await withMosul { register in
      var features = try register.allPlaces()
      let index = try #require(
        features.firstIndex { $0.place.kind == .district && $0.area?.basis == .cell })
      var place = features[index].place
      place.location?.precisionMeters += 1
      features[index] = PlaceFeature(place: place, area: features[index].area)
      let places = BaseMap(places: features)
      let drawn = try places.drawn(from: try .builtIn(), reach: try reach(city))
      #expect(drawn.areas == places.areas && drawn.lines == places.lines)
      #expect(drawn.ground == .ownPlaces)
    }
  }

  @Test func `the digest is that of all places in any order, and of each of their facts`()
    async throws
  {
    try await withMosul { register in
      let places = try register.allPlaces().map(\.place)
      let digest = PlacesDigest.text(of: places)
      #expect(try TileBase.builtIn().placesDigest == digest && digest.utf8.count == 16)
      #expect(PlacesDigest.text(of: places.reversed()) == digest)
      #expect(PlacesDigest.text(of: Array(places.dropLast())) != digest)
      let changes: [(inout Place) -> Void] = [
        { $0.kind = .other }, { $0.bank = $0.bank == .left ? .right : .left },
        { $0.names[0].text += "x" }, { $0.location?.isApproximate.toggle() },
        { $0.location?.precisionMeters += 1 }, { $0.location = nil },
        { $0.location?.geometry = .point(Position(longitude: 43, latitude: 36)) },
      ]
      var digests: Set<String> = [digest]
      let index = try #require(places.firstIndex { $0.id.text == "old-city" })
      for change in changes {
        var changed = places
        change(&changed[index])
        digests.insert(PlacesDigest.text(of: changed))
      }
      #expect(digests.count == changes.count + 1)
    }
  }

  @Test(arguments: TileExtract.all.indices)
  func `an extract gives water, roads and land use, and the register the rest`(
    index: Int
  ) async throws {
    let (name, extract) = TileExtract.all[index]
    try await withMosul { register in
      let places = BaseMap(places: try register.allPlaces())
      let drawn = try places.drawn(from: try base(extract), reach: try reach(city))
      var lines: [MapLineRole: Int] = [:]
      for line in drawn.lines { lines[line.role, default: 0] += line.projectedPaths.count }
      // One course each, however many tiles it runs through.
      #expect(
        lines == [.river: 1, .stream: 1, .road: 1, .minorRoad: 1, .railway: 1], "\(name)")
      let own = drawn.areas.filter { [.water, .landUse].contains($0.role) }
      #expect(own.count { $0.role == .water && $0.polygons.isEmpty } >= 1, "\(name)")
      let uses = Set(own.filter { $0.role == .landUse }.map(\.tint))
      #expect(uses == [MapLandUse.green.rawValue, MapLandUse.builtUp.rawValue], "\(name)")
      #expect(!drawn.areas.contains { $0.id == "tigris" }, "the register's river gives way")
      func kept(_ areas: [MapArea]) -> [MapArea] {
        areas.filter { [.district, .enclosure, .settlement].contains($0.role) }
      }
      #expect(kept(drawn.areas) == kept(places.areas))
      #expect(drawn.places == places.places && drawn.bridges == places.bridges)
      #expect(drawn.ground == .tiles("extract (© Someone & Sons)"))
    }
  }

  @Test func `an extract without water leaves the register's river`() async throws {
    try await withMosul { register in
      let places = BaseMap(places: try register.allPlaces())
      var extract = TileExtract.openMapTiles
      extract.features.removeAll { $0.layer.hasPrefix("water") }
      let drawn = try places.drawn(from: try base(extract), reach: try reach(city))
      #expect(drawn.areas.contains { $0.id == "tigris" && $0.role == .water })
      #expect(
        drawn.lines.contains { $0.role == .river } && drawn.lines.contains { $0.role == .road })
    }
  }

  @Test func `an area in several tiles is one when its number says so`() async throws {
    var extract = TileExtract.openMapTiles
    extract.zooms = 12...12
    extract.features = [
      .init(
        layer: "water", properties: ["class": "lake"],
        geometry: TileExtract.box(43.0, 36.25, 43.2, 36.4), id: 7),
      .init(layer: "waterway", properties: [:], geometry: TileExtract.line((0, 0), (1, 1))),
    ]
    let empty = BaseMap(places: [])
    let drawn = try empty.drawn(from: try base(extract), reach: try reach(city))
    #expect(drawn.areas.count == 1)
    let rings = try #require(drawn.areas.first).projectedRings
    #expect(rings.count == 1)
    // Four corners and one again, and a point at most where an edge of a tile was crossed.
    #expect(try #require(rings.first).count < 24)
  }

  @Test(arguments: GlyphSet.pictures)
  func `roads and land use are in the legend when they are on the map, and only then`(
    glyphs: GlyphSet
  ) async throws {
    try await withMosul { register in
      let words = ["main road", "street", "railway", "park, wood, cemetery"]
      func footer(_ tiles: TileBase) async throws -> String {
        try await MapDrawer(source: register, tiles: tiles).draw(
          everything(), frame: MapDrawer.Frame(width: 120, height: 50),
          capabilities: RenderCapabilities(glyphs: glyphs)
        ).map.footer
      }
      let with = try await footer(try base(.openMapTiles))
      for word in words { #expect(with.contains(word), "\(word)") }
      #expect(with.contains("base map: extract ("))
      let without = try await footer(try .builtIn())
      for word in words { #expect(!without.contains(word), "\(word)") }
    }
  }

  @Test func `a damaged tile stops the map when named, and is noted when found`() async throws {
    try await withMosul { register in
      try await withFolder { folder in
        var extract = TileExtract.openMapTiles
        extract.zooms = 11...11
        let tile = try #require(
          TileAddress(zoom: 11, holding: Position(longitude: 43.13, latitude: 36.34)))
        extract.damaged = [tile: [0x1A, 0x7F]]
        let path = "\(folder)/broken.pmtiles"
        try write(try extract.archive(), to: path)
        let frame = MapDrawer.Frame(width: 120, height: 44)
        let named = MapDrawer(source: register, tiles: try .lookup(option: path))
        let error = await #expect(throws: TileBaseError.self) {
          try await named.draw(everything(), frame: frame, capabilities: RenderCapabilities())
        }
        let text =
          "\(path): tile \(tile): vector tile, byte 1: a length of 127 leads beyond the end"
        #expect(error?.description == text)
        let found = MapDrawer(source: register, tiles: try .lookup(folder: folder))
        let map = try await found.draw(
          everything(), frame: frame, capabilities: RenderCapabilities()
        ).map
        let words = map.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("tiles not used: \(text)"))
        #expect(map.text.contains("base map: built in"))
      }
    }
  }

  @Test func `too much ground for an extract is said`() throws {
    var extract = TileExtract.openMapTiles
    extract.features[0].geometry = .geometryCollection([
      TileExtract.line((-170, -60), (-169.9, -60)), TileExtract.line((170, 60), (169.9, 60)),
    ])
    extract.zooms = 9...9
    let drawn = try BaseMap(places: []).drawn(from: try base(extract), reach: try reach(.world))
    #expect(drawn.notes == ["base map of extract not drawn: too much ground for its tiles"])
    #expect(drawn.lines.isEmpty)
  }
}

extension Envelope {
  /// Everything that the register places around Mosul.
  fileprivate static let mosul = Envelope(west: 42.82, south: 36.24, east: 43.3, north: 36.64)
}

extension MapArea {
  /// Whether the projected rings hold a position.
  fileprivate func holds(_ position: Position) -> Bool {
    let place = MercatorPosition(position)
    let (x, y) = (place.x * 4_294_967_296, place.y * 4_294_967_296)
    var isInside = false
    for ring in projectedRings {
      for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1))
      where (Double(start.y) > y) != (Double(end.y) > y) {
        let along = (y - Double(start.y)) / (Double(end.y) - Double(start.y))
        if x < Double(start.x) + along * (Double(end.x) - Double(start.x)) { isInside.toggle() }
      }
    }
    return isInside
  }
}
