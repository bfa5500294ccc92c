import SimpleFeatures
import TestSupport
import Testing

@testable import MapRendering

@Suite struct PictureTests {
  static func view(_ width: Int, _ height: Int) throws -> MapView {
    try MapView(envelope: SyntheticScene.envelope, width: width, height: height)
  }

  @Test func `The test city looks as it did, pixel for pixel`() throws {
    let file = try MapRenderer.png(SyntheticScene.make(), view: try Self.view(60, 20))
    expectGolden(file, "60x20-dark.png")
  }

  @Test(arguments: 1...3)
  func `A picture is as large as its drawing`(scale: Int) throws {
    let view = try Self.view(30, 10)
    let list = DisplayList(SyntheticScene.make(), view: view, lettering: .strokeFont)
    let decoded = try DecodedPNG(
      MapRenderer.png(SyntheticScene.make(), view: view, scale: scale))
    #expect(decoded.width == list.width / DisplayUnit.pixel * scale)
    #expect(decoded.height == list.height / DisplayUnit.pixel * scale)
    let bare = try DecodedPNG(
      MapRenderer.png(SyntheticScene.make(), view: view, scale: scale, hasFurniture: false))
    #expect(bare.width == 240 * scale && bare.height == 160 * scale)
  }

  @Test func `Water, tints and guesses have their colours where they are`() throws {
    // The lake and a district without anything in it, in a picture without words.
    var scene = MapScene(caption: MapCaption(title: ""), areas: SyntheticScene.areas)
    scene.caption.furniture = []
    let list = DisplayList(scene, view: try Self.view(100, 40), lettering: .strokeFont)
    let canvas = DisplayRaster(list, theme: .dark, scale: PixelScale(factor: 1)).canvas
    let palette = ImagePalette(theme: .dark)
    // 8 pixels are a thousandth of a degree east; the lake is at 10…18, 8…14 thousandths.
    #expect(canvas[x: 14 * 8, y: canvas.height / 2 + (25 - 11) * 49 / 4] == palette.rgb(.water))
    #expect(canvas[x: 30 * 8, y: canvas.height / 2 + (25 - 18) * 49 / 4] == palette.rgb(.tint(3)))
    #expect(canvas[x: 30 * 8, y: canvas.height / 2 - (38 - 25) * 49 / 4] == palette.rgb(.tint(1)))
    let hatched = (0..<40).map { canvas[x: 83 * 8 + $0, y: canvas.height / 2 - 13 * 49 / 4] }
    #expect(hatched.contains(palette.rgb(.paper)) && Set(hatched).count > 2)
  }

  @Test func `Any scene and size gives a picture`() throws {
    var generator = SeededGenerator(seed: 530)
    for _ in 0..<4 {
      let view = try MapView(
        envelope: RandomScene.envelope(&generator),
        width: Int.random(in: 0...40, using: &generator),
        height: Int.random(in: 0...14, using: &generator),
        cellAspect: Double.random(in: 0.2...0.9, using: &generator))
      let scene = RandomScene.make(&generator)
      let file = try MapRenderer.png(
        scene, view: view, theme: Bool.random(using: &generator) ? .dark : .light)
      let decoded = try DecodedPNG(file)
      #expect(decoded.width >= view.width * 8, "seed \(generator.seed)")
      #expect(decoded.pixels.count == decoded.width * decoded.height)
    }
  }

  @Test func `The scale bar of a drawing is as long as its distance`() throws {
    let scene = SyntheticScene.make()
    for width in [40, 80, 120] {
      let view = try Self.view(width, 30)
      let map = MapRenderer.render(
        scene, view: view, capabilities: RenderCapabilities(glyphs: .braille))
      let bar = try #require(map.scaleBar)
      let list = DisplayList(scene, view: view)
      var lengths: [Int] = []
      for case .stroke(let stroke) in list.furniture
      where stroke.paint == .text && stroke.paths.count == 1 && stroke.paths[0].count == 4 {
        lengths.append(stroke.paths[0][2].x - stroke.paths[0][1].x)
      }
      try #require(lengths.count == 1)
      // The cells round to a column; the drawing does not.
      let columns = Double(lengths[0]) / Double(DisplayUnit.column)
      #expect(abs(columns - Double(bar.columns)) <= 0.5, "\(width): \(columns)")
    }
  }

  @Test func `Texts are told apart from the paper in either theme`() {
    func luminance(_ rgb: UInt32) -> Double {
      func part(_ shift: UInt32) -> Double {
        let value = Double(rgb >> shift & 0xFF) / 255
        return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055)
      }
      func pow(_ base: Double) -> Double {
        // base^2.4 = base² · base^0.4, the fifth root of base² by Newton's steps.
        var root = 1.0
        for _ in 0..<60 {
          root -= (root * root * root * root * root - base * base) / (5 * root * root * root * root)
        }
        return base * base * root
      }
      return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }
    for theme in ColourTheme.allCases {
      let palette = ImagePalette(theme: theme)
      for paint in [Paint.text, .faint, .areaLabel, .pointLabel] {
        for ground in [Paint.paper, .tint(1), .tint(2), .tint(3), .tint(4)] {
          let pair = [luminance(palette.rgb(paint)), luminance(palette.rgb(ground))].sorted()
          #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, "\(theme) \(paint) on \(ground)")
        }
      }
      for colour in MapColour.allCases {
        let pair = [luminance(palette.rgb(.symbol(colour))), luminance(palette.rgb(.paper))]
          .sorted()
        #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 3, "\(theme) \(colour)")
      }
    }
  }
}
