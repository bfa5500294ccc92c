/// Turns text into strokes of ``StrokeFont`` on pixels.
struct TextPen {
  /// Width of a stroke, 1/256 pixels.
  let width: Int
  /// 1/256 pixels of a grid pixel of the font, times 256.
  private let size: Int

  init(scale: PixelScale, role: TextRole) {
    size =
      scale.length(DisplayUnit.pixel) * TextMetrics.tenths(of: role)
      / (TextMetrics.nativeSize * 10)
    width = size * (TextMetrics.isBold(role) ? 17 : 11) / 10
  }

  /// The strokes of a text, 1/256 pixels.
  ///
  /// Letters begin on whole pixels, so that upright strokes are sharp.
  func strokes(of text: TerminalText, from origin: DisplayPoint) -> [[DisplayPoint]] {
    var strokes: [[DisplayPoint]] = []
    var x = origin.x
    let y = Self.middle(ofPixelAt: origin.y)
    for scalar in text.string.unicodeScalars {
      if scalar != " " {
        let glyph = StrokeFont.shared.glyph(scalar) ?? StrokeFont.missing
        let left = Self.middle(ofPixelAt: x)
        for stroke in glyph.strokes {
          strokes.append(
            stroke.map {
              DisplayPoint(
                left + (($0.x - glyph.low) * size) >> 8,
                y + (($0.y - (StrokeFont.baseline + 1) * 256) * size) >> 8)
            })
        }
      }
      x += (TextMetrics.advance(scalar) * size) >> 8
    }
    return strokes
  }

  /// The middle of the pixel whose edge is nearest.
  private static func middle(ofPixelAt place: Int) -> Int { ((place + 128) & ~255) + 128 }
}
