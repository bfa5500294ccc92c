import MapRendering
import SimpleFeatures
import TestSupport
import Testing

@Suite struct CountTests {
  @Test func `What is drawn adds up to what is in view`() throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<60 {
      let symbols = RandomScene.symbols(&generator)
      var caption = MapCaption(title: "")
      // The signs in a legend are no symbols.
      caption.furniture.remove(.legend)
      let scene = MapScene(
        caption: caption, symbolClasses: SyntheticScene.classes, symbols: symbols)
      let view = try MapView(
        envelope: SyntheticScene.envelope, width: Int.random(in: 20...200, using: &generator),
        height: Int.random(in: 5...80, using: &generator))
      let map = MapRenderer.render(scene, view: view)
      #expect(
        map.clusters.reduce(0) { $0 + $1.count } == map.symbolsInView, "seed \(generator.seed)")
      #expect(drawn(map) == map.symbolsInView, "seed \(generator.seed)")
      // On narrower frames the line is broken.
      let isWhole =
        view.width < 60
        || map.text.contains(
          "\(grouped(map.symbolsInView)) of \(grouped(scene.symbolTotal)) symbols in view")
      #expect(isWhole, "seed \(generator.seed)")
      for (left, right) in zip(map.clusters, map.clusters.dropFirst())
      where left.row == right.row {
        #expect(left.column + left.width <= right.column, "seed \(generator.seed)")
      }
    }
  }

  /// Reads the signs of a picture back: `@[12]` is twelve, `@3` is three, a shape alone is one.
  private func drawn(_ map: RenderedMap) -> Int {
    var total = 0
    let rows = map.text.split(separator: "\n", omittingEmptySubsequences: false)
    for row in rows.dropFirst().prefix(map.pictureSize.rows) {
      // Degrees at the right edge are no counts.
      let end = row.hasSuffix("N") ? row.lastIndex(of: " ") ?? row.startIndex : row.endIndex
      var rest = row[..<end]
      while let character = rest.popFirst() {
        guard ["@", "o", "x"].contains(character) else { continue }
        let isBracketed = rest.first == "["
        if isBracketed { rest.removeFirst() }
        let digits = rest.prefix { $0.isWholeNumber }
        total += Int(isBracketed ? digits : digits.prefix(1)) ?? 1
      }
    }
    return total
  }

  private func grouped(_ number: Int) -> String {
    var text = String(number)
    var place = text.count - 3
    while place > 0 {
      text.insert(",", at: text.index(text.startIndex, offsetBy: place))
      place -= 3
    }
    return text
  }

  @Test func `The worst class leads a crowded cell`() throws {
    let view = try MapView(envelope: SyntheticScene.envelope, width: 80, height: 24)
    let map = MapRenderer.render(SyntheticScene.make(), view: view)
    let crowded = try #require(map.clusters.first { $0.leadID == "f" })
    #expect(crowded.count == 3)
    #expect(crowded.classID == 7)
    #expect(map.symbolsInView == 10)
    #expect(map.symbolTotal == 13)
    #expect(SyntheticScene.make().unplaceableCount == 1)
  }

  @Test func `The picture shows the symbols of its box`() throws {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<20 {
      let symbols = (0..<300).map { index in
        MapSymbol(
          id: "\(index)",
          position: Position(
            longitude: Double.random(in: 9.9...10.2, using: &generator),
            latitude: Double.random(in: 49.95...50.1, using: &generator)), classID: 7)
      }
      let scene = MapScene(
        caption: MapCaption(title: ""), symbolClasses: SyntheticScene.classes, symbols: symbols)
      let view = try MapView(envelope: SyntheticScene.envelope, width: 100, height: 30)
      let inside = symbols.filter { SyntheticScene.envelope.covers($0.position) }.count
      #expect(MapRenderer.render(scene, view: view).symbolsInView >= inside)
    }
  }

  @Test func `A view across the antimeridian shows both sides`() throws {
    let scene = MapScene(
      caption: MapCaption(title: ""), symbolClasses: SyntheticScene.classes,
      symbols: [
        MapSymbol(id: "w", position: Position(longitude: -179.95, latitude: 0), classID: 7),
        MapSymbol(id: "e", position: Position(longitude: 179.95, latitude: 0), classID: 8),
        MapSymbol(id: "0", position: Position(longitude: 0, latitude: 0), classID: 9),
      ])
    let view = try MapView(
      envelope: Envelope(west: 179.9, south: -0.05, east: -179.9, north: 0.05), width: 60,
      height: 20)
    let map = MapRenderer.render(scene, view: view)
    #expect(map.symbolsInView == 2)
    #expect(map.clusters.map(\.leadID) == ["e", "w"])
  }
}
