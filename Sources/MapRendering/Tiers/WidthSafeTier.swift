/// Braille with no character whose width depends on the terminal: texts lose their ambiguous
/// signs, which become ASCII.
struct WidthSafeTier: RenderTier {
  private let braille = BrailleTier()

  var dots: DotGrid { braille.dots }
  var waterGlyphs: [Unicode.Scalar] { braille.waterGlyphs }
  var lineGlyphs: [Unicode.Scalar] { braille.lineGlyphs }
  var hatchMask: UInt8 { braille.hatchMask }
  var ellipsis: TerminalText { .asciiEllipsis }

  func text(_ text: TerminalText) -> TerminalText { text.widthSafe }
}
