/// Lines of text and bars, encoded as the rows of maps are.
public struct ChartSheet: Sendable {
  /// What a piece of a line is drawn in.
  public enum Tone: Sendable, Hashable {
    /// The terminal's own colour.
    case plain
    /// Bold.
    case title
    /// Receding.
    case faint
    /// The colour of a class of symbols.
    case colour(MapColour)

    fileprivate var ink: Ink {
      switch self {
      case .plain: .plain
      case .title: .title
      case .faint: .faint
      case .colour(let colour): .symbol(colour)
      }
    }
  }

  private var lines: [StyledLine] = []
  private var line = StyledLine()
  private let tier: any RenderTier
  private let capabilities: RenderCapabilities

  /// Makes an empty sheet.
  ///
  /// - Parameter capabilities: What the receiver can show.
  public init(capabilities: RenderCapabilities) {
    self.capabilities = capabilities
    tier = capabilities.glyphs.tier
  }

  /// The characters of charts for this receiver.
  public var signs: ChartSigns { capabilities.glyphs == .ascii ? .ascii : .unicode }

  /// Adds to the current line.
  ///
  /// - Parameters:
  ///   - text: What to write; folded to what the receiver can show.
  ///   - tone: How.
  public mutating func write(_ text: TerminalText, _ tone: Tone = .plain) {
    line.append(tier.text(text), tone.ink)
  }

  /// Adds to the current line.
  ///
  /// - Parameters:
  ///   - text: Untrusted.
  ///   - tone: How.
  public mutating func write(_ text: String, _ tone: Tone = .plain) {
    write(TerminalText(text), tone)
  }

  /// Fills the current line with blanks up to a column, one at least.
  ///
  /// - Parameter column: The column that what follows starts at.
  public mutating func tab(to column: Int) { line.space(max(1, column - line.columns)) }

  /// Ends the current line.
  public mutating func endLine() {
    lines.append(line)
    line = StyledLine()
  }

  /// The lines as UTF-8, each ended by a line feed and with no attribute left over.
  ///
  /// - Complexity: O(*n*) in the characters.
  public var bytes: [UInt8] {
    var grid = CellGrid(columns: lines.map(\.columns).max() ?? 0, rows: lines.count)
    for (row, line) in lines.enumerated() { grid.write(line, row: row) }
    return grid.encoded(capabilities: capabilities)
  }
}
