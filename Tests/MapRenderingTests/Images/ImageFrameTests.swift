import Foundation
import SimpleFeatures
import TestSupport
import Testing

@testable import MapRendering

/// A frame taken apart: the image's escape sequences, and a screen with the letters.
private struct TakenFrame {
  var images: [[UInt8]] = []
  private(set) var characters: [[Unicode.Scalar]]
  private var column = 0
  private var row = 0
  private var kept = (column: 0, row: 0)

  init(_ bytes: [UInt8], columns: Int, rows: Int) {
    characters = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == 0x1B, let kind = rest.popFirst() else {
        put(byte, &rest)
        continue
      }
      switch kind {
      case UInt8(ascii: "P"), UInt8(ascii: "_"):
        let body = rest.prefix { $0 != 0x1B }
        images.append(Array(body))
        rest.removeFirst(body.count + 2)
      case UInt8(ascii: "7"): kept = (column, row)
      case UInt8(ascii: "8"): (column, row) = kept
      default: control(&rest)
      }
    }
  }

  private mutating func put(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) {
    if byte == 0x0A {
      (column, row) = (0, row + 1)
      return
    }
    let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    let text = String(decoding: [byte] + rest.prefix(length - 1), as: UTF8.self)
    rest.removeFirst(length - 1)
    guard let scalar = text.unicodeScalars.first else { return }
    characters[row][column] = scalar
    column += 1
  }

  private mutating func control(_ rest: inout ArraySlice<UInt8>) {
    let parameters = rest.prefix { $0 < 0x40 }
    let number = Int(String(decoding: parameters, as: UTF8.self)) ?? 0
    rest.removeFirst(parameters.count)
    switch rest.popFirst() {
    case UInt8(ascii: "A"): row -= number
    case UInt8(ascii: "C"): column += number
    default: break
    }
  }
}

/// A sixel image put back on pixels: the strength of red, green and blue in hundredths, `nil` where
/// nothing was drawn.
private struct DecodedSixels {
  private(set) var pixels: [[[Int]?]]

  init(_ body: [UInt8]) throws {
    var rest = body.drop { $0 != UInt8(ascii: "q") }.dropFirst()
    func numbers(_ rest: inout ArraySlice<UInt8>) -> [Int] {
      let text = rest.prefix { ($0 >= 0x30 && $0 < 0x3A) || $0 == UInt8(ascii: ";") }
      rest.removeFirst(text.count)
      return String(decoding: text, as: UTF8.self).split(separator: ";").compactMap { Int($0) }
    }
    guard rest.popFirst() == UInt8(ascii: "\"") else { throw DecodedPNG.Fault(text: "raster") }
    let size = numbers(&rest)
    pixels = Array(repeating: Array(repeating: nil, count: size[2]), count: size[3])
    var palette: [Int: [Int]] = [:]
    var (colour, column, band) = (0, 0, 0)
    while let byte = rest.popFirst() {
      var count = 1
      var sixel = byte
      switch byte {
      case UInt8(ascii: "#"):
        let parts = numbers(&rest)
        colour = parts[0]
        if parts.count == 5 { palette[colour] = Array(parts[2...]) }
        continue
      case UInt8(ascii: "$"):
        column = 0
        continue
      case UInt8(ascii: "-"):
        (column, band) = (0, band + 1)
        continue
      case UInt8(ascii: "!"):
        count = numbers(&rest)[0]
        sixel = rest.popFirst() ?? 0
      default: break
      }
      for bit in 0..<6 where (sixel - 63) & 1 << UInt8(bit) != 0 {
        for x in column..<column + count { pixels[band * 6 + bit][x] = palette[colour] }
      }
      column += count
    }
  }
}

@Suite struct ImageFrameTests {
  static func capabilities(_ image: ImageProtocol?, pixels: CellSize) -> RenderCapabilities {
    RenderCapabilities(
      glyphs: .braille, colourDepth: .palette256, image: image, cellPixels: pixels)
  }

  static let view = Result {
    try MapView(envelope: SyntheticScene.envelope, width: 50, height: 20)
  }

  static func raster(_ capabilities: RenderCapabilities, _ view: MapView) -> PixelCanvas {
    let scene = SyntheticScene.make()
    let (composer, picture) = MapRenderer.compose(scene, view, capabilities.tier)
    let list = DisplayList(
      scene, view: view, composer: composer, picture: picture, lettering: .system)
    return DisplayRaster(
      base: list.base, from: list.pictureOrigin, to: list.pictureEnd, theme: .dark,
      scale: PixelScale(
        cell: capabilities.cellPixels, aspectThousandths: view.aspectThousandths)
    ).canvas
  }

  @Test(arguments: [CellSize(columns: 8, rows: 16), CellSize(columns: 5, rows: 11)])
  func `Sixels are the raster`(pixels: CellSize) throws {
    let view = try Self.view.get()
    let capabilities = Self.capabilities(.sixel, pixels: pixels)
    let map = MapRenderer.render(SyntheticScene.make(), view: view, capabilities: capabilities)
    let frame = TakenFrame(map.bytes, columns: view.width, rows: view.height)
    try #require(frame.images.count == 1)
    let decoded = try DecodedSixels(frame.images[0])
    let canvas = Self.raster(capabilities, view)
    #expect(canvas.width == pixels.columns * view.width)
    #expect(canvas.height == pixels.rows * map.pictureSize.rows)
    let paper = ImagePalette(theme: .dark).rgb(.paper)
    let reduced = canvas.reduced(
      to: 64, keeping: paper, pinning: ImagePalette(theme: .dark).all)
    let wanted = (0..<canvas.height).map { y in
      (0..<canvas.width).map { x -> [Int]? in
        let pixel = reduced[x: x, y: y]
        return pixel == paper
          ? nil
          : [pixel >> 16, pixel >> 8, pixel].map { (Int($0 & 0xFF) * 200 + 255) / 510 }
      }
    }
    #expect(decoded.pixels == wanted)
    #expect(Set(decoded.pixels.joined()).count > 10)
  }

