/// How wide a terminal draws East Asian Ambiguous characters.
public enum AmbiguousWidth: Sendable, Hashable {
  /// One column, as nearly everywhere.
  case narrow
  /// Two columns, as terminals set up for Chinese, Japanese or Korean may do.
  case wide
}

/// How many colours the output may use.
public enum ColourDepth: UInt8, Sendable, Hashable, Comparable, CaseIterable {
  /// No escape sequence at all.
  case none
  /// The user's own theme: bold and shape carry the meaning, hue does not.
  case ansi16
  /// Palette indices 16…255, which are the same in every theme.
  case palette256
  /// 24-bit colour.
  case trueColour

  /// Whether colours show behind characters: 16 colours are the user's own and not to be relied on.
  public var hasBackgrounds: Bool { self >= .palette256 }

  /// Whether the left depth has fewer colours.
  ///
  /// - Parameters:
  ///   - lhs: A depth.
  ///   - rhs: A depth.
  /// - Returns: The order of the cases.
  public static func < (lhs: ColourDepth, rhs: ColourDepth) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// The background that colours must stand out from.
public enum ColourTheme: Sendable, Hashable, CaseIterable {
  /// Light on dark.
  case dark
  /// Dark on light.
  case light
}

/// The set of characters that the map is drawn with.
public enum GlyphSet: String, Sendable, Hashable, CaseIterable {
  /// No picture: the same facts in sentences and tables.
  case text
  /// Bytes 0x20–0x7E only.
  case ascii
  /// Box-drawing lines and half blocks.
  case box
  /// Braille patterns for lines and water, width-safe symbols for the rest.
  case braille
  /// Block sextants.
  case sextant
  /// Block octants.
  case octant

  /// The sets that draw a picture.
  public static let pictures: [GlyphSet] = [.ascii, .box, .braille, .sextant, .octant]

  /// The tier that draws with these characters: a new one is a file, a case and its line here.
  public var tier: any RenderTier {
    switch self {
    case .text, .ascii: ASCIITier()
    case .box: BoxTier()
    case .braille: BrailleTier()
    case .sextant: SextantTier()
    case .octant: OctantTier()
    }
  }
}

/// A way of sending images to a terminal.
public enum ImageProtocol: String, Sendable, Hashable, CaseIterable {
  /// The kitty graphics protocol: images in their own layer under the text.
  case kitty
  /// DEC sixel graphics: an image printed over the cells, text afterwards.
  case sixel
}

/// What an empty cell is printed as.
public enum BlankCell: String, Sendable, Hashable, CaseIterable {
  /// U+0020, which copies as nothing and which screen readers skip.
  case space
  /// U+2800, for fonts that give braille patterns a width of their own.
  case braille
}

/// What the receiver of a map can show; found out by the caller, never by the renderer.
public struct RenderCapabilities: Sendable, Hashable {
  /// The characters to draw with.
  public var glyphs: GlyphSet
  /// The colours to draw with.
  public var colourDepth: ColourDepth
  /// The background drawn upon.
  public var theme: ColourTheme
  /// The width of ambiguous characters in titles and notes.
  public var ambiguousWidth: AmbiguousWidth
  /// How an image goes under the text; `nil` for characters alone.
  public var image: ImageProtocol?
  /// Pixels of a cell, for images.
  public var cellPixels: CellSize
  /// What empty cells of a braille picture are printed as.
  public var blank: BlankCell

  /// Describes a receiver.
  ///
  /// - Parameters:
  ///   - glyphs: The characters to draw with.
  ///   - colourDepth: The colours to draw with.
  ///   - theme: The background drawn upon.
  ///   - ambiguousWidth: The width of ambiguous characters.
  ///   - image: How an image goes under the text.
  ///   - cellPixels: Pixels of a cell, `columns` wide and `rows` high.
  ///   - blank: What empty cells of a braille picture are printed as.
  public init(
    glyphs: GlyphSet = .ascii, colourDepth: ColourDepth = .none, theme: ColourTheme = .dark,
    ambiguousWidth: AmbiguousWidth = .narrow, image: ImageProtocol? = nil,
    cellPixels: CellSize = CellSize(columns: 8, rows: 16), blank: BlankCell = .space
  ) {
    self.glyphs = glyphs
    self.colourDepth = colourDepth
    self.theme = theme
    self.ambiguousWidth = ambiguousWidth
    self.image = image
    self.cellPixels = cellPixels
    self.blank = blank
  }
}
