import TestSupport
import Testing

@testable import MapRendering

@Suite struct UpdateTests {
  private static let colours = RenderCapabilities(glyphs: .braille, colourDepth: .palette256)

  /// A grid of rows of text.
  private static func grid(_ rows: [String], columns: Int = 30, ink: Ink = .plain) -> CellGrid {
    var grid = CellGrid(columns: columns, rows: rows.count)
    for (row, text) in rows.enumerated() {
      grid.write(TerminalText(text), column: 0, row: row, ink: ink)
    }
    return grid
  }

  private static func sent(
    _ before: [String], _ after: [String], columns: Int = 30, image: ImageProtocol? = nil
  ) -> String {
    let capabilities = RenderCapabilities(glyphs: .braille, image: image)
    return String(
      decoding: grid(after, columns: columns).update(
        from: grid(before, columns: columns), capabilities: capabilities), as: UTF8.self
    ).replacing("\u{1B}", with: "^")
  }

  @Test func `The cursor goes the shortest way`() {
    // Addressed first; then down and back, down, along, and back to the edge.
    #expect(
      Self.sent(
        ["", "", "", "", ""], ["        ab", "       a", "        a                  b", "", "a"])
        == "^[1;9Hab\n\u{8}\u{8}\u{8}a\na^[28Gb\n\n\ra")
    #expect(Self.sent(["", ""], ["aaaaaaaaaaaaaaa", "   a"]) == "^[Haaaaaaaaaaaaaaa\n^[4Ga")
    #expect(Self.sent(["", ""], ["aaaaaaa", "  a"]) == "^[Haaaaaaa\n^[3Ga")
  }

  @Test func `Unchanged characters are printed again where a move is longer`() {
    #expect(Self.sent(["a bcd e"], ["x bcd y"]) == "^[Hx^[7Gy")
    #expect(Self.sent(["a bc e"], ["x bc y"]) == "^[Hx bc y")
    #expect(Self.sent(["a bcd e"], ["x bcd y"], image: .sixel) == "^[Hx^[7Gy")
    // A printed blank would wipe a sixel.
    #expect(Self.sent(["a b e"], ["x b y"], image: .sixel) == "^[Hx^[5Gy")
  }

  @Test func `Blanks at the end of a row are erased, but where sixels show in them`() {
    #expect(Self.sent(["abcdefgh"], ["abc"]) == "^[1;4H^[K")
    #expect(Self.sent(["abcdef"], ["abc"]) == "^[1;4H   ")
    #expect(Self.sent(["abcdefgh"], ["abx"]) == "^[1;3Hx^[K")
    #expect(Self.sent(["abcdefgh"], ["abc"], image: .sixel) == "^[1;4H     ")
  }

  @Test func `Nothing counts from a place about which terminals may differ`() {
    // An ambiguous character, a wide one, one with a mark, a mosaic of Unicode 16, the last column.
    for sign in ["·", "城", "e\u{301}", "\u{1CD00}"] {
      let rows = ["   \(sign)        ", ""]
      #expect(
        Self.sent(["", ""], [rows[0], "                 a"]) == "^[1;4H\(sign)\n^[18Ga", "\(sign)")
    }
    #expect(Self.sent(["", ""], ["   abc", " x"], columns: 6) == "^[1;4Habc\n^[2Gx")
  }

  @Test func `The shorter of change and reset is taken, and a blank has no ink of its own`() {
    func sent(_ cells: [CellGrid.Cell]) -> String {
      var grid = CellGrid(columns: cells.count + 1, rows: 1)
      for (index, cell) in cells.enumerated() { grid.cells[index] = cell }
      let blank = CellGrid(columns: cells.count + 1, rows: 1)
      return String(
        decoding: grid.update(from: blank, capabilities: Self.colours), as: UTF8.self
      ).replacing("\u{1B}", with: "^")
    }
    let water = Palette.Background.water
    let sign = Ink.symbol(.vermillion).code
    let border = Ink.border.code
    #expect(
      sent([
        .init(scalar: 0x61, foreground: sign), .init(scalar: 0x62),
        .init(scalar: 0x63, foreground: border, background: water),
      ]) == "^[H^[1;38;5;202ma^[mb^[38;5;242;48;5;32mc^[m")
    // The blank takes the style that follows on its ground.
    #expect(
      sent([
        .init(scalar: 0x61, foreground: border, background: water), .init(),
        .init(scalar: 0x62),
      ]) == "^[H^[38;5;242;48;5;32ma^[m b")
    #expect(
      sent([
        .init(scalar: 0x61, foreground: border), .init(background: water),
        .init(scalar: 0x62, foreground: border, background: water),
      ]) == "^[H^[38;5;242ma^[48;5;32m b^[m")
  }

  @Test func `Another order is taken where it is shorter, and shows the same`() {
    // Two sides of a ring on two grounds: row by row, the ground changes at each cell.
    let before = CellGrid(columns: 60, rows: 30)
    var after = before
    for row in 0..<30 {
      for (column, ground) in [(5, UInt8(2)), (50, UInt8(3))] {
        after.cells[row * 60 + column] = CellGrid.Cell(
          scalar: 0x2801, foreground: Ink.symbol(.vermillion).code, background: ground)
      }
    }
    let bytes = after.update(from: before, capabilities: Self.colours, cursor: (0, 29))
    var encoder = UpdateEncoder(Palette.of(depth: .palette256, theme: .dark), columns: 60)
    _ = GridUpdate(from: before, to: after, sparesBlanks: false).encodeRows(into: &encoder)
    #expect(bytes.count * 2 < encoder.bytes.count)
    var screens = [TestScreen(columns: 60, rows: 30), TestScreen(columns: 60, rows: 30)]
    screens[0].print(bytes, isRaw: true)
    screens[1].print(encoder.bytes, isRaw: true)
    #expect(screens[0].difference(from: screens[1]) == nil)
  }

  @Test func `An order has every piece once and is no longer than from each to the nearest`() {
    var generator = SeededGenerator(seed: 8)
    let encoder = UpdateEncoder(Palette.of(depth: .palette256, theme: .dark), columns: 120)
    for count in [1, 2, 3, 4, 5, 20, 128] {
      let stops = (0..<count).map { _ in
        let place = CursorMove.Place(
          column: generator.integer(in: 0...119), row: generator.integer(in: 0...39))
        let style = CellStyle(
          ink: UInt8(generator.integer(in: 0...12)), background: UInt8(generator.integer(in: 0...7))
        )
        return UpdateOrder.Stop(
          start: place, end: CursorMove.Known(column: place.column, row: place.row),
          isBlank: generator.isOnce(in: 3), first: style, last: style)
      }
      let order = UpdateOrder(stops, from: encoder)
      #expect(order.places.sorted() == Array(0..<count))
      func length(_ places: [Int]) -> Int {
        zip([nil] + places.map(Optional.some), places).reduce(0) { total, step in
          let before =
            step.0.map { (stops[$0].end, stops[$0].last) } ?? (encoder.cursor, encoder.style)
          let stop = stops[step.1]
          return total + CursorMove(from: before.0, to: stop.start).length
            + encoder.length(from: before.1, to: stop.first, isBlank: stop.isBlank)
        }
      }
      var (nearest, left, last): ([Int], [Int], Int?) = ([], Array(0..<count), nil)
      while let next = left.min(by: {
        length([last, $0].compactMap { $0 }) < length([last, $1].compactMap { $0 })
      }) {
        nearest.append(next)
        left.removeAll { $0 == next }
        last = next
      }
      #expect(length(order.places) <= length(nearest), "\(count), seed \(generator.seed)")
    }
  }

  @Test(arguments: ColourDepth.allCases, ColourTheme.allCases)
  func `A change is as long as it says and does what it says`(
    depth: ColourDepth, theme: ColourTheme
  ) {
    let palette = Palette.of(depth: depth, theme: theme)
    var generator = SeededGenerator(seed: 7)
    func style() -> CellStyle {
      CellStyle(
        ink: Ink.all.randomElement(using: &generator)?.code ?? 0,
        background: UInt8.random(in: 0..<8, using: &generator))
    }
    func screen(_ bytes: [UInt8]) -> TestScreen {
      var screen = TestScreen(columns: 1, rows: 1)
      screen.print(bytes + Array("x".utf8))
      return screen
    }
    for _ in 0..<300 {
      let (before, after) = (style(), style())
      var bytes: [UInt8] = []
      SGRChange(from: .standard, to: before, in: palette.table).append(
        to: &bytes, from: palette.table)
      let start = bytes.count
      let change = SGRChange(from: before, to: after, in: palette.table)
      change.append(to: &bytes, from: palette.table)
      #expect(bytes.count - start == change.length)
      var direct: [UInt8] = []
      SGRChange(from: .standard, to: after, in: palette.table).append(
        to: &direct, from: palette.table)
      #expect(screen(bytes) == screen(direct), "\(before) \(after)")
    }
  }
}
