/// Dots that one cell is sampled with; they need not be square.
public struct DotGrid: Sendable, Hashable {
  /// Dots side by side, 1 or 2.
  public let across: Int
  /// Dots one above the other, 1 to 4.
  public let down: Int

  /// One by two: half blocks.
  public static let oneByTwo = DotGrid(across: 1, down: 2)
  /// Two by three: sextants.
  public static let twoByThree = DotGrid(across: 2, down: 3)
  /// Two by four: braille and octants.
  public static let twoByFour = DotGrid(across: 2, down: 4)

  /// The bit of a dot in a mask, in the order of Unicode's braille patterns, of which smaller grids
  /// use the upper rows.
  ///
  /// - Parameters:
  ///   - x: 0 on the left.
  ///   - y: 0 at the top.
  /// - Returns: One bit.
  @inline(__always)
  static func bit(x: Int, y: Int) -> UInt8 {
    y < 3 ? 1 << UInt8(y + 3 * x) : 1 << UInt8(6 + x)
  }

  /// The mask of all dots.
  var fullMask: UInt8 {
    var mask: UInt8 = 0
    for x in 0..<across { for y in 0..<down { mask |= Self.bit(x: x, y: y) } }
    return mask
  }

  /// A mask with its dots numbered row by row, as Unicode's block mosaics are: the lowest bit is
  /// the upper left dot, the next one that to its right.
  ///
  /// - Parameter mask: In the order of braille patterns; dots that the grid lacks are left out.
  /// - Returns: A number below 2 to the number of dots.
  func rowMajor(_ mask: UInt8) -> Int {
    var number = 0
    for y in 0..<down {
      for x in 0..<across where mask & Self.bit(x: x, y: y) != 0 {
        number |= 1 << (y * across + x)
      }
    }
    return number
  }
}
