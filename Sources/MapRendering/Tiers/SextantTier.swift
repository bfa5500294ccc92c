/// Block sextants, two by three in a cell: solid where terminals draw them themselves.
///
/// - Note: Source – Unicode 13, block Symbols for Legacy Computing, U+1FB00…1FB3B.
public struct SextantTier: RenderTier {
  /// Makes the tier.
  public init() {}

  /// Two by three: wider than high where a cell is half as wide as high.
  public var dots: DotGrid { .twoByThree }
  /// The sextants themselves.
  public var waterGlyphs: [Unicode.Scalar] { Self.sextants }
  /// The sextants themselves.
  public var lineGlyphs: [Unicode.Scalar] { Self.sextants }
  /// Two dots on a falling diagonal.
  public var hatchMask: UInt8 { DotGrid.bit(x: 0, y: 0) | DotGrid.bit(x: 1, y: 2) }

  private static let sextants: [Unicode.Scalar] = (UInt8.min...UInt8.max).map { mask in
    let number = UInt32(DotGrid.twoByThree.rowMajor(mask))
    switch number {
    case 0: return " "
    case 0b010101: return "▌"
    case 0b101010: return "▐"
    case 0b111111: return "█"
    default:
      // In order of their numbers, without the two halves that were there before.
      let gaps: UInt32 = (number > 0b010101 ? 1 : 0) + (number > 0b101010 ? 1 : 0)
      return Unicode.Scalar(0x1FB00 + number - 1 - gaps) ?? "?"
    }
  }
}
