import SimpleFeatures
import Testing

@testable import MapRendering

/// Roads, land use and shapes that are projected already.
struct GroundTests {
  private let box = Envelope(west: 43, south: 36, east: 43.4, north: 36.2)

  private func square(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Polygon {
    let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return Polygon(
      exteriorRing: LinearRing(corners.map { Position(longitude: $0.0, latitude: $0.1) }))
  }

  private func projected(_ polygon: Polygon) -> [[WorldPosition]] {
    polygon.rings.map { $0.positions.dropLast().compactMap { WorldPosition($0) } }
  }

  private func line(_ role: MapLineRole, _ latitude: Double) -> MapLine {
    MapLine(
      id: "\(role)", role: role,
      paths: [
        LineString([
          Position(longitude: 43, latitude: latitude),
          Position(longitude: 43.4, latitude: latitude),
        ])
      ])
  }

  private let words: [MapFeature: String] = [
    .road: "main road", .minorRoad: "street", .railway: "railway", .green: "park",
  ]

  private func map(
    areas: [MapArea] = [], lines: [MapLine] = [], _ capabilities: RenderCapabilities
  ) throws -> RenderedMap {
    let scene = MapScene(
      caption: MapCaption(title: "t", features: words), areas: areas, lines: lines)
    return MapRenderer.render(
      scene, view: try MapView(envelope: box, width: 60, height: 24), capabilities: capabilities)
  }

  @Test(arguments: GlyphSet.pictures)
  func `a ring in world units draws what its polygon draws`(glyphs: GlyphSet) throws {
    let capabilities = RenderCapabilities(glyphs: glyphs, colourDepth: .palette256)
    for role in MapAreaRole.allCases {
      let polygon = square(43.1, 36.05, 43.3, 36.15)
      let one = MapArea(id: "a", role: role, polygons: [polygon], tint: 1)
      let other = MapArea(id: "a", role: role, rings: projected(polygon), tint: 1)
      #expect(
        try map(areas: [one], capabilities).bytes == map(areas: [other], capabilities).bytes,
        "\(role)")
    }
    let path = line(.road, 36.1)
    let points = path.paths.map { $0.positions.compactMap { WorldPosition($0) } }
    let other = MapLine(id: "road", role: .road, projected: points)
    #expect(
      try map(lines: [path], capabilities).bytes == map(lines: [other], capabilities).bytes)
  }

  @Test(arguments: GlyphSet.pictures)
  func `what is on the map is in the legend, and nothing else`(glyphs: GlyphSet) throws {
    let capabilities = RenderCapabilities(glyphs: glyphs)
    let park = MapArea(
      id: "p", role: .landUse, polygons: [square(43.1, 36.05, 43.3, 36.15)],
      tint: MapLandUse.green.rawValue)
    let shown: [(MapFeature, RenderedMap)] = [
      (.road, try map(lines: [line(.road, 36.1)], capabilities)),
      (.minorRoad, try map(lines: [line(.minorRoad, 36.1)], capabilities)),
      (.railway, try map(lines: [line(.railway, 36.1)], capabilities)),
      (.green, try map(areas: [park], capabilities)),
    ]
    for (feature, map) in shown {
      for (other, word) in words {
        #expect(map.text.contains(word) == (other == feature), "\(feature): \(word)")
      }
    }
    let away = try map(lines: [line(.road, 40)], capabilities)
    #expect(!away.text.contains("main road"))
  }

  @Test func `built-up land is beneath the districts' tints, green land above`() throws {
    let capabilities = RenderCapabilities(glyphs: .ascii, colourDepth: .palette256)
    let all = square(43, 36, 43.4, 36.2)
    let district = MapArea(id: "d", role: .district, polygons: [all], tint: 4)
    func land(_ use: MapLandUse) -> MapArea {
      MapArea(id: "l", role: .landUse, polygons: [all], tint: use.rawValue)
    }
    func has(_ colour: Int, _ areas: [MapArea]) throws -> Bool {
      let text = try map(areas: areas, capabilities).bytes
      return String(decoding: text, as: UTF8.self).contains("48;5;\(colour)")
    }
    #expect(try has(237, [district]) && has(233, [land(.builtUp)]) && has(22, [land(.green)]))
    #expect(try has(237, [district, land(.builtUp)]) && !has(233, [district, land(.builtUp)]))
    #expect(try has(22, [district, land(.green)]))
  }

  @Test func `a use of land that is none is not drawn`() throws {
    let capabilities = RenderCapabilities(glyphs: .ascii, colourDepth: .palette256)
    let empty = try map(capabilities).bytes
    for tint in [0, 3, 4] {
      let area = MapArea(
        id: "l", role: .landUse, polygons: [square(43, 36, 43.4, 36.2)], tint: tint)
      #expect(try map(areas: [area], capabilities).bytes == empty)
    }
  }

  @Test func `where a road meets a street the road shows, and a stream is one dot thin`() throws {
    let capabilities = RenderCapabilities(glyphs: .braille, colourDepth: .palette256)
    let both = try map(lines: [line(.road, 36.1), line(.minorRoad, 36.1)], capabilities)
    let text = String(decoding: both.bytes, as: UTF8.self)
    #expect(text.contains("38;5;245") && text.contains("main road"))
    let thin = try map(lines: [line(.stream, 36.1)], RenderCapabilities(glyphs: .braille))
    let thick = try map(lines: [line(.river, 36.1)], RenderCapabilities(glyphs: .braille))
    func dots(_ map: RenderedMap) -> Int {
      map.text.split(separator: "\n", omittingEmptySubsequences: false)
        .dropFirst().prefix(map.pictureSize.rows).joined().unicodeScalars
        .filter { (0x2800...0x28FF).contains($0.value) }
        .reduce(0) { $0 + ($1.value - 0x2800).nonzeroBitCount }
    }
    #expect(dots(thin) == 120)
    #expect(dots(thick) >= 3 * dots(thin))
  }

  @Test func `the reach of settled cells is all that they show, and no more`() throws {
    for (columns, rows) in [(40, 20), (101, 61)] {
      let view = try MapView(
        envelope: Envelope(west: 43, south: 36.3, east: 43.2, north: 36.4), width: columns,
        height: rows
      ).anchored(pictureRows: rows)
      let box = view.envelope
      let reach = view.reach()
      let corners = [
        (reach.west, WorldPosition.x(longitude: box.west)),
        (reach.east, WorldPosition.x(longitude: box.east)),
        (reach.north, WorldPosition.y(latitude: box.north)),
        (reach.south, WorldPosition.y(latitude: box.south)),
      ]
      for (reached, shown) in corners { #expect(abs(reached - Int64(shown)) < 16) }
    }
  }

  @Test func `the reach of a view holds its box, and its dot is that of the picture`() throws {
    for (width, height) in [(20, 5), (80, 24), (120, 40), (1_000, 400), (1, 1)] {
      let view = try MapView(envelope: box, width: width, height: height)
      let reach = view.reach()
      #expect(reach.west <= Int64(WorldPosition.x(longitude: box.west)))
      #expect(reach.east >= Int64(WorldPosition.x(longitude: box.east)))
      #expect(reach.north <= Int64(WorldPosition.y(latitude: box.north)))
      #expect(reach.south >= Int64(WorldPosition.y(latitude: box.south)))
      // A width of 0.4 degrees over two dots a column, where the width is what fills the frame.
      let unit = Int64(0.4 / 360 * WorldPosition.worldSize) / Int64(2 * width)
      #expect(reach.unitsPerDot >= unit)
    }
  }
}
