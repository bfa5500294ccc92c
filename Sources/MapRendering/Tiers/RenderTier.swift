/// A set of characters to draw with: how dots, symbols and furniture become characters.
///
/// Everything else (projection, rasterising, clusters, labels, furniture) is the same for all
/// tiers, so that they tell the same facts. A new tier is a file with a conforming type and its line
/// in ``GlyphSet/tier``; what it does not say is as on a UTF-8 terminal with braille.
public protocol RenderTier: Sendable {
  /// How finely a cell is sampled for water, and for lines that are drawn by dots.
  var dots: DotGrid { get }
  /// What lines are made of.
  var lineDrawing: LineDrawing { get }
  /// How water and tints show where the receiver has colours.
  var cellFill: CellFill { get }
  /// The character for each of the 256 masks of water; the last one is a cell full of it.
  var waterGlyphs: [Unicode.Scalar] { get }
  /// The character for each of the 256 masks of lines.
  var lineGlyphs: [Unicode.Scalar] { get }
  /// How lines of which the course is computed or guessed are broken.
  var approximateDash: DashPattern { get }
  /// The mask that hatches an otherwise empty cell.
  var hatchMask: UInt8 { get }
  /// The mask of a solid line from left to right, as the legend shows one.
  var strokeMask: UInt8 { get }
  /// The sign for north.
  var northArrow: String { get }
  /// The line under the picture: its stroke and its tick.
  var rule: (stroke: Unicode.Scalar, tick: Unicode.Scalar) { get }
  /// The scale bar: its left end, stroke and right end.
  var scaleBar: (left: Unicode.Scalar, stroke: Unicode.Scalar, right: Unicode.Scalar) { get }
  /// What stands for a missing part of a text.
  var ellipsis: TerminalText { get }

  /// The shape of a class.
  ///
  /// - Parameter symbolClass: A class of the scene.
  /// - Returns: A character of one column.
  func shape(of symbolClass: MapSymbolClass) -> Unicode.Scalar

  /// What flanks a shape to show its size.
  ///
  /// - Parameter weight: The size.
  /// - Returns: The characters on the left and on the right, `nil` for the smallest size.
  func flanks(of weight: MapSymbolWeight) -> (left: Unicode.Scalar, right: Unicode.Scalar)?

  /// Text in the characters that the tier may print.
  ///
  /// - Parameter text: Filtered text.
  /// - Returns: The same words.
  func text(_ text: TerminalText) -> TerminalText
}

/// What lines are made of.
public enum LineDrawing: Sendable, Hashable {
  /// Dots: the mask of a cell has the bits of ``DotGrid``.
  case dots
  /// Strokes from cell to cell: the mask of a cell has the bits of ``LineJoint``.
  case joints
}

/// How water and tints show where the receiver has colours.
public enum CellFill: Sendable, Hashable {
  /// Tints lie behind characters; water keeps its sign.
  case signs
  /// A cell full of water is a blank on its colour.
  case cells
  /// The upper and the lower half of a cell have a colour each.
  case halves
}

extension RenderTier {
  /// By dots.
  public var lineDrawing: LineDrawing { .dots }
  /// Solid colour has no gaps between dots.
  public var cellFill: CellFill { .cells }
  /// Dashes of four dots.
  public var approximateDash: DashPattern { .dashed }
  /// Two dots side by side in the second row.
  public var strokeMask: UInt8 { DotGrid.bit(x: 0, y: 1) | DotGrid.bit(x: 1, y: 1) }
  /// A triangle that is one column wide everywhere.
  public var northArrow: String { "N ▴" }
  /// The middle dots, and the same with a left edge.
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
}
