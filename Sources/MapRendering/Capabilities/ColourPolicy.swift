/// The user's word on colour: the `--color` option.
public enum ColourChoice: String, Sendable, Hashable, CaseIterable {
  /// Decide from the environment and the terminal.
  case auto
  /// Colour even into a pipe.
  case always
  /// No escape sequence.
  case never
  /// The same as ``never``.
  case monochrome = "0"
  /// Weight alone: the sixteen colours are the user's own.
  case ansi16 = "16"
  /// The xterm palette.
  case palette256 = "256"
  /// 24 bits.
  case trueColour = "24"
}

/// Decides how many colours an output gets.
///
/// - Note: Source – no-color.org; bixense.com/clicolors; force-color.org.
public enum ColourPolicy {
  /// The colours for an output, a pure function of what is known about it.
  ///
  /// Precedence: the option, `NO_COLOR`, `CLICOLOR_FORCE` or `FORCE_COLOR`, `TERM=dumb`, not a
  /// terminal, `COLORTERM`, `TERM` with `256color`, else 16.
  ///
  /// - Parameters:
  ///   - choice: The `--color` option; `auto` where it is absent.
  ///   - environment: The process environment.
  ///   - isTTY: Whether the output is a terminal.
  /// - Returns: The depth to render with.
  public static func depth(
    choice: ColourChoice, environment: [String: String], isTTY: Bool
  ) -> ColourDepth {
    switch choice {
    case .never, .monochrome: return .none
    case .ansi16: return .ansi16
    case .palette256: return .palette256
    case .trueColour: return .trueColour
    case .always: return terminalDepth(environment)
    case .auto: break
    }
    if let value = environment["NO_COLOR"], !value.isEmpty { return .none }
    if let forced = forcedDepth(environment) { return forced }
    if environment["TERM"] == "dumb" || !isTTY { return .none }
    return terminalDepth(environment)
  }

  /// What `FORCE_COLOR` (1, 2, 3 name a depth, 0 forbids) or `CLICOLOR_FORCE` ask for.
  private static func forcedDepth(_ environment: [String: String]) -> ColourDepth? {
    if let value = environment["FORCE_COLOR"], !value.isEmpty {
      switch value {
      case "0", "false": return ColourDepth.none
      case "1": return .ansi16
      case "2": return .palette256
      case "3": return .trueColour
      default: return terminalDepth(environment)
      }
    }
    guard let value = environment["CLICOLOR_FORCE"], !value.isEmpty, value != "0" else {
      return nil
    }
    return terminalDepth(environment)
  }

  private static func terminalDepth(_ environment: [String: String]) -> ColourDepth {
    let colorTerm = environment["COLORTERM"] ?? ""
    if colorTerm == "truecolor" || colorTerm == "24bit" { return .trueColour }
    return (environment["TERM"] ?? "").contains("256color") ? .palette256 : .ansi16
  }
}
