/// What a user asked for about how a map looks; everything may be left to be found out.
public struct RenderChoices: Sendable, Hashable {
  /// The characters.
  public var glyphs: GlyphChoice
  /// The colours.
  public var colour: ColourChoice
  /// The background.
  public var theme: ThemeChoice
  /// The width of ambiguous characters; `nil` follows the locale.
  public var ambiguousWidth: AmbiguousWidth?
  /// What empty cells of a braille picture are printed as.
  public var blank: BlankCell

  /// Makes choices.
  ///
  /// - Parameters:
  ///   - glyphs: The characters.
  ///   - colour: The colours.
  ///   - theme: The background.
  ///   - ambiguousWidth: The width of ambiguous characters.
  ///   - blank: What empty cells of a braille picture are printed as.
  public init(
    glyphs: GlyphChoice = .auto, colour: ColourChoice = .auto, theme: ThemeChoice = .auto,
    ambiguousWidth: AmbiguousWidth? = nil, blank: BlankCell = .space
  ) {
    self.glyphs = glyphs
    self.colour = colour
    self.theme = theme
    self.ambiguousWidth = ambiguousWidth
    self.blank = blank
  }
}

extension RenderCapabilities {
  /// Settles choices for a receiver.
  ///
  /// - Parameters:
  ///   - choices: What the user asked for.
  ///   - surroundings: What is known about the receiver without asking.
  ///   - reply: What it has answered; `nil` where it was not asked.
  ///   - cellPixels: Pixels of a cell, where the system knows them.
  public init(
    _ choices: RenderChoices, in surroundings: OutputSurroundings, reply: ProbeReply? = nil,
    cellPixels: CellSize? = nil
  ) {
    let decision = GlyphPolicy.decide(
      choices.glyphs, in: surroundings, reply: reply, ambiguousWidth: choices.ambiguousWidth)
    self.init(
      glyphs: decision.glyphs,
      colourDepth: ColourPolicy.depth(
        choice: choices.colour, environment: surroundings.environment,
        isTTY: surroundings.isTTY),
      theme: ThemePolicy.theme(choices.theme, in: surroundings, reply: reply),
      ambiguousWidth: choices.ambiguousWidth ?? surroundings.ambiguousWidth,
      image: decision.image,
      cellPixels: cellPixels ?? reply?.cellPixels ?? CellSize(columns: 8, rows: 16),
      blank: choices.blank)
  }

  /// The tier to draw with: where ambiguous characters are two columns wide, none is printed.
  var tier: any RenderTier {
    guard ambiguousWidth == .wide else { return glyphs.tier }
    switch glyphs {
    // Box lines and block mosaics are ambiguous themselves.
    case .text, .ascii, .box, .sextant, .octant: return ASCIITier()
    case .braille: return WidthSafeTier()
    }
  }
}
