/// Decides which characters a map is drawn with.
public enum GlyphPolicy {
  /// What to draw with.
  public struct Decision: Sendable, Hashable {
    /// The characters; with an image, those of the words over it.
    public let glyphs: GlyphSet
    /// The image that goes under them.
    public let image: ImageProtocol?
  }

  /// The characters for an output, a pure function of what is known about it.
  ///
  /// Precedence: the option; `SIJIL_GLYPHS`, which cannot bring mosaics or images into pipes and
  /// multiplexers; for a pipe, the locale; what the terminal has answered; the table of terminals;
  /// the locale. By locale, UTF-8 gives braille and anything else ASCII, and so do two-column
  /// ambiguous characters, `TERM=dumb` and the Linux console, whose fonts have no braille.
  ///
  /// - Parameters:
  ///   - choice: The `--glyphs` option.
  ///   - surroundings: What is known without asking.
  ///   - reply: What the terminal has answered; `nil` where it was not asked.
  ///   - ambiguousWidth: The `--ambiguous-width` option; `nil` follows the locale.
  /// - Returns: What to draw with.
  public static func decide(
    _ choice: GlyphChoice, in surroundings: OutputSurroundings, reply: ProbeReply? = nil,
    ambiguousWidth: AmbiguousWidth? = nil
  ) -> Decision {
    let width = ambiguousWidth ?? surroundings.ambiguousWidth
    let plain = plain(surroundings, width)
    let named = choice != .auto ? choice : variable(surroundings)
    if let named {
      return Decision(glyphs: named.set ?? plain, image: named.image)
    }
    guard surroundings.isTTY, plain == .braille, !surroundings.isMultiplexed else {
      return Decision(glyphs: plain, image: nil)
    }
    let terminal = reply?.terminal ?? tabled(surroundings)
    return Decision(glyphs: terminal?.drawsOctants == true ? .octant : plain, image: nil)
  }

  /// Whether lines of words must be ASCII there, by the same rules.
  ///
  /// - Parameter surroundings: What is known without asking.
  /// - Returns: `true` for a locale without UTF-8 and for what ``decide(_:in:reply:ambiguousWidth:)``
  ///   draws in ASCII.
  public static func writesASCII(in surroundings: OutputSurroundings) -> Bool {
    let glyphs = decide(.auto, in: surroundings).glyphs
    return (glyphs == .text ? plain(surroundings, surroundings.ambiguousWidth) : glyphs) == .ascii
  }

  /// What `SIJIL_GLYPHS` names, where it may.
  static func variable(_ surroundings: OutputSurroundings) -> GlyphChoice? {
    guard let choice = surroundings.value("SIJIL_GLYPHS").flatMap({ GlyphChoice(rawValue: $0) }),
      choice != .auto
    else { return nil }
    let isDirect = surroundings.isTTY && !surroundings.isMultiplexed
    return choice.isDelicate && !isDirect ? nil : choice
  }

  private static func plain(_ surroundings: OutputSurroundings, _ width: AmbiguousWidth) -> GlyphSet
  {
    ["linux", "dumb"].contains(surroundings.term) || !surroundings.isUTF8 || width == .wide
      ? .ascii : .braille
  }

  /// A terminal that says in the environment what it is, where that cannot be left over from
  /// another one that this was started from.
  private static func tabled(_ surroundings: OutputSurroundings) -> TerminalVersion? {
    guard surroundings.term == "xterm-ghostty", surroundings.value("TERM_PROGRAM") == "ghostty"
    else { return nil }
    return surroundings.value("TERM_PROGRAM_VERSION").map { TerminalVersion("ghostty \($0)") }
  }
}
