/// How large texts are and how much room they take, the same for layout, SVG and raster.
///
/// Widths are those of ``StrokeFont``, which runs a little wider than the sans-serif faces that
/// browsers have, so what fits here fits there.
package enum TextMetrics {
  /// Pixels of the font size at which ``StrokeFont`` is drawn on its own grid.
  package static let nativeSize = 13
  /// Pixels between two letters.
  static let gap = 2
  /// Pixels of a blank.
  static let blank = 4
  /// Hundredths of the width that bold letters of browsers take; ours are as wide as the others.
  static let boldShare = 112
  /// Pixels of a letter that the font has not: Arabic letters are narrower on average.
  static let unknown = 8

  /// Font size in tenths of a pixel at scale 1.
  package static func tenths(of role: TextRole) -> Int {
    switch role {
    case .title: 170
    case .areaLabel, .pointLabel, .waterLabel, .legend, .emphasis, .note: 130
    case .graticule: 110
    }
  }

  package static func isBold(_ role: TextRole) -> Bool { role == .title || role == .emphasis }

  /// The width of a text in units of a display list, the gap after the last letter left out.
  ///
  /// - Complexity: O(*n*) in the scalars.
  package static func width(of text: TerminalText, role: TextRole) -> Int {
    let width = text.string.unicodeScalars.reduce(0) { $0 + advance($1) } - gap * 256
    let share = isBold(role) ? boldShare : 100
    return max(width, 0) * DisplayUnit.pixel * tenths(of: role) / (nativeSize * 10 * 256)
      * share / 100
  }

  /// From one letter to the next, in 1/256 pixels at native size.
  static func advance(_ scalar: Unicode.Scalar) -> Int {
    if scalar == " " { return blank * 256 }
    guard let glyph = StrokeFont.shared.glyph(scalar) else {
      return TerminalText.columns(of: scalar, ambiguousWidth: .narrow) * unknown * 256
    }
    return glyph.high - glyph.low + (1 + gap) * 256
  }
}
