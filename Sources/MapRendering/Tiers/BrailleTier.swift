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
  /// Solid colour has no gaps between dots.
  public var fillsWithBackground: Bool { true }
  /// Dashes of four dots.
  public var approximateDash: DashPattern { .dashed }
  /// Two dots on a falling diagonal.
  public var hatchMask: UInt8 { DotGrid.bit(x: 0, y: 1) | DotGrid.bit(x: 1, y: 3) }
  /// A triangle that is one column wide everywhere.
  public var northArrow: String { "N ▴" }
  /// The lowest dots, and the same with a left edge.
  public var rule: (stroke: Unicode.Scalar, tick: Unicode.Scalar) { ("⠒", "⡖") }
  /// A bar with ends.
  public var scaleBar: (left: Unicode.Scalar, stroke: Unicode.Scalar, right: Unicode.Scalar) {
    ("⣇", "⣀", "⣸")
  }
  /// One column.
  public var ellipsis: TerminalText { .ellipsis }

  /// The class's Unicode shape.
  ///
  /// - Parameter symbolClass: A class of the scene.
  /// - Returns: Its scalar where that is one column wide in every terminal, else the ASCII shape.
  public func shape(of symbolClass: MapSymbolClass) -> Unicode.Scalar {
    let scalars = symbolClass.unicode.unicodeScalars
    if let scalar = scalars.first, scalars.count == 1,
      ScalarFilter.verdict(scalar, wideAmbiguous: true) == .pass(columns: 1)
    {
      return scalar
    }
    return ASCIITier().shape(of: symbolClass)
  }

  /// Arcs of dots that grow into a ring.
  ///
  /// - Parameter weight: The size.
  /// - Returns: The characters on either side.
  public func flanks(
    of weight: MapSymbolWeight
  ) -> (left: Unicode.Scalar, right: Unicode.Scalar)? {
    switch weight {
    case .light: nil
    case .medium: ("⠰", "⠆")
    case .heavy: ("⢸", "⡇")
    case .extreme: ("⣾", "⣷")
    }
  }

  /// The text as it is.
  ///
  /// - Parameter text: Filtered text.
  /// - Returns: The same.
  public func text(_ text: TerminalText) -> TerminalText { text }

  private static let patterns: [Unicode.Scalar] = (0...255).map { mask in
    mask == 0 ? " " : Unicode.Scalar(0x2800 + UInt32(mask)) ?? " "
  }
}
