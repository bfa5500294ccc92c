/// The select-graphic-rendition parameters of every ink and background, made once.
///
/// Only palette indices 16…255 are used, which no theme changes; with 16 colours, weight and shape
/// carry the meaning alone.
///
/// - Note: Source – ECMA-48 §8.3.117; nearest xterm-256 entries to Okabe–Ito in CIE Lab.
struct Palette: Sendable {
  /// What lies behind a cell.
  enum Background {
    static let none: UInt8 = 0
    static let water: UInt8 = 1
    /// Tint 1…4 is 2…5.
    static let firstTint: UInt8 = 2
    /// Land use 1…2 is 6…7.
    static let firstLandUse: UInt8 = 6
    static let codeCount = 8
  }

  let depth: ColourDepth
  /// Parameters of the foreground by ink code, such as `38;5;214`; empty for the default.
  let foregrounds: [[UInt8]]
  /// Parameters of the background by code; empty for the default.
  let backgrounds: [[UInt8]]
  /// Whether an ink is bold, by ink code.
  let bolds: [Bool]
  /// The same for writing, at one place: see ``SGRTable``.
  let table: SGRTable
  private let theme: ColourTheme
  private let inkColours: [PaletteColour]
  private let backgroundColours: [PaletteColour]

  private static let dark = ColourDepth.allCases.map { Palette(depth: $0, theme: .dark) }
  private static let light = ColourDepth.allCases.map { Palette(depth: $0, theme: .light) }

  /// The palette of a depth and theme.
  static func of(depth: ColourDepth, theme: ColourTheme) -> Palette {
    (theme == .dark ? dark : light)[Int(depth.rawValue)]
  }

  init(depth: ColourDepth, theme: ColourTheme) {
    self.depth = depth
    self.theme = theme
    var inkColours = Array(repeating: PaletteColour.standard, count: Ink.codeCount)
    var bolds = Array(repeating: false, count: Ink.codeCount)
    for ink in Ink.all {
      bolds[Int(ink.code)] = depth != .none && Self.isBold(ink)
      inkColours[Int(ink.code)] = Self.colour(ink, depth: depth, theme: theme)
    }
    let backgroundColours = Self.backgrounds(theme)
    let hasColours = depth >= .palette256
    foregrounds = inkColours.map { hasColours ? $0.parameters(after: "38") : [] }
    backgrounds = backgroundColours.map { hasColours ? $0.parameters(after: "48") : [] }
    self.bolds = bolds
    table = SGRTable(foregrounds: foregrounds, backgrounds: backgrounds, bolds: bolds)
    self.inkColours = inkColours
    self.backgroundColours = backgroundColours
  }

  /// The colour of an ink for pictures, 0xRRGGBB; the default's is a light or dark grey.
  ///
  /// - Parameter ink: An ink's code.
  /// - Returns: Red, green and blue.
  func rgb(ink: UInt8) -> UInt32 {
    let colour = Int(ink) < inkColours.count ? inkColours[Int(ink)] : .standard
    return colour.rgb ?? (theme == .dark ? 0xD0D0D0 : 0x1C1C1C)
  }

  /// The colour behind a cell for pictures, 0xRRGGBB; the default's is nearly black, or white.
  ///
  /// - Parameter background: A background's code.
  /// - Returns: Red, green and blue.
  func rgb(background: UInt8) -> UInt32 {
    let code = Int(background)
    let colour = code < backgroundColours.count ? backgroundColours[code] : .standard
    return colour.rgb ?? (theme == .dark ? 0x101010 : 0xFFFFFF)
  }

  /// The ink that fills half a cell with a colour otherwise behind characters.
  ///
  /// - Parameter background: The code of water or a tint.
  /// - Returns: An ink's code.
  static func ink(of background: UInt8) -> UInt8 {
    background == Background.water
      ? Ink.water.code : Ink.tint(background &- Background.firstTint &+ 1).code
  }

  private static func backgrounds(_ theme: ColourTheme) -> [PaletteColour] {
    [.standard, .indexed(theme == .dark ? 32 : 117)]
      + (1...4).map { .indexed(tint($0, theme)) }
      + (theme == .dark ? [22, 233] : [194, 255]).map { .indexed($0) }
  }

  /// The xterm-256 index of a tint, 1…4.
  private static func tint(_ tint: UInt8, _ theme: ColourTheme) -> UInt8 {
    theme == .dark ? 233 + tint : 0 &- tint
  }

  private static func isBold(_ ink: Ink) -> Bool {
    switch ink {
    case .title, .focus, .bridge, .symbol: true
    default: false
    }
  }

  private static func colour(
    _ ink: Ink, depth: ColourDepth, theme: ColourTheme
  ) -> PaletteColour {
    if case .symbol(let colour) = ink, depth == .trueColour,
      let rgb = PaletteColour.indexed(index(of: colour, theme)).rgb
    {
      return .direct(rgb)
    }
    if case .tint(let tint) = ink {
      let code = Int(Background.firstTint) + Int(max(tint, 1)) - 1
      return code < Background.codeCount ? backgrounds(theme)[code] : .standard
    }
    return index(of: ink, theme).map { .indexed($0) } ?? .standard
  }

  /// The xterm-256 index of an ink; `nil` for the terminal's own foreground.
  private static func index(of ink: Ink, _ theme: ColourTheme) -> UInt8? {
    let dark = theme == .dark
    switch ink {
    case .plain, .title: return nil
    case .faint: return dark ? 246 : 241
    case .areaLabel: return dark ? 252 : 237
    case .pointLabel: return dark ? 230 : 58
    case .water: return dark ? 32 : 117
    case .hatch: return dark ? 240 : 249
    case .green: return dark ? 65 : 108
    case .border: return dark ? 242 : 247
    case .enclosure: return dark ? 180 : 94
    case .focus: return dark ? 231 : 16
    case .road: return dark ? 245 : 244
    case .minorRoad: return dark ? 239 : 250
    case .railway: return dark ? 137 : 95
    case .bridge: return dark ? 231 : 16
    case .graticule: return dark ? 240 : 248
    case .tint: return nil
    case .symbol(let colour): return index(of: colour, theme)
    }
  }

  /// Nearest to Okabe and Ito's colours that are at least 15 apart in Lab for every two grades,
  /// whatever the reader's colour vision, and stand out from the ground.
  private static func index(of colour: MapColour, _ theme: ColourTheme) -> UInt8 {
    let dark = theme == .dark
    switch colour {
    case .orange: return dark ? 214 : 136
    case .skyBlue: return dark ? 110 : 32
    case .bluishGreen: return dark ? 35 : 65
    case .yellow: return dark ? 227 : 100
    case .blue: return dark ? 32 : 25
    case .vermillion: return dark ? 202 : 124
    case .reddishPurple: return 132
    case .neutral: return dark ? 248 : 240
    }
  }
}
