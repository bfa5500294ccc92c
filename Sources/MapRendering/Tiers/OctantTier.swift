/// Block octants, two by four in a cell, in the newest terminals only: water is as fine as braille
/// and solid, and lines stay thin braille dots on the same grid.
///
/// - Note: Source – Unicode 16, block Symbols for Legacy Computing Supplement, U+1CD00…1CDE5, and
///   the 26 shapes that other blocks had or got names for.
public struct OctantTier: RenderTier {
  /// Makes the tier.
  public init() {}

  /// Two by four, square where a cell is half as wide as high.
  public var dots: DotGrid { .twoByFour }
  /// The octants themselves.
  public var waterGlyphs: [Unicode.Scalar] { Self.octants }
  /// Braille, which those terminals draw themselves, too.
  public var lineGlyphs: [Unicode.Scalar] { BrailleTier().lineGlyphs }
  /// Two dots on a falling diagonal.
  public var hatchMask: UInt8 { DotGrid.bit(x: 0, y: 1) | DotGrid.bit(x: 1, y: 3) }

  /// Shapes that are no octants by name, by their dots numbered row by row.
  private static let elsewhere: [Int: Unicode.Scalar] = [
    0b0000_0000: " ", 0b1111_1111: "█",
    // Halves.
    0b0101_0101: "▌", 0b1010_1010: "▐", 0b0000_1111: "▀", 0b1111_0000: "▄",
    // Quadrants.
    0b0000_0101: "▘", 0b0000_1010: "▝", 0b0101_0000: "▖", 0b1010_0000: "▗",
    0b1010_0101: "▚", 0b0101_1010: "▞", 0b0101_1111: "▛", 0b1010_1111: "▜",
    0b1111_0101: "▙", 0b1111_1010: "▟",
    // Quarters and three quarters of the height.
    0b0000_0011: "\u{1FB82}", 0b1100_0000: "▂", 0b0011_1111: "\u{1FB85}", 0b1111_1100: "▆",
    // Quarters of the height on one side.
    0b0000_0001: "\u{1CEA8}", 0b0000_0010: "\u{1CEAB}", 0b0100_0000: "\u{1CEA3}",
    0b1000_0000: "\u{1CEA0}", 0b0001_0100: "\u{1FBE6}", 0b0010_1000: "\u{1FBE7}",
  ]

  private static let octants: [Unicode.Scalar] = {
    var byNumber: [Unicode.Scalar] = []
    var next: UInt32 = 0x1CD00
    for number in 0...255 {
      if let scalar = elsewhere[number] {
        byNumber.append(scalar)
      } else {
        byNumber.append(Unicode.Scalar(next) ?? "?")
        next += 1
      }
    }
    return (0...255).map { byNumber[DotGrid.twoByFour.rowMajor($0)] }
  }()
}
