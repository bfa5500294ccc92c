/// Braille patterns for lines and water, width-safe symbols for the rest: the tier for UTF-8
/// terminals.
public struct BrailleTier: RenderTier {
  /// Makes the tier.
  public init() {}

  /// Two by four, square where a cell is half as wide as high.
  public var dots: DotGrid { .twoByFour }
  /// The patterns themselves.
  public var waterGlyphs: [Unicode.Scalar] { Self.patterns }
  /// The patterns themselves.
  public var lineGlyphs: [Unicode.Scalar] { Self.patterns }
  /// Two dots on a falling diagonal.
  public var hatchMask: UInt8 { DotGrid.bit(x: 0, y: 1) | DotGrid.bit(x: 1, y: 3) }

  private static let patterns: [Unicode.Scalar] = (0...255).map { mask in
    mask == 0 ? " " : Unicode.Scalar(0x2800 + UInt32(mask)) ?? " "
  }
}
