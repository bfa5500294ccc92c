import SimpleFeatures
import TestSupport
import Testing

@testable import MapRendering

/// Maps of a part of the symbols, laid out as the map of all of them.
@Suite struct PartTests {
  private static let capabilities = RenderCapabilities(
    glyphs: .braille, colourDepth: .palette256)

  private static func scene(_ symbols: [MapSymbol], margin: Int = 3) -> MapScene {
    var caption = SyntheticScene.caption
    caption.total = nil
    return MapScene(
      caption: caption, areas: SyntheticScene.areas, lines: SyntheticScene.lines,
      bridges: SyntheticScene.bridges, places: SyntheticScene.places,
      symbolClasses: SyntheticScene.classes, symbols: symbols,
      margin: [MapMarginGroup(id: "north", name: "North", counts: [7: margin])])
  }

  private static func symbols(_ count: Int, _ generator: inout SeededGenerator) -> [MapSymbol] {
    (0..<count).map { index in
      MapSymbol(
        id: "\(index)", order: generator.integer(in: 0...9),
        position: SyntheticScene.position(
          Double(generator.integer(in: 0...1_000)) / 10,
          Double(generator.integer(in: 0...500)) / 10),
        classID: generator.integer(in: 7...9), weight: generator.pick(MapSymbolWeight.allCases))
    }
  }

  /// The cells of signs, with one to either side for what flanks them.
  private static func reach(_ map: RenderedMap, columns: Int) -> Set<Int> {
    Set(
      map.clusters.flatMap { cluster in
        // The title is above the picture.
        (cluster.column - 1...cluster.column + cluster.width).map {
          (cluster.row + 1) * columns + $0
        }
      })
  }

