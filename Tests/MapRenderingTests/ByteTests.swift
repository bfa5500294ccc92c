import MapRendering
import SimpleFeatures
import TestSupport
import Testing

@Suite struct ByteTests {
  @Test func `ASCII without colour is printable ASCII and line feeds`() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<40 {
      let scene = RandomScene.make(&generator)
      let view = try MapView(
        envelope: RandomScene.envelope(&generator),
        width: Int.random(in: 1...150, using: &generator),
        height: Int.random(in: 1...60, using: &generator))
      let bytes = MapRenderer.render(scene, view: view).bytes
      #expect(
        bytes.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) }, "seed \(generator.seed)")
    }
  }

  @Test(arguments: GlyphSet.pictures, ColourDepth.allCases)
  func `Escape sequences are well formed and none outlives its row`(
    glyphs: GlyphSet, depth: ColourDepth
  ) throws {
    var generator = SeededGenerator(seed: 12)
    for theme in ColourTheme.allCases {
      for index in 0..<4 {
        let scene = index == 0 ? SyntheticScene.make() : RandomScene.make(&generator)
        let view = try MapView(
          envelope: SyntheticScene.envelope, width: Int.random(in: 20...150, using: &generator),
          height: Int.random(in: 5...60, using: &generator))
        let capabilities = RenderCapabilities(
          glyphs: glyphs, colourDepth: depth, theme: theme)
        let map = MapRenderer.render(scene, view: view, capabilities: capabilities)
        for row in map.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
          let isWellFormed = check(Array(row), depth)
          #expect(isWellFormed, "seed \(generator.seed)")
        }
        let plain = MapRenderer.render(
          scene, view: view, capabilities: RenderCapabilities(glyphs: glyphs))
        if glyphs == .ascii {
          #expect(
            Self.stripped(map.bytes) == plain.bytes,
            "colour changed the characters, seed \(generator.seed)")
        }
      }
    }
  }

  /// Whether each sequence of a row is a known one for the depth and the last one is a reset.
  private func check(_ row: [UInt8], _ depth: ColourDepth) -> Bool {
    var isStyled = false
    var index = 0
    while index < row.count {
      guard row[index] == 0x1B else {
        index += 1
        continue
      }
      guard depth != .none, index + 1 < row.count, row[index + 1] == 0x5B,
        let end = row[index...].firstIndex(of: 0x6D)
      else { return false }
      let parameters = String(decoding: row[(index + 2)..<end], as: UTF8.self)
      guard parameters.utf8.allSatisfy({ $0 == 0x3B || (0x30...0x39).contains($0) }) else {
        return false
      }
      if depth == .ansi16, !["0", "1"].contains(parameters) { return false }
      let numbers = parameters.split(separator: ";").compactMap { Int($0) }
      if let mark = numbers.firstIndex(of: 5), mark > 0, [38, 48].contains(numbers[mark - 1]),
        mark + 1 < numbers.count, numbers[mark + 1] < 16
      {
        return false
      }
      if depth < .trueColour, parameters.contains("38;2;") { return false }
      isStyled = parameters != "0"
      index = end + 1
    }
    return !isStyled
  }

  /// The bytes without their escape sequences, and without the blanks that only a background
  /// made worth printing.
  static func stripped(_ bytes: [UInt8]) -> [UInt8] {
    var rows: [[UInt8]] = [[]]
    var isInside = false
    for byte in bytes {
      if byte == 0x1B { isInside = true }
      if byte == 0x0A {
        while rows.last?.last == 0x20 { rows[rows.count - 1].removeLast() }
        rows.append([])
      } else if !isInside {
        rows[rows.count - 1].append(byte)
      }
      if byte == 0x6D { isInside = false }
    }
    return Array(rows.joined(separator: [0x0A]))
  }

  @Test func `Input order does not show`() throws {
    var generator = SeededGenerator(seed: 13)
    let view = try MapView(envelope: SyntheticScene.envelope, width: 90, height: 30)
    let symbols = RandomScene.symbols(&generator)
    func scene(_ shuffle: (inout SeededGenerator) -> Bool) -> MapScene {
      let isShuffled = shuffle(&generator)
      return MapScene(
        caption: SyntheticScene.caption,
        areas: isShuffled
          ? SyntheticScene.areas.shuffled(using: &generator) : SyntheticScene.areas,
        lines: isShuffled
          ? SyntheticScene.lines.shuffled(using: &generator) : SyntheticScene.lines,
        bridges: SyntheticScene.bridges,
        places: isShuffled
          ? SyntheticScene.places.shuffled(using: &generator) : SyntheticScene.places,
        symbolClasses: isShuffled
          ? SyntheticScene.classes.reversed() : SyntheticScene.classes,
        symbols: isShuffled ? symbols.shuffled(using: &generator) : symbols)
    }
    let expected = scene { _ in false }
    let capabilities = RenderCapabilities(glyphs: .braille, colourDepth: .palette256)
    let bytes = MapRenderer.render(expected, view: view, capabilities: capabilities)
    for _ in 0..<20 {
      let other = scene { _ in true }
      #expect(other == expected, "seed \(generator.seed)")
      #expect(
        MapRenderer.render(other, view: view, capabilities: capabilities) == bytes,
        "seed \(generator.seed)")
    }
  }
}
