/// The user's word on the background: the `--theme` option.
public enum ThemeChoice: String, Sendable, Hashable, CaseIterable {
  /// Decide from the terminal.
  case auto
  /// Light on dark.
  case dark
  /// Dark on light.
  case light
}

/// Decides which background colours must stand out from.
public enum ThemePolicy {
  /// The theme for an output, a pure function of what is known about it.
  ///
  /// Precedence: the option, the background that the terminal answered, `COLORFGBG`, else dark.
  ///
  /// - Parameters:
  ///   - choice: The `--theme` option.
  ///   - surroundings: What is known without asking.
  ///   - reply: What the terminal has answered; `nil` where it was not asked.
  /// - Returns: The theme to render with.
  public static func theme(
    _ choice: ThemeChoice, in surroundings: OutputSurroundings, reply: ProbeReply? = nil
  ) -> ColourTheme {
    switch choice {
    case .dark: return .dark
    case .light: return .light
    case .auto: break
    }
    if let luminance = reply?.backgroundLuminance { return luminance > 0.5 ? .light : .dark }
    return surroundings.value("COLORFGBG").flatMap(background) ?? .dark
  }

  /// The theme of `fg;bg` or `fg;other;bg`, palette indices of which 7 and 9…15 are light.
  ///
  /// - Note: Source – rxvt(1), COLORFGBG.
  private static func background(_ variable: String) -> ColourTheme? {
    guard let last = variable.split(separator: ";").last, let index = Int(last),
      (0...15).contains(index)
    else { return nil }
    return index == 7 || index > 8 ? .light : .dark
  }
}