  @Test func `Of a part only signs and figures differ from the whole`() throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<60 {
      let (columns, rows) = (generator.integer(in: 60...140), generator.integer(in: 24...44))
      let view = try MapView(envelope: SyntheticScene.envelope, width: columns, height: rows)
      let all = Self.symbols(generator.integer(in: 1...60), &generator)
      let whole = Self.scene(all, margin: 12)
      let some = all.filter { _ in generator.isOnce(in: 3) }
      let part = Self.scene(some, margin: generator.integer(in: 0...9))
      var renderer = FrameRenderer()
      let wholeMap = renderer.drawCells(
        whole, partOf: whole, view: view, capabilities: Self.capabilities)
      let before = renderer.grid
      let partMap = renderer.drawCells(
        part, partOf: whole, view: view, capabilities: Self.capabilities)
      let after = renderer.grid
      try #require((before.columns, before.rows) == (after.columns, after.rows))
      #expect(partMap.pictureSize == wholeMap.pictureSize)
      #expect(partMap.symbolsInView == some.count)
      var mayDiffer = Self.reach(wholeMap, columns: columns)
        .union(Self.reach(partMap, columns: columns))
      // Names make way for signs that stand apart where they stood together.
      for label in Set(wholeMap.placedLabels).symmetricDifference(partMap.placedLabels) {
        mayDiffer.formUnion(
          (label.column - 1...label.columns.upperBound).map { (label.row + 1) * columns + $0 })
      }
      let composition = try Self.composition(whole, view)
      for row in composition.picture.corner?.rows ?? 0..<0 {
        let run = try #require(composition.picture.corner).run
        mayDiffer.formUnion(run.map { (row + 1) * columns + $0 })
      }
      let picture = columns..<(1 + partMap.pictureSize.rows) * columns
      let moved = picture.filter { before.cells[$0] != after.cells[$0] && !mayDiffer.contains($0) }
      #expect(moved.isEmpty, "\(moved), seed \(generator.seed)")
    }
  }

  private static func composition(_ scene: MapScene, _ view: MapView) throws -> Composition {
    var (words, sheet) = (FrameWords(), SignSheet())
    return Composition(
      scene, view: view, capabilities: capabilities, words: &words, sheet: &sheet, kept: nil,
      isWhole: true)
  }

  @Test func `Words and figures keep their places, and nothing is told that is not so`() throws {
    let whole = Self.scene(
      (0..<12).map {
        MapSymbol(
          id: "\($0)", position: SyntheticScene.position(6 + Double($0) * 3, 45),
          classID: $0 == 0 ? 7 : 8, radiusMeters: 700)
      } + [MapSymbol(id: "out", position: SyntheticScene.position(5_000, 45), classID: 7)],
      margin: 12)
    let part = Self.scene(
      [MapSymbol(id: "0", position: SyntheticScene.position(6, 45), classID: 7, radiusMeters: 700)],
      margin: 0)
    let view = try MapView(envelope: SyntheticScene.envelope, width: 120, height: 40)
    var renderer = FrameRenderer()
    func rows(_ scene: MapScene, partOf other: MapScene?) -> [String] {
      _ = renderer.drawCells(
        scene, partOf: other, view: view, capabilities: RenderCapabilities(glyphs: .ascii))
      return (0..<renderer.grid.rows).map { row in
        String(
          String.UnicodeScalarView(
            renderer.grid.cells[row * 120..<(row + 1) * 120].compactMap {
              $0.scalar == CellGrid.Cell.blank ? " " : Unicode.Scalar($0.scalar)
            }))
      }
    }
    let (all, one) = (rows(whole, partOf: whole), rows(part, partOf: whole))
    func line(_ text: String, _ rows: [String]) throws -> (row: Int, column: Int) {
      let row = try #require(
        rows.firstIndex { $0.contains(text) }, "\(text) in \(rows.joined(separator: "\n"))")
      let start = try #require(rows[row].ranges(of: text).first?.lowerBound)
      return (row, rows[row].distance(from: rows[row].startIndex, to: start))
    }
    for text in [
      "events in view", "outside this picture", "known only to North", "3 have no place",
      "data: invented", "proven", "weak", "Old Bridge",
    ] {
      let (before, after) = (try line(text, all), try line(text, one))
      #expect(before.row == after.row, "\(text)")
      #expect(before.column == after.column, "\(text)")
    }
    #expect(one.contains { $0.contains(" 1 of 1 events in view") })
    #expect(one.contains { $0.contains(" 0 outside this picture") })
    #expect(one.contains { $0.contains(" 0 known only to North") })
    #expect(one.contains { $0.contains("@ proven 1") } && one.contains { $0.contains("o weak 0 ") })
    // Twelve rings would have been too many; a filter adds none.
    #expect(!one.contains { $0.contains("anywhere inside") })
    #expect(rows(part, partOf: nil) != one)
  }

  @Test func `Signs that the whole has elsewhere are all seen, and no name covers them`() throws {
    var generator = SeededGenerator(seed: 32)
    let shapes = Set(
      SyntheticScene.classes.map { UInt32($0.unicode.unicodeScalars.first?.value ?? 0) })
    for _ in 0..<60 {
      let view = try MapView(
        envelope: SyntheticScene.envelope, width: generator.integer(in: 60...140),
        height: generator.integer(in: 24...44))
      let whole = Self.scene(Self.symbols(generator.integer(in: 0...30), &generator))
      let part = Self.scene(Self.symbols(generator.integer(in: 0...60), &generator))
      var renderer = FrameRenderer()
      let map = renderer.drawCells(
        part, partOf: whole, view: view, capabilities: Self.capabilities)
      for cluster in map.clusters {
        let cell = renderer.grid.cells[(cluster.row + 1) * view.width + cluster.column]
        #expect(shapes.contains(cell.scalar), "\(cluster), seed \(generator.seed)")
      }
      for label in map.placedLabels {
        let clash = map.clusters.first {
          $0.row == label.row
            && label.columns.overlaps($0.column..<$0.column + $0.width)
        }
        #expect(clash == nil, "\(label), seed \(generator.seed)")
      }
      #expect(map.symbolsInView == map.clusters.reduce(0) { $0 + $1.count })
    }
  }

  @Test func `A part is what it is, whatever was drawn before it`() throws {
    var generator = SeededGenerator(seed: 33)
    var renderer = FrameRenderer()
    var view = try MapView(envelope: SyntheticScene.envelope, width: 90, height: 28)
    var (whole, part): (MapScene, MapScene?) = (SyntheticScene.make(), nil)
    for _ in 0..<80 {
      switch generator.integer(in: 0...5) {
      case 0:
        whole = generator.isOnce(in: 2) ? RandomScene.make(&generator) : SyntheticScene.make()
        part = nil
      case 1: part = Self.scene(Self.symbols(20, &generator))
      case 2: whole = Self.scene(Self.symbols(40, &generator))
      case 3:
        view = view.panned(
          columns: generator.integer(in: -9...9), rows: generator.integer(in: -4...4))
      case 4: part?.selection = "\(generator.integer(in: 0...19))"
      default:
        part = whole
        part?.symbols = SymbolColumns([], classes: SyntheticScene.classes)
      }
      let scene = part ?? whole
      let other = generator.isOnce(in: 4) ? nil : whole
      let map = renderer.drawCells(
        scene, partOf: other, view: view, capabilities: Self.capabilities)
      var alone = FrameRenderer()
      let expected = alone.drawCells(
        scene, partOf: other, view: view, capabilities: Self.capabilities)
      #expect(renderer.grid == alone.grid && map == expected, "seed \(generator.seed)")
    }
  }
}
