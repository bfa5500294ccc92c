extension MapColour {
  /// A text in this colour, for charts and tables beside maps.
  ///
  /// - Parameters:
  ///   - text: What to colour; it has passed the terminal filter.
  ///   - depth: The colours that the receiver shows; below 256 the text stays as it is, for then
  ///     shape and words carry the meaning.
  ///   - theme: The background drawn upon.
  /// - Returns: UTF-8 that ends in the terminal's own colours.
  public func painted(
    _ text: TerminalText, depth: ColourDepth, theme: ColourTheme = .dark
  ) -> [UInt8] {
    let palette = Palette(depth: depth, theme: theme)
    let parameters = palette.foregrounds[Int(Ink.symbol(self).code)]
    let bytes = Array(text.string.utf8)
    guard !parameters.isEmpty else { return bytes }
    return Array("\u{1B}[".utf8) + parameters + Array("m".utf8) + bytes + Array("\u{1B}[0m".utf8)
  }
}
