/// The select-graphic-rendition parameters of every ink and background, made once per frame.
///
/// Only palette indices 16…255 are used, which no theme changes; with 16 colours, weight and shape
/// carry the meaning alone.
///
/// - Note: Source – ECMA-48 §8.3.117; nearest xterm-256 entries to Okabe–Ito in CIE Lab.
struct Palette {
  /// What lies behind a cell.
  enum Background {
    static let none: UInt8 = 0
    static let water: UInt8 = 1
    /// Tint 1…4 is 2…5.
    static let firstTint: UInt8 = 2
    static let codeCount = 6
  }

  let depth: ColourDepth
  /// Parameters of the foreground by ink code, such as `38;5;214`; empty for the default.
  let foregrounds: [[UInt8]]
  /// Parameters of the background by code; empty for the default.
  let backgrounds: [[UInt8]]
  /// Whether an ink is bold, by ink code.
  let bolds: [Bool]

  init(depth: ColourDepth, theme: ColourTheme) {
    self.depth = depth
    var foregrounds = Array(repeating: [UInt8](), count: Ink.codeCount)
    var bolds = Array(repeating: false, count: Ink.codeCount)
    for ink in Ink.all {
      bolds[Int(ink.code)] = depth != .none && Self.isBold(ink)
      if depth >= .palette256 {
        foregrounds[Int(ink.code)] = Self.parameters(ink, depth: depth, theme: theme)
      }
    }
    self.foregrounds = foregrounds
    self.bolds = bolds
    var backgrounds = Array(repeating: [UInt8](), count: Background.codeCount)
    if depth >= .palette256 {
      let tints = theme == .dark ? [234, 235, 236, 237] : [255, 254, 253, 252]
      backgrounds[Int(Background.water)] = Array("48;5;\(theme == .dark ? 32 : 117)".utf8)
      for (index, tint) in tints.enumerated() {
        backgrounds[Int(Background.firstTint) + index] = Array("48;5;\(tint)".utf8)
      }
    }
    self.backgrounds = backgrounds
  }

  /// Whether water and tints can show behind characters.
  var hasBackgrounds: Bool { depth >= .palette256 }

  private static func isBold(_ ink: Ink) -> Bool {
    switch ink {
    case .title, .focus, .bridge, .symbol: true
    default: false
    }
  }

  private static func parameters(_ ink: Ink, depth: ColourDepth, theme: ColourTheme) -> [UInt8] {
    if case .symbol(let colour) = ink, colour != .neutral, depth == .trueColour {
      let (red, green, blue) = rgb(colour, theme)
      return Array("38;2;\(red);\(green);\(blue)".utf8)
    }
    return index(of: ink, theme).map { Array("38;5;\($0)".utf8) } ?? []
  }

  /// The xterm-256 index of an ink; `nil` for the terminal's own foreground.
  private static func index(of ink: Ink, _ theme: ColourTheme) -> Int? {
    let dark = theme == .dark
    switch ink {
    case .plain, .title: return nil
    case .faint: return dark ? 246 : 241
    case .areaLabel: return dark ? 252 : 237
    case .pointLabel: return dark ? 230 : 58
    case .water: return dark ? 32 : 117
    case .hatch: return dark ? 240 : 249
    case .border: return dark ? 242 : 247
    case .enclosure: return dark ? 180 : 94
    case .focus: return dark ? 231 : 16
    case .road: return dark ? 245 : 244
    case .bridge: return dark ? 231 : 16
    case .graticule: return dark ? 240 : 248
    case .symbol(let colour): return index(of: colour, theme)
    }
  }

  private static func index(of colour: MapColour, _ theme: ColourTheme) -> Int? {
    let dark = theme == .dark
    switch colour {
    case .orange: return dark ? 214 : 130
    case .skyBlue: return dark ? 74 : 31
    case .bluishGreen: return dark ? 36 : 29
    case .yellow: return dark ? 227 : 100
    case .blue: return dark ? 32 : 25
    case .vermillion: return dark ? 202 : 166
    case .reddishPurple: return dark ? 175 : 132
    case .neutral: return dark ? 250 : 240
    }
  }

  /// The colours as published; on white, the light ones darkened to stand out.
  private static func rgb(_ colour: MapColour, _ theme: ColourTheme) -> (Int, Int, Int) {
    let dark = theme == .dark
    switch colour {
    case .orange: return dark ? (230, 159, 0) : (166, 107, 0)
    case .skyBlue: return dark ? (86, 180, 233) : (20, 110, 160)
    case .bluishGreen: return dark ? (0, 158, 115) : (0, 120, 88)
    case .yellow: return dark ? (240, 228, 66) : (130, 120, 0)
    case .blue: return dark ? (0, 135, 215) : (0, 114, 178)
    case .vermillion: return dark ? (240, 100, 20) : (213, 94, 0)
    case .reddishPurple: return dark ? (204, 121, 167) : (160, 80, 125)
    case .neutral: return (160, 160, 160)
    }
  }
}
