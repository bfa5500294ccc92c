import MapRendering
import Testing

@Suite struct PolicyTests {
  @Test func `Every combination of the environment follows the table`() {
    let values: [String: [String?]] = [
      "NO_COLOR": [nil, "", "1"], "CLICOLOR_FORCE": [nil, "0", "1"],
      "FORCE_COLOR": [nil, "0", "1", "2", "3", "true"],
      "TERM": [nil, "dumb", "xterm", "xterm-256color"], "COLORTERM": [nil, "truecolor", "24bit"],
    ]
    var environments: [[String: String]] = [[:]]
    for name in values.keys.sorted() {
      environments = environments.flatMap { environment in
        (values[name] ?? []).map { value in
          var longer = environment
          longer[name] = value
          return longer
        }
      }
    }
    #expect(environments.count == 3 * 3 * 6 * 4 * 3)
    for environment in environments {
      for choice in ColourChoice.allCases {
        for isTTY in [false, true] {
          #expect(
            ColourPolicy.depth(choice: choice, environment: environment, isTTY: isTTY)
              == oracle(choice, environment, isTTY), "\(choice) \(environment) \(isTTY)")
        }
      }
    }
  }

  /// The table of precedence, written as a list of rules instead of nested decisions.
  private func oracle(
    _ choice: ColourChoice, _ environment: [String: String], _ isTTY: Bool
  ) -> ColourDepth {
    let terminal: ColourDepth =
      ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
      ? .trueColour : environment["TERM"] == "xterm-256color" ? .palette256 : .ansi16
    let force = environment["FORCE_COLOR"]
    let rules: [(applies: Bool, depth: ColourDepth)] = [
      (choice == .never, .none), (choice == .always, terminal),
      (environment["NO_COLOR"] == "1", .none), (force == "0", .none), (force == "1", .ansi16),
      (force == "2", .palette256), (force == "3", .trueColour), (force == "true", terminal),
      (environment["CLICOLOR_FORCE"] == "1", terminal), (environment["TERM"] == "dumb", .none),
      (!isTTY, .none),
    ]
    return rules.first { $0.applies }?.depth ?? terminal
  }

  @Test(
    "Glyphs follow option, variable, terminal and locale",
    arguments: [
      ([:], .ascii), (["LANG": "en_GB.UTF-8"], .braille),
      (["LC_ALL": "C", "LANG": "en_GB.UTF-8"], .ascii),
      (["LC_ALL": "", "LC_CTYPE": "ar_IQ.utf8"], .braille), (["LANG": "ja_JP.UTF-8"], .ascii),
      (["LANG": "en_GB.UTF-8", "TERM": "linux"], .ascii),
      (["LANG": "C", "SIJIL_GLYPHS": "braille"], .braille),
      (["LANG": "en_GB.UTF-8", "SIJIL_GLYPHS": "emoji"], .braille),
    ] as [([String: String], GlyphSet)])
  func glyphs(environment: [String: String], expected: GlyphSet) {
    #expect(GlyphPolicy.glyphs(choice: nil, environment: environment) == expected)
    #expect(GlyphPolicy.glyphs(choice: .ascii, environment: environment) == .ascii)
  }
}
