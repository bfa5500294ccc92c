import Records

/// `width` and `w`: cells across.
enum MapWidthParameter: RequestParameter {
  static let range = 20...400
  static let declaration = MapSize.declaration("width", "Columns of characters.", range, 80)
  static func parse(_ text: String) -> Int? { MapSize.parse(text, in: range) }
}

/// The short name of `width`.
enum MapShortWidthParameter: RequestParameter {
  static let declaration = MapSize.declaration(
    "w", "Short for width.", MapWidthParameter.range, 80)
  static func parse(_ text: String) -> Int? { MapWidthParameter.parse(text) }
}

/// `height` and `h`: cells down.
enum MapHeightParameter: RequestParameter {
  static let range = 5...200
  static let declaration = MapSize.declaration("height", "Lines of characters.", range, 24)
  static func parse(_ text: String) -> Int? { MapSize.parse(text, in: range) }
}

/// The short name of `height`.
enum MapShortHeightParameter: RequestParameter {
  static let declaration = MapSize.declaration(
    "h", "Short for height.", MapHeightParameter.range, 24)
  static func parse(_ text: String) -> Int? { MapHeightParameter.parse(text) }
}

/// `glyphs`: which characters to draw with.
enum GlyphsParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "glyphs", summary: "Which characters to draw with.",
    form: .code(MapRequest.Glyphs.codes, byDefault: MapRequest.Glyphs.auto.code),
    wanted: MapRequest.Glyphs.codes.joined(separator: ", "))

  static func parse(_ text: String) -> MapRequest.Glyphs? { MapRequest.Glyphs(code: text) }
}

/// `color`: whether to colour.
enum ColorParameter: RequestParameter {
  enum When: String, Vocabulary {
    /// For programs known to print to a terminal.
    case auto
    case always
    case never
    static let name = "color"
  }

  static let declaration = ParameterDeclaration(
    name: "color", summary: "Whether to colour; auto does for programs that fetch for a terminal.",
    form: .code(When.codes, byDefault: When.auto.code),
    wanted: When.codes.joined(separator: ", "))

  static func parse(_ text: String) -> When? { When(code: text) }
}

private enum MapSize {
  static func declaration(
    _ name: String, _ summary: String, _ range: ClosedRange<Int>, _ byDefault: Int
  ) -> ParameterDeclaration {
    ParameterDeclaration(
      name: name, summary: summary,
      form: .integer(minimum: range.lowerBound, maximum: range.upperBound, byDefault: byDefault),
      wanted: "a whole number from \(range.lowerBound) to \(range.upperBound)")
  }

  static func parse(_ text: String, in range: ClosedRange<Int>) -> Int? {
    guard text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(text), range.contains(number)
    else { return nil }
    return number
  }
}
