/// Writes pixels as DEC sixel graphics: bands of six rows, a pass over a band for each colour in it.
///
/// - Note: Source – DEC STD 070, Video Systems Reference Manual, ch. 9 (sixel protocol).
enum SixelEncoder {
  /// Colours that every terminal with sixels has room for.
  static let colourLimit = 64

  /// Writes a canvas.
  ///
  /// - Parameters:
  ///   - canvas: Pixels; where there are more than ``colourLimit`` colours, the rarest become the
  ///     nearest of the others.
  ///   - transparent: A colour that is not drawn, so that the terminal's own shows.
  ///   - pinned: Colours that stay, however rare.
  /// - Returns: One device control string.
  /// - Complexity: O(*p* · *c*) in the pixels and the colours of a band.
  static func encode(
    _ canvas: PixelCanvas, transparent: UInt32, pinning pinned: Set<UInt32> = []
  ) -> [UInt8] {
    let canvas = canvas.reduced(to: colourLimit, keeping: transparent, pinning: pinned)
    var numbers: [UInt32: Int] = [:]
    var bytes = Array("\u{1B}P0;1;0q\"1;1;\(canvas.width);\(canvas.height)".utf8)
    for pixel in canvas.pixels where pixel != transparent && numbers[pixel] == nil {
      let number = numbers.count
      numbers[pixel] = number
      let parts = [pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF].map(percent)
      bytes += Array("#\(number);2;\(parts[0]);\(parts[1]);\(parts[2])".utf8)
    }
    for top in stride(from: 0, to: canvas.height, by: 6) {
      band(canvas, top: top, numbers: numbers, &bytes)
      bytes.append(UInt8(ascii: "-"))
    }
    return bytes + Array("\u{1B}\\".utf8)
  }

  /// Hundredths of full strength, the nearest.
  static func percent(_ part: UInt32) -> UInt32 { (part * 100 + 127) / 255 }

  private static func band(
    _ canvas: PixelCanvas, top: Int, numbers: [UInt32: Int], _ bytes: inout [UInt8]
  ) {
    let rows = top..<min(top + 6, canvas.height)
    var masks: [Int: [UInt8]] = [:]
    for (bit, row) in rows.enumerated() {
      for x in 0..<canvas.width {
        guard let number = numbers[canvas[x: x, y: row]] else { continue }
        masks[number, default: Array(repeating: 0, count: canvas.width)][x] |= 1 << UInt8(bit)
      }
    }
    for (index, number) in masks.keys.sorted().enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "$")) }
      bytes += Array("#\(number)".utf8)
      runs(masks[number] ?? [], &bytes)
    }
  }

  /// Sixels with repeats counted; blanks at the end are left out.
  private static func runs(_ masks: [UInt8], _ bytes: inout [UInt8]) {
    let end = (masks.lastIndex { $0 != 0 } ?? -1) + 1
    var start = 0
    while start < end {
      var next = start + 1
      while next < end, masks[next] == masks[start] { next += 1 }
      let sixel = 63 + masks[start]
      if next - start > 3 {
        bytes += Array("!\(next - start)".utf8) + [sixel]
      } else {
        bytes += repeatElement(sixel, count: next - start)
      }
      start = next
    }
  }
}