  @Test func `The kitty payload is the raster as PNG, in chunks`() throws {
    let view = try Self.view.get()
    let capabilities = Self.capabilities(.kitty, pixels: CellSize(columns: 20, rows: 40))
    let map = MapRenderer.render(SyntheticScene.make(), view: view, capabilities: capabilities)
    let frame = TakenFrame(map.bytes, columns: view.width, rows: view.height)
    let parts = frame.images.map { String(decoding: $0.dropFirst(), as: UTF8.self) }
      .map { $0.split(separator: ";", maxSplits: 1).map(String.init) }
    try #require(parts.count > 1)
    #expect(
      parts[0][0]
        == "a=T,f=100,q=2,C=1,z=-1,c=50,r=\(map.pictureSize.rows),m=1")
    #expect(parts.dropFirst().dropLast().allSatisfy { $0[0] == "m=1" })
    #expect(parts.last?[0] == "m=0")
    #expect(parts.allSatisfy { $0[1].count <= 4096 })
    #expect(parts.dropLast().allSatisfy { $0[1].count % 4 == 0 })
    let file = try #require(Data(base64Encoded: parts.map { $0[1] }.joined()))
    let decoded = try DecodedPNG([UInt8](file))
    let paper = ImagePalette(theme: .dark).rgb(.paper)
    #expect(
      decoded.pixels
        == Self.raster(capabilities, view)
        .reduced(to: 256, keeping: paper, pinning: ImagePalette(theme: .dark).all).pixels)
    #expect(decoded.transparent == paper)
  }

  @Test(arguments: ImageProtocol.allCases)
  func `Names, symbols and words are still text over the image`(image: ImageProtocol) throws {
    let view = try Self.view.get()
    let scene = SyntheticScene.make()
    let plain = MapRenderer.grid(
      scene, view: view,
      capabilities: Self.capabilities(nil, pixels: CellSize(columns: 8, rows: 16)))
    let map = MapRenderer.render(
      scene, view: view,
      capabilities: Self.capabilities(image, pixels: CellSize(columns: 8, rows: 16)))
    #expect(map.placedLabels == plain.map.placedLabels && map.clusters == plain.map.clusters)
    let frame = TakenFrame(map.bytes, columns: view.width, rows: view.height)
    for row in 0..<plain.grid.rows {
      let wanted = (0..<view.width).map { column in
        Unicode.Scalar(plain.grid.cells[row * view.width + column].scalar) ?? " "
      }.map { $0.value == 0 ? " " : $0 }
      let isPicture = (1...map.pictureSize.rows).contains(row)
      if !isPicture {
        #expect(frame.characters[row] == wanted, "row \(row)")
        continue
      }
      // In the picture, what is not left to the image is the same.
      for (found, character) in zip(frame.characters[row], wanted) where found != " " {
        #expect(found == character, "row \(row)")
      }
    }
    for label in map.placedLabels {
      let found = frame.characters[label.row + 1][label.columns]
      #expect(found.elementsEqual(label.text.string.unicodeScalars), "\(label.text)")
    }
    for cluster in map.clusters {
      #expect(frame.characters[cluster.row + 1][cluster.column] != " ")
    }
  }

  @Test(arguments: ImageProtocol.allCases)
  func `The ring of a selection is among the letters, so that the image stays`(
    image: ImageProtocol
  ) throws {
    var scene = SyntheticScene.make()
    scene.symbols = SymbolColumns(
      (0..<9).map { index in
        MapSymbol(
          id: "\(index)", position: SyntheticScene.position(10 + Double(index) * 8, 25), classID: 8,
          radiusMeters: index == 8 ? 0 : 900)
      }, classes: SyntheticScene.classes)
    let view = try MapView(envelope: SyntheticScene.envelope, width: 100, height: 36)
    let capabilities = Self.capabilities(image, pixels: CellSize(columns: 4, rows: 8))
    var renderer = FrameRenderer()
    func drawn(_ selection: String?) -> (grid: CellGrid, image: MapImage?) {
      scene.selection = selection
      _ = renderer.drawCells(scene, view: view, capabilities: capabilities)
      return (renderer.grid, renderer.image)
    }
    func ringCells(_ grid: CellGrid) -> Int {
      grid.cells.count {
        (0x2801...0x28FF).contains($0.scalar) && $0.foreground == Ink.symbol(.yellow).code
      }
    }
    let (exact, vague, other) = (drawn("8"), drawn("3"), drawn("5"))
    #expect(exact.image != nil && exact.image == vague.image && vague.image == other.image)
    #expect(ringCells(exact.grid) == 0)
    #expect(ringCells(vague.grid) > 10 && ringCells(other.grid) > 10)
    #expect(vague.grid != other.grid)
    #expect(vague.grid.cells.allSatisfy { $0.background == 0 })
  }

  @Test func `A map too small for a picture has no image`() throws {
    let view = try MapView(envelope: SyntheticScene.envelope, width: 19, height: 20)
    let map = MapRenderer.render(
      SyntheticScene.make(), view: view,
      capabilities: Self.capabilities(.kitty, pixels: CellSize(columns: 8, rows: 16)))
    #expect(!map.bytes.contains(0x1B))
  }

  @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
  func `Base64 is that of the standard`(text: String) {
    let wanted = Data(text.utf8).base64EncodedString()
    #expect(String(decoding: KittyEncoder.base64(Array(text.utf8)), as: UTF8.self) == wanted)
  }
}
