import MapRendering
import Records
import SimpleFeatures

/// `width` and `w`: columns of text, or pixels of an image.
enum MapWidthParameter: RequestParameter {
  static let declaration = MapSize.declaration(
    "width", "Columns of a text (20 to 400), or pixels of an image (160 to 4096).")
  static func parse(_ text: String) -> Int? { MapSize.parse(text) }
}

/// The short name of `width`.
enum MapShortWidthParameter: RequestParameter {
  static let declaration = MapSize.declaration("w", "Short for width.")
  static func parse(_ text: String) -> Int? { MapSize.parse(text) }
}

/// `height` and `h`: rows of text, or pixels of an image.
enum MapHeightParameter: RequestParameter {
  static let declaration = MapSize.declaration(
    "height", "Lines of a text (5 to 200), or pixels of an image (80 to 3200).")
  static func parse(_ text: String) -> Int? { MapSize.parse(text) }
}

/// The short name of `height`.
enum MapShortHeightParameter: RequestParameter {
  static let declaration = MapSize.declaration("h", "Short for height.")
  static func parse(_ text: String) -> Int? { MapSize.parse(text) }
}

/// `glyphs`: which characters to draw with.
enum GlyphsParameter: RequestParameter {
  /// Another name of the tier of half blocks.
  private static let half = "half"
  private static let automatic = "auto"
  private static let codes = [automatic] + GlyphSet.allCases.map(\.rawValue) + [half]

  static let declaration = ParameterDeclaration(
    name: "glyphs", summary: "Which characters to draw with; auto draws braille.",
    form: .code(codes, byDefault: automatic), wanted: codes.joined(separator: ", "))

  static func parse(_ text: String) -> GlyphSet? {
    switch text {
    case automatic: .braille
    case half: .box
    default: GlyphSet(rawValue: text)
    }
  }
}

/// `color`: how many colours the text may use.
enum ColorParameter: RequestParameter {
  enum Choice: String, Vocabulary {
    /// 256 for programs known to print to a terminal, none for others.
    case auto
    /// 256.
    case always
    case never
    case none = "0"
    case ansi16 = "16"
    case palette256 = "256"
    case trueColour = "24"

    static let name = "color"
  }

  static let declaration = ParameterDeclaration(
    name: "color",
    summary: "Colours of a text: how many, or 24 for 24 bits; auto gives 256 to programs that "
      + "fetch for a terminal.",
    form: .code(Choice.codes, byDefault: Choice.auto.code),
    wanted: Choice.codes.joined(separator: ", "))

  static func parse(_ text: String) -> Choice? { Choice(code: text) }
}

/// `theme`: the ground that the colours stand out from.
enum ThemeParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "theme", summary: "Whether the ground is dark, as of most terminals, or light.",
    form: .code(["dark", "light"], byDefault: nil), wanted: "dark or light")

  static func parse(_ text: String) -> ColourTheme? {
    switch text {
    case "dark": .dark
    case "light": .light
    default: nil
    }
  }
}

/// `zoom`: how near, as web maps count.
enum ZoomParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "zoom",
    summary:
      "How near, as web maps count it: a pixel is one of an image, or half a column of text.",
    form: .number, wanted: "a number from 0 to 22, such as 12.5")

  static func parse(_ text: String) -> Double? {
    guard text.utf8.count <= 20, let zoom = Double(strictDecimal: text[...]),
      MapZoom.range.contains(zoom)
    else { return nil }
    return zoom
  }
}

/// `hints`: whether lines under a text tell what to ask next.
enum HintsParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "hints", summary: "Whether the last lines of a text tell what to ask next.",
    form: .code(["yes", "no"], byDefault: "yes"), wanted: "yes or no")

  static func parse(_ text: String) -> Bool? {
    switch text {
    case "yes": true
    case "no": false
    default: nil
    }
  }
}

/// `frame`: whether words stand around the picture of an image.
enum FrameParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "frame",
    summary: "Whether title, legend, counts, scale and sources stand around the picture of an "
      + "image; without them it is nothing but the ground that Content-Bbox says.",
    form: .code(["yes", "no"], byDefault: nil), wanted: "yes or no")

  static func parse(_ text: String) -> Bool? { HintsParameter.parse(text) }
}

private enum MapSize {
  static func declaration(_ name: String, _ summary: String) -> ParameterDeclaration {
    ParameterDeclaration(
      name: name, summary: summary, form: .wholeNumber, wanted: "a whole number above 0")
  }

  /// A positive number; one too long to be counted is the largest, and is refused by its size.
  static func parse(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let number = Int(text) ?? .max
    return number > 0 ? number : nil
  }
}
