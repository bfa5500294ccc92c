/// Fills outlines on pixels with the share of each pixel that they cover.
///
/// There are eight scan lines a pixel, and cover is exact along them. Integers only, so that every
/// machine draws the same.
///
/// - Note: Source – Foley, van Dam, Feiner, Hughes, Computer Graphics, 2nd ed. 1990, §3.6, §3.17.
struct CoverageFill {
  enum Rule {
    case evenOdd
    case nonZero
  }

  /// Scan lines a pixel.
  private static let fineness = 8
  /// 1/256 pixels between two scan lines.
  private static let step = 256 / fineness

  private let width: Int
  private let height: Int
  /// Scan line, place along it and direction of each crossing, packed so that they sort.
  private var crossings: [Int64] = []
  /// Cover of the pixels of a row, 256 times the scan lines.
  private var cover: [Int32]
  /// Change from one pixel to the next.
  private var change: [Int32]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cover = Array(repeating: 0, count: width + 1)
    change = Array(repeating: 0, count: width + 2)
  }

  /// Adds a closed outline, in 1/256 pixels.
  mutating func add(_ corners: [DisplayPoint]) {
    guard corners.count > 2, var before = corners.last else { return }
    for corner in corners {
      if before.y < corner.y {
        edge(before, corner, isDown: true)
      } else if corner.y < before.y {
        edge(corner, before, isDown: false)
      }
      before = corner
    }
  }

  private mutating func edge(_ from: DisplayPoint, _ to: DisplayPoint, isDown: Bool) {
    let half = Self.step / 2
    // The first scan line at or below the upper end; the lower end belongs to the next edge.
    let first = max(0, (from.y - half + Self.step - 1) >> Self.shift)
    let last = min(height * Self.fineness, (to.y - half + Self.step - 1) >> Self.shift)
    guard first < last else { return }
    let rise = to.y - from.y
    let run = to.x - from.x
    for line in first..<last {
      let x = from.x + (line * Self.step + half - from.y) * run / rise
      let held = min(max(x, 0), width << 8)
      crossings.append(Int64(line) << 32 | Int64(held) << 1 | (isDown ? 1 : 0))
    }
  }

  private static let shift = step.trailingZeroBitCount

  /// Visits the covered pixels and forgets the outlines.
  ///
  /// - Parameters:
  ///   - rule: What is inside.
  ///   - visit: Gets the row, the pixels that are not empty, and their cover, 0…2048 each.
  /// - Complexity: O(*c* log *c* + *p*) in crossings and pixels of the rows met.
  mutating func finish(_ rule: Rule, visit: (Int, Range<Int>, [Int32]) -> Void) {
    crossings.sort()
    var index = 0
    while index < crossings.count {
      let row = Int(crossings[index] >> 32) / Self.fineness
      var (low, high) = (width, 0)
      while index < crossings.count, Int(crossings[index] >> 32) / Self.fineness == row {
        index = line(from: index, rule, &low, &high)
      }
      guard low < high else { continue }
      var sum: Int32 = 0
      for pixel in low..<high {
        sum += change[pixel]
        cover[pixel] += sum
        change[pixel] = 0
      }
      change[high] = 0
      visit(row, low..<high, cover)
      for pixel in low..<high { cover[pixel] = 0 }
    }
    crossings.removeAll(keepingCapacity: true)
  }

  /// Adds the spans of one scan line; gives the index after its last crossing.
  private mutating func line(
    from start: Int, _ rule: Rule, _ low: inout Int, _ high: inout Int
  ) -> Int {
    let line = crossings[start] >> 32
    var index = start
    var winding = 0
    var left = 0
    while index < crossings.count, crossings[index] >> 32 == line {
      let x = Int(crossings[index] & 0xFFFF_FFFF) >> 1
      let wasInside = winding != 0
      switch rule {
      case .evenOdd: winding ^= 1
      case .nonZero: winding += crossings[index] & 1 == 1 ? 1 : -1
      }
      if !wasInside { left = x } else if winding == 0 { span(left, x, &low, &high) }
      index += 1
    }
    return index
  }

  private mutating func span(_ left: Int, _ right: Int, _ low: inout Int, _ high: inout Int) {
    guard left < right else { return }
    let (first, last) = (left >> 8, right >> 8)
    low = min(low, first)
    high = max(high, right & 255 == 0 ? last : last + 1)
    if first == last {
      cover[first] += Int32(right - left)
      return
    }
    cover[first] += Int32(256 - left & 255)
    change[first + 1] += 256
    change[last] -= 256
    if right & 255 != 0 { cover[last] += Int32(right & 255) }
  }
}
