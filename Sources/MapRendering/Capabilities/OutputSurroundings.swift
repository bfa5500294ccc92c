/// What is known about the receiver of an output without asking it anything.
public struct OutputSurroundings: Sendable, Hashable {
  /// The process environment.
  public var environment: [String: String]
  /// Whether the output is a terminal.
  public var isTTY: Bool
  /// Whether the input is a terminal, in which its replies could be read.
  public var isInputTTY: Bool

  /// Describes a receiver.
  ///
  /// - Parameters:
  ///   - environment: The process environment.
  ///   - isTTY: Whether the output is a terminal.
  ///   - isInputTTY: Whether the input is a terminal.
  public init(environment: [String: String], isTTY: Bool, isInputTTY: Bool = false) {
    self.environment = environment
    self.isTTY = isTTY
    self.isInputTTY = isInputTTY
  }

  /// A variable that is set and not empty.
  func value(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The locale of characters, in lower case: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is
  /// set, as POSIX ranks them.
  var locale: String {
    (value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? "").lowercased()
  }

  /// Whether characters are encoded in UTF-8.
  var isUTF8: Bool { locale.contains("utf-8") || locale.contains("utf8") }

  /// How wide ambiguous characters are where the locale says so.
  ///
  /// - Note: Source – UAX #11 §5: ambiguous characters are wide in East Asian legacy contexts.
  public var ambiguousWidth: AmbiguousWidth {
    ["zh", "ja", "ko"].contains { locale.hasPrefix($0) } ? .wide : .narrow
  }

  /// The kind of terminal.
  var term: String { environment["TERM"] ?? "" }

  /// Whether tmux or screen stand between the program and the terminal.
  public var isMultiplexed: Bool {
    value("TMUX") != nil || value("STY") != nil || term.hasPrefix("tmux")
      || term.hasPrefix("screen")
  }
}
