import MapRendering
import SimpleFeatures
import TestSupport
import Testing

@Suite struct FurnitureTests {
  private func map(_ change: (inout MapScene) -> Void = { _ in }, width: Int = 120) throws
    -> RenderedMap
  {
    var scene = SyntheticScene.make()
    change(&scene)
    let view = try MapView(envelope: SyntheticScene.envelope, width: width, height: 40)
    return MapRenderer.render(scene, view: view)
  }

  @Test func `The legend lists what is present and nothing else`() throws {
    let text = try map { scene in
      scene = MapScene(
        caption: scene.caption, symbolClasses: SyntheticScene.classes,
        symbols: [MapSymbol(id: "a", position: SyntheticScene.position(50, 25), classID: 8)])
    }.text
    #expect(text.contains("o weak 1"))
    for absent in ["proven", "denied", "several", "Delta 1", "bridge", "wall", "computed", "road"] {
      #expect(!text.contains(absent), "\(absent) is not in the picture")
    }
  }

  @Test func `A legend in a corner hides no sign, no name and no water`() throws {
    var generator = SeededGenerator(seed: 81)
    var inside = 0
    for _ in 0..<60 {
      let scene = RandomScene.make(&generator)
      let view = try MapView(
        envelope: SyntheticScene.envelope, width: Int.random(in: 60...200, using: &generator),
        height: Int.random(in: 20...60, using: &generator))
      let with = MapRenderer.render(scene, view: view)
      var bare = scene
      bare.caption.furniture.remove(.legend)
      let without = MapRenderer.render(bare, view: view)
      guard with.pictureSize == without.pictureSize else { continue }
      inside += 1
      // The legend takes room from names alone, which find it elsewhere or are counted.
      #expect(with.clusters == without.clusters, "seed \(generator.seed)")
      let rows = with.text.split(separator: "\n", omittingEmptySubsequences: false)
      for cluster in with.clusters where cluster.count == 1 {
        let row = Array(rows[cluster.row + 1])
        let isShown = cluster.column < row.count && ["@", "o", "x"].contains(row[cluster.column])
        #expect(isShown, "seed \(generator.seed)")
      }
    }
    #expect(inside > 5)
  }

  @Test func `Each part can be left out, the attribution cannot`() throws {
    let parts: [(MapFurniture, String)] = [
      (.title, "Delta city"), (.legend, "proven 2"), (.counts, "10 of 13 events in view"),
      (.scaleBar, "2 km"), (.hints, "closer:"), (.graticule, "50d02'N"), (.north, "N ^"),
    ]
    let whole = try map().text
    for (part, words) in parts {
      #expect(whole.contains(words))
      let less = try map { $0.caption.furniture.remove(part) }.text
      #expect(!less.contains(words), "\(words) is still there")
      #expect(less.contains("data: invented for tests"))
      for (_, other) in parts where other != words && !(part == .title && other == "N ^") {
        #expect(less.contains(other), "\(other) went with \(words)")
      }
    }
    let bare = try map { $0.caption.furniture = [] }
    #expect(bare.text.hasSuffix(" data: invented for tests\n"))
    #expect(bare.pictureSize.rows == 39)
  }

  @Test func `A point has its ring where few have one, and the selection always`() throws {
    func scene(_ count: Int, selection: String? = nil) -> MapScene {
      var scene = MapScene(
        caption: SyntheticScene.caption, symbolClasses: SyntheticScene.classes,
        symbols: (0..<count).map { index in
          MapSymbol(
            id: "\(index)", position: SyntheticScene.position(10 + Double(index) * 8, 25),
            classID: 8, radiusMeters: 700)
        })
      scene.selection = selection
      return scene
    }
    let view = try MapView(envelope: SyntheticScene.envelope, width: 120, height: 40)
    func hasRing(_ scene: MapScene) -> Bool {
      var scene = scene
      scene.caption.features[.radius] = TerminalText("anywhere inside")
      return MapRenderer.render(scene, view: view).text.contains("() anywhere inside")
    }
    #expect(hasRing(scene(1)))
    #expect(hasRing(scene(6)))
    #expect(!hasRing(scene(7)))
    #expect(hasRing(scene(7, selection: "3")))
    #expect(!hasRing(scene(7, selection: "none")))
  }

  @Test func `The name of a river stands on the river, not on a lake`() throws {
    let place = MapPlace(
      id: "delta", role: .river, position: SyntheticScene.position(50, 25), name: "Delta")
    let lake = MapArea(id: "lake", role: .water, polygons: SyntheticScene.box(4, 4, 44, 20))
    let wide = MapLine(
      id: "delta", role: .river,
      paths: [LineString([SyntheticScene.position(46, 40), SyntheticScene.position(98, 40)])])
    let view = try MapView(envelope: SyntheticScene.envelope, width: 120, height: 40)
    func labels(_ lines: [MapLine]) -> [PlacedLabel] {
      let scene = MapScene(
        caption: MapCaption(title: "t"), areas: [lake], lines: lines, places: [place])
      return MapRenderer.render(scene, view: view).placedLabels
    }
    #expect(labels([]).isEmpty)
    let label = try #require(labels([wide]).first)
    #expect(label.text.string == "D  e  l  t  a")
    #expect(label.column > 60)
  }

  @Test func `A ring is as wide as its radius to a column`() throws {
    var generator = SeededGenerator(seed: 82)
    for _ in 0..<20 {
      let latitude = Double.random(in: -60...60, using: &generator)
      let center = Position(longitude: 20, latitude: latitude)
      let radius = Double.random(in: 300...2_000, using: &generator)
      var caption = MapCaption(title: "t")
      caption.furniture = [.title]
      let scene = MapScene(
        caption: caption, symbolClasses: SyntheticScene.classes,
        symbols: [MapSymbol(id: "a", position: center, classID: 7, radiusMeters: radius)])
      let view = try MapView(center: center, metersAcross: 6_000, width: 120, height: 90)
      let rows = MapRenderer.render(scene, view: view).text.split(separator: "\n").dropFirst()
      let columns = rows.flatMap { row in
        row.enumerated().filter { $0.element != " " }.map(\.offset)
      }
      let (west, east) = (try #require(columns.min()), try #require(columns.max()))
      let expected = 2 * radius / 50
      #expect(abs(Double(east - west + 1) - expected) <= 2, "seed \(generator.seed)")
    }
  }
}
