/// A colour as a terminal is told it.
enum PaletteColour: Hashable, Sendable {
  /// The terminal's own.
  case standard
  /// An entry of the xterm palette, 16…255.
  case indexed(UInt8)
  /// 0xRRGGBB.
  case direct(UInt32)

  /// SGR parameters, such as `38;5;214`; none for the terminal's own colour.
  ///
  /// - Parameter plane: `38` for characters, `48` for what lies behind them.
  /// - Returns: ASCII.
  func parameters(after plane: String) -> [UInt8] {
    switch self {
    case .standard: []
    case .indexed(let index): Array("\(plane);5;\(index)".utf8)
    case .direct(let rgb):
      Array("\(plane);2;\(rgb >> 16);\(rgb >> 8 & 0xFF);\(rgb & 0xFF)".utf8)
    }
  }

  /// 0xRRGGBB; `nil` for the terminal's own colour.
  ///
  /// - Note: Source – xterm, 256colres.h: a cube of six levels, then 24 greys.
  var rgb: UInt32? {
    switch self {
    case .standard: return nil
    case .direct(let rgb): return rgb
    case .indexed(let index):
      guard index >= 16 else { return nil }
      guard index < 232 else { return (8 + 10 * UInt32(index - 232)) * 0x010101 }
      let cube = UInt32(index - 16)
      return [cube / 36, cube / 6 % 6, cube % 6].reduce(0) { rgb, level in
        rgb << 8 | (level == 0 ? 0 : 55 + 40 * level)
      }
    }
  }
}
