/// Pixels of 24-bit colour, 0xRRGGBB, in row order.
package struct PixelCanvas: Sendable, Equatable {
  package let width: Int
  package let height: Int
  package private(set) var pixels: [UInt32]

  /// Makes a canvas of one colour.
  ///
  /// - Parameters:
  ///   - width: Pixels, at least 0.
  ///   - height: Pixels, at least 0.
  ///   - colour: 0xRRGGBB.
  package init(width: Int, height: Int, colour: UInt32) {
    self.width = max(width, 0)
    self.height = max(height, 0)
    pixels = Array(repeating: colour, count: self.width * self.height)
  }

  /// The colour of a pixel inside the canvas.
  package subscript(x x: Int, y y: Int) -> UInt32 {
    get { pixels[y * width + x] }
    set { pixels[y * width + x] = newValue }
  }

  /// Mixes a colour into a pixel.
  ///
  /// - Parameters:
  ///   - index: Of the pixel in ``pixels``.
  ///   - colour: 0xRRGGBB.
  ///   - share: 0 for nothing … 16 for all: few steps keep the number of colours small.
  @inline(__always)
  mutating func blend(_ index: Int, _ colour: UInt32, share: UInt32) {
    guard share < 16 else {
      pixels[index] = colour
      return
    }
    let old = pixels[index]
    // Red and blue in one product, green in another: 8 bits each with room for the share between.
    let redBlue = (old & 0xFF00FF) * (16 - share) + (colour & 0xFF00FF) * share + 0x80008
    let green = (old & 0x00FF00) * (16 - share) + (colour & 0x00FF00) * share + 0x00800
    pixels[index] = (redBlue >> 4 & 0xFF00FF) | (green >> 4 & 0x00FF00)
  }

  /// Fills a box, clipped to the canvas.
  mutating func fill(x: Range<Int>, y: Range<Int>, _ colour: UInt32) {
    let columns = max(x.lowerBound, 0)..<max(min(x.upperBound, width), max(x.lowerBound, 0))
    for row in max(y.lowerBound, 0)..<max(min(y.upperBound, height), max(y.lowerBound, 0)) {
      for column in columns { pixels[row * width + column] = colour }
    }
  }

  /// A canvas of the same size with each colour changed.
  func mapped(_ change: (UInt32) -> UInt32) -> PixelCanvas {
    var canvas = self
    var last: (old: UInt32, new: UInt32)?
    for index in pixels.indices {
      if last?.old != pixels[index] { last = (pixels[index], change(pixels[index])) }
      canvas.pixels[index] = last?.new ?? pixels[index]
    }
    return canvas
  }
}
