public import Compression

/// Writes pixels as PNG: a palette where 256 colours are enough, 24-bit colour otherwise, no
/// chunk that tells a time or a program, so that equal pixels give equal bytes.
///
/// - Note: Source – W3C PNG Specification (third edition), 2025; RFC 1950 for the data stream.
public enum PNGEncoder {
  /// Writes 24-bit pixels.
  ///
  /// - Parameters:
  ///   - pixels: 0xRRGGBB in row order, as many as width × height.
  ///   - width: Pixels, at least 1.
  ///   - height: Pixels, at least 1.
  ///   - transparent: A colour that is written as not there; `nil` for none.
  /// - Returns: A whole file; nothing where the numbers do not fit together.
  /// - Throws: `CompressionError` where memory is short.
  /// - Complexity: O(*n*) in the pixels.
  public static func encode(
    _ pixels: [UInt32], width: Int, height: Int, transparent: UInt32? = nil
  ) throws(CompressionError) -> [UInt8] {
    guard width > 0, height > 0, width <= Int(Int32.max), height <= Int(Int32.max),
      pixels.count == width * height
    else { return [] }
    let palette = palette(of: pixels, first: transparent)
    let rows =
      palette.map { indexed(pixels, width: width, palette: $0) }
      ?? filtered(pixels, width: width)
    let data = try Zlib.compress(rows)
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    chunk(
      "IHDR", bytes(UInt32(width)) + bytes(UInt32(height)) + [8, palette == nil ? 2 : 3, 0, 0, 0],
      &file)
    if let palette {
      chunk("PLTE", palette.flatMap(rgb), &file)
      // The transparent colour is the first entry; those that are left out are opaque.
      if transparent != nil { chunk("tRNS", [0], &file) }
    } else if let transparent {
      chunk("tRNS", rgb(transparent).flatMap { [0, $0] }, &file)
    }
    chunk("IDAT", data, &file)
    chunk("IEND", [], &file)
    return file
  }

  /// Writes a canvas.
  package static func encode(_ canvas: PixelCanvas, transparent: UInt32? = nil)
    throws(CompressionError) -> [UInt8]
  {
    try encode(
      canvas.pixels, width: canvas.width, height: canvas.height, transparent: transparent)
  }

  /// The colours in the order in which they come, `nil` for more than 256.
  private static func palette(of pixels: [UInt32], first: UInt32?) -> [UInt32]? {
    var seen: Set<UInt32> = []
    var palette: [UInt32] = []
    if let first {
      seen.insert(first)
      palette.append(first)
    }
    var last: UInt32?
    for pixel in pixels where pixel != last {
      last = pixel
      if seen.insert(pixel).inserted { palette.append(pixel) }
      if palette.count > 256 { return nil }
    }
    return palette
  }

  /// A byte a pixel; filters do not help indexes.
  private static func indexed(_ pixels: [UInt32], width: Int, palette: [UInt32]) -> [UInt8] {
    var indexes: [UInt32: UInt8] = [:]
    for (index, colour) in palette.enumerated() {
      indexes[colour] = UInt8(truncatingIfNeeded: index)
    }
    var rows: [UInt8] = []
    rows.reserveCapacity(pixels.count + pixels.count / width)
    var last: (colour: UInt32, index: UInt8)?
    for (place, pixel) in pixels.enumerated() {
      if place % width == 0 { rows.append(0) }
      if last?.colour != pixel { last = (pixel, indexes[pixel] ?? 0) }
      rows.append(last?.index ?? 0)
    }
    return rows
  }

  /// Three bytes a pixel, each row as it is, or as the difference to its left or upper neighbour,
  /// whichever has the smallest sum: the heuristic of the specification's §12.7.
  private static func filtered(_ pixels: [UInt32], width: Int) -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(pixels.count * 3 + pixels.count / width)
    var above = Array(repeating: UInt8(0), count: width * 3)
    for start in stride(from: 0, to: pixels.count, by: width) {
      var row: [UInt8] = []
      row.reserveCapacity(width * 3)
      for pixel in pixels[start..<start + width] { row.append(contentsOf: rgb(pixel)) }
      var left = row
      var up = row
      for index in row.indices {
        if index >= 3 { left[index] = row[index] &- row[index - 3] }
        up[index] = row[index] &- above[index]
      }
      let candidates = [row, left, up]
      let sums = candidates.map(cost)
      let best = sums.indices.min { (sums[$0], $0) < (sums[$1], $1) } ?? 0
      rows.append(UInt8(best))
      rows.append(contentsOf: candidates[best])
      above = row
    }
    return rows
  }

  private static func cost(_ row: [UInt8]) -> Int {
    row.reduce(0) { $0 + Int($1 < 128 ? $1 : 0 &- $1) }
  }

  private static func rgb(_ colour: UInt32) -> [UInt8] {
    [
      UInt8(colour >> 16 & 0xFF), UInt8(colour >> 8 & 0xFF), UInt8(colour & 0xFF),
    ]
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    [
      UInt8(number >> 24), UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF),
      UInt8(number & 0xFF),
    ]
  }

  private static func chunk(_ name: String, _ content: [UInt8], _ file: inout [UInt8]) {
    var checksum = CRC32()
    let body = Array(name.utf8) + content
    checksum.take(body)
    file += bytes(UInt32(content.count)) + body + bytes(checksum.value)
  }
}
