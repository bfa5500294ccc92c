import TestSupport
import Testing

@testable import MapRendering

@Suite struct PNGTests {
  @Test func `Checksums are those of the standard`() {
    var checksum = CRC32()
    checksum.take(Array("123456789".utf8))
    #expect(checksum.value == 0xCBF4_3926)
  }

  @Test(arguments: [2, 250, 256, 257, 5000])
  func `Pixels come back as they were`(colours: Int) throws {
    var generator = SeededGenerator(seed: 501)
    for _ in 0..<8 {
      let width = Int.random(in: 1...70, using: &generator)
      let height = Int.random(in: 1...70, using: &generator)
      let palette = (0..<colours).map { _ in UInt32.random(in: 0...0xFFFFFF, using: &generator) }
      let pixels = (0..<width * height).map { _ in
        palette.randomElement(using: &generator) ?? 0
      }
      let transparent = Bool.random(using: &generator) ? pixels[0] : nil
      let file = try PNGEncoder.encode(
        pixels, width: width, height: height, transparent: transparent)
      let decoded = try DecodedPNG(file)
      #expect(decoded.width == width && decoded.height == height, "seed \(generator.seed)")
      #expect(decoded.pixels == pixels, "seed \(generator.seed)")
      #expect(decoded.transparent == transparent, "seed \(generator.seed)")
      #expect(
        try file
          == PNGEncoder.encode(pixels, width: width, height: height, transparent: transparent))
    }
  }

  @Test func `A palette is written where 256 colours are enough`() throws {
    let few = (0..<UInt32(256)).map { $0 }
    let many = (0..<UInt32(257)).map { $0 }
    #expect(
      try DecodedPNG(PNGEncoder.encode(few, width: 16, height: 16)).chunks
        == ["IHDR", "PLTE", "IDAT", "IEND"])
    #expect(
      try DecodedPNG(PNGEncoder.encode(many, width: 257, height: 1)).chunks
        == ["IHDR", "IDAT", "IEND"])
  }

  @Test func `Numbers that do not fit together give no file`() throws {
    #expect(try PNGEncoder.encode([1, 2, 3], width: 2, height: 2).isEmpty)
    #expect(try PNGEncoder.encode([], width: 0, height: 5).isEmpty)
    #expect(try PNGEncoder.encode([], width: -1, height: -1).isEmpty)
  }

  @Test func `The rarest colours become the nearest of the others`() {
    var canvas = PixelCanvas(width: 10, height: 10, colour: 0x000000)
    canvas.fill(x: 0..<10, y: 0..<4, 0xFF0000)
    canvas[x: 3, y: 8] = 0x100000
    canvas[x: 4, y: 8] = 0xF00010
    let reduced = canvas.reduced(to: 2)
    #expect(Set(reduced.pixels) == [0x000000, 0xFF0000])
    #expect(reduced[x: 3, y: 8] == 0x000000)
    #expect(reduced[x: 4, y: 8] == 0xFF0000)
    // A colour that stands for nothing is given to no other pixel.
    let kept = canvas.reduced(to: 2, keeping: 0x000000)
    #expect(Set(kept.pixels) == [0x000000, 0xFF0000])
    #expect(kept[x: 3, y: 8] == 0xFF0000)
    #expect(canvas.reduced(to: 4) == canvas)
    // A colour with a meaning stays, however rare.
    let pinned = canvas.reduced(to: 2, pinning: [0xF00010])
    #expect(pinned[x: 4, y: 8] == 0xF00010 && pinned[x: 0, y: 0] == 0xF00010)
    #expect(pinned[x: 3, y: 8] == 0x000000)
  }
}
