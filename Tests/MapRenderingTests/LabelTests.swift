import MapRendering
import SimpleFeatures
import TestSupport
import Testing

@Suite struct LabelTests {
  @Test func `Labels lie inside, apart from each other and off the signs`() throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<40 {
      let scene = RandomScene.make(&generator)
      let view = try MapView(
        envelope: SyntheticScene.envelope, width: Int.random(in: 20...200, using: &generator),
        height: Int.random(in: 5...60, using: &generator))
      let map = MapRenderer.render(scene, view: view)
      audit(map, "seed \(generator.seed)")
    }
  }

  @Test func `What a label says stands on its cells`() throws {
    let view = try MapView(envelope: SyntheticScene.envelope, width: 80, height: 24)
    let map = MapRenderer.render(SyntheticScene.make(), view: view)
    let rows = map.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(map.placedLabels.count == 6)
    #expect(map.hiddenLabelCount == 0)
    for label in map.placedLabels {
      let row = rows[label.row + 1]
      #expect(row.dropFirst(label.column).hasPrefix(label.text.string))
    }
  }

  @Test func `A name that reads right to left goes to the key`() throws {
    let place = MapPlace(
      id: "1", position: SyntheticScene.position(50, 25), name: "الموصل", code: "M")
    let scene = MapScene(caption: MapCaption(title: "t"), places: [place])
    let view = try MapView(envelope: SyntheticScene.envelope, width: 60, height: 24)
    let map = MapRenderer.render(
      scene, view: view, capabilities: RenderCapabilities(glyphs: .braille))
    #expect(map.placedLabels.map(\.form) == [.key])
    #expect(map.placedLabels.map(\.text.string) == ["M"])
    #expect(map.text.contains(" M الموصل\n"))
  }

  @Test func `A name that finds no room is counted`() throws {
    let places = (0..<50).map { index in
      MapPlace(
        id: "\(index)", position: SyntheticScene.position(50, 25),
        name: "A rather long name \(index)")
    }
    let scene = MapScene(caption: MapCaption(title: "t"), places: places)
    let view = try MapView(envelope: SyntheticScene.envelope, width: 60, height: 24)
    let map = MapRenderer.render(scene, view: view)
    #expect(map.placedLabels.count + map.hiddenLabelCount == 50)
    #expect(map.hiddenLabelCount > 20)
    #expect(map.text.contains("+\(map.hiddenLabelCount) labels hidden"))
  }

  /// Checks the boxes of all labels against each other, the frame and the signs.
  func audit(_ map: RenderedMap, _ comment: Comment) {
    for (index, label) in map.placedLabels.enumerated() {
      #expect(label.column >= 0 && label.row >= 0, comment)
      #expect(label.columns.upperBound <= map.pictureSize.columns, comment)
      #expect(label.row < map.pictureSize.rows, comment)
      let halo = label.column - 1..<label.columns.upperBound + 1
      for other in map.placedLabels.dropFirst(index + 1) where other.row == label.row {
        #expect(!other.columns.overlaps(halo), comment)
      }
      for sign in map.clusters where sign.row == label.row {
        #expect(!(sign.column..<sign.column + sign.width).overlaps(halo), comment)
      }
    }
  }

  @Test(.enabled(if: MosulScene.isPresent))
  func `Nearly all districts of Mosul are named at 120x40`() throws {
    let scene = try MosulScene.load()
    let view = try MapView(envelope: MosulScene.city, width: 120, height: 40)
    for glyphs in GlyphSet.pictures {
      let map = MapRenderer.render(
        scene, view: view, capabilities: RenderCapabilities(glyphs: glyphs))
      audit(map, "Mosul")
      let eligible = try MosulScene.eligibleDistricts(map)
      let named = Set(map.placedLabels.map(\.placeID))
      let missing = eligible.filter { !named.contains($0) }
      #expect(eligible.count > 40)
      #expect(missing.count * 20 <= eligible.count, "\(missing)")
    }
  }

  @Test func `A code stands beside its own sign, not at the far end of a row of signs`() throws {
    let place = MapPlace(
      id: "b", rank: 0, role: .point, position: SyntheticScene.position(50, 25), name: "Bridge",
      code: "B1")
    // A sign in every cell of three rows, so that nothing near the point is free.
    let symbols = (0..<1_500).map { index in
      MapSymbol(
        id: "\(index)",
        position: SyntheticScene.position(
          30 + Double(index % 500) * 0.08, 22 + Double(index / 500) * 3), classID: 8)
    }
    for width in [80, 120] {
      let scene = MapScene(
        caption: MapCaption(title: "t"), places: [place], symbolClasses: SyntheticScene.classes,
        symbols: symbols)
      let view = try MapView(envelope: SyntheticScene.envelope, width: width, height: 30)
      let map = MapRenderer.render(scene, view: view)
      let middle = map.pictureSize.columns / 2
      for label in map.placedLabels {
        #expect(
          abs(label.column - middle) <= 8 || abs(label.columns.upperBound - middle) <= 8,
          "\(label)\n\(map.text)")
      }
    }
  }
}
