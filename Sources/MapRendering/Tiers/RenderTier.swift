/// Dots that one cell is sampled with.
public struct DotGrid: Sendable, Hashable {
  /// Dots side by side, 1 or 2.
  public let across: Int
  /// Dots one above the other, 1 to 4.
  public let down: Int

  /// Two by four: braille and octants.
  public static let twoByFour = DotGrid(across: 2, down: 4)

  /// The bit of a dot in a mask, in the order of Unicode's braille patterns.
  ///
  /// - Parameters:
  ///   - x: 0 on the left.
  ///   - y: 0 at the top.
  /// - Returns: One bit.
  static func bit(x: Int, y: Int) -> UInt8 {
    y < 3 ? 1 << UInt8(y + 3 * x) : 1 << UInt8(6 + x)
  }
}

/// A set of characters to draw with: how dots, symbols and furniture become characters.
///
/// Everything else (projection, rasterising, clusters, labels, furniture) is the same for all
/// tiers, so that they tell the same facts.
public protocol RenderTier: Sendable {
  /// How finely a cell is sampled.
  var dots: DotGrid { get }
  /// The character for each of the 256 masks of water.
  var waterGlyphs: [Unicode.Scalar] { get }
  /// The character for each of the 256 masks of lines.
  var lineGlyphs: [Unicode.Scalar] { get }
  /// Whether a cell full of water shows as a blank on a coloured background.
  var fillsWithBackground: Bool { get }
  /// How lines of which the course is computed or guessed are broken.
  var approximateDash: DashPattern { get }
  /// The mask that hatches an otherwise empty cell.
  var hatchMask: UInt8 { get }
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
