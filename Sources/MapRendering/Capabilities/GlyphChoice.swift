/// The user's word on characters: the `--glyphs` option and `SIJIL_GLYPHS`.
public enum GlyphChoice: String, Sendable, Hashable, CaseIterable {
  /// Decide from the environment and the terminal.
  case auto
  /// Sentences and tables.
  case text
  /// Bytes 0x20–0x7E.
  case ascii
  /// Box-drawing lines and half blocks.
  case box
  /// Braille patterns.
  case braille
  /// Block sextants.
  case sextant
  /// Block octants.
  case octant
  /// A sixel image with names in characters over it.
  case sixel
  /// An image of the kitty protocol with names in characters over it.
  case kitty

  /// The characters that the choice names; `nil` for auto and for images, whose characters follow
  /// from the locale.
  public var set: GlyphSet? { GlyphSet(rawValue: rawValue) }

  /// The image protocol that the choice names.
  public var image: ImageProtocol? { ImageProtocol(rawValue: rawValue) }

  /// Whether only some terminals show it right, and nothing between them and the program passes it
  /// on: a variable set once for all programs must not bring it into pipes and multiplexers.
  var isDelicate: Bool { self == .sextant || self == .octant || image != nil }
}
