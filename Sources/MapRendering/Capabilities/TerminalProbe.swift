/// The questions that a terminal is asked, all in one write, and when it is asked at all.
public enum TerminalProbe {
  /// How long to wait for answers, milliseconds.
  public static let limitMilliseconds = 150
  /// The image that the kitty protocol is asked about; it is never shown.
  static let imageID = 31

  /// The questions: XTVERSION, DECRQM 2026, OSC 11, a query of the kitty protocol, the cell's
  /// pixels; DA1 last, which every terminal answers, so that its reply ends the waiting.
  ///
  /// - Parameter surroundings: Apple's Terminal, which prints what it does not know, is asked for
  ///   its background alone.
  /// - Returns: Bytes for the terminal.
  /// - Note: Source – xterm, ctlseqs; kitty graphics protocol, Querying support and available
  ///   transmission mediums; contour, synchronised output.
  public static func questions(for surroundings: OutputSurroundings) -> [UInt8] {
    let background = "\u{1B}]11;?\u{1B}\\"
    let attributes = "\u{1B}[c"
    if surroundings.value("TERM_PROGRAM") == "Apple_Terminal" {
      return Array((background + attributes).utf8)
    }
    return Array(
      ("\u{1B}[>q\u{1B}[?2026$p" + background
        + "\u{1B}_Gi=\(imageID),s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\" + "\u{1B}[16t" + attributes).utf8
    )
  }

  /// Whether an answer could change how a map looks; only then is a terminal asked.
  ///
  /// It is not where input or output is none, where the characters are named, where they follow
  /// from the locale or a multiplexer, nor over a network, where an answer may come so late that the
  /// shell takes it for typing.
  ///
  /// - Parameters:
  ///   - choices: What the user asked for.
  ///   - surroundings: What is known without asking.
  /// - Returns: Whether to ask.
  public static func isWorthwhile(
    _ choices: RenderChoices, in surroundings: OutputSurroundings
  ) -> Bool {
    guard surroundings.isTTY, surroundings.isInputTTY, choices.glyphs == .auto,
      GlyphPolicy.variable(surroundings) == nil, !surroundings.isMultiplexed,
      !["linux", "dumb", ""].contains(surroundings.term),
      surroundings.value("SSH_CONNECTION") == nil, surroundings.value("SSH_TTY") == nil
    else { return false }
    let plain = GlyphPolicy.decide(
      .auto, in: surroundings, ambiguousWidth: choices.ambiguousWidth)
    let mayGainGlyphs = plain.glyphs == .braille
    let depth = ColourPolicy.depth(
      choice: choices.colour, environment: surroundings.environment, isTTY: surroundings.isTTY)
    return mayGainGlyphs || (choices.theme == .auto && depth.hasBackgrounds)
  }
}
