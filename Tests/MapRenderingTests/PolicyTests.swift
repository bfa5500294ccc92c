import MapRendering
import Testing

@Suite struct PolicyTests {
  @Test func `Every combination of the environment follows the table`() {
    let values: [String: [String?]] = [
      "NO_COLOR": [nil, "", "1"], "CLICOLOR_FORCE": [nil, "0", "1"],
      "FORCE_COLOR": [nil, "0", "1", "2", "3", "true"],
      "TERM": [nil, "dumb", "xterm", "xterm-256color"], "COLORTERM": [nil, "truecolor", "24bit"],
    ]
    let environments = Self.combinations(values)
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
      (choice == .monochrome, .none), (choice == .ansi16, .ansi16),
      (choice == .palette256, .palette256), (choice == .trueColour, .trueColour),
      (environment["NO_COLOR"] == "1", .none), (force == "0", .none), (force == "1", .ansi16),
      (force == "2", .palette256), (force == "3", .trueColour), (force == "true", terminal),
      (environment["CLICOLOR_FORCE"] == "1", terminal), (environment["TERM"] == "dumb", .none),
      (!isTTY, .none),
    ]
    return rules.first { $0.applies }?.depth ?? terminal
  }

  /// Every combination of values of some variables.
  private static func combinations(_ values: [String: [String?]]) -> [[String: String]] {
    values.keys.sorted().reduce([[:]]) { environments, name in
      environments.flatMap { environment in
        (values[name] ?? []).map { environment.merging($0.map { [name: $0] } ?? [:]) { $1 } }
      }
    }
  }

  private static let replies: [(reply: ProbeReply?, octants: Bool)] =
    [(nil, false)]
    + [
      ("kitty(0.40.1)", true), ("kitty(0.39.9)", false), ("foot(1.20.2)", true),
      ("VTE(7600)", false), ("VTE(7802)", true), ("XTerm(390)", false), ("ghostty 1.2.0", true),
    ].map { (ProbeReply(Array("\u{1B}P>|\($0)\u{1B}\\\u{1B}[?62c".utf8)), $1) }

  @Test func `Every combination of terminal and variable gives the glyphs of the table`() {
    let environments = Self.combinations([
      "SIJIL_GLYPHS": [nil, "", "auto", "emoji"] + GlyphChoice.allCases.map(\.rawValue),
      "LC_ALL": [nil, "", "C", "ja_JP.UTF-8"], "LANG": [nil, "C", "ar_IQ.utf8", "en_GB.UTF-8"],
      "TERM": [nil, "dumb", "linux", "xterm-256color", "xterm-ghostty", "tmux-256color", "screen"],
      "TMUX": [nil, "/run/tmux"], "TERM_PROGRAM": [nil, "ghostty"],
      "TERM_PROGRAM_VERSION": [nil, "1.1.9", "1.2.3"],
    ])
    #expect(environments.count == 13 * 4 * 4 * 7 * 2 * 2 * 3)
    var wrong = 0
    for environment in environments {
      for isTTY in [false, true] {
        for width in [AmbiguousWidth?.none, .narrow, .wide] {
          let surroundings = OutputSurroundings(
            environment: environment, isTTY: isTTY, isInputTTY: true)
          for (reply, octants) in isTTY ? Self.replies : [(nil, false)] {
            let decision = GlyphPolicy.decide(
              .auto, in: surroundings, reply: reply, ambiguousWidth: width)
            let expected = expectedGlyphs(
              environment, isTTY, width, reply == nil ? nil : octants)
            if decision.glyphs != expected.glyphs || decision.image != expected.image {
              wrong += 1
              Issue.record("\(environment) \(isTTY) \(String(describing: width)) \(decision)")
            }
            if wrong > 5 { return }
          }
        }
      }
    }
  }

  /// The rules as a list, the first that applies; written apart from the policy.
  private func expectedGlyphs(
    _ environment: [String: String], _ isTTY: Bool, _ width: AmbiguousWidth?, _ octants: Bool?
  ) -> (glyphs: GlyphSet, image: ImageProtocol?) {
    let locale = [environment["LC_ALL"], environment["LANG"]].compactMap { $0 }
      .first { !$0.isEmpty }
    let isWide = width.map { $0 == .wide } ?? (locale == "ja_JP.UTF-8")
    let hasUTF8 = ["ja_JP.UTF-8", "ar_IQ.utf8", "en_GB.UTF-8"].contains(locale)
    let term = environment["TERM"]
    let isPoor = term == "dumb" || term == "linux"
    let plain: GlyphSet = hasUTF8 && !isWide && !isPoor ? .braille : .ascii
    let isMultiplexed =
      environment["TMUX"] != nil || term == "tmux-256color" || term == "screen"
    let isDirect = isTTY && !isMultiplexed
    let isNewGhostty =
      term == "xterm-ghostty" && environment["TERM_PROGRAM"] == "ghostty"
      && environment["TERM_PROGRAM_VERSION"] == "1.2.3"
    let named = environment["SIJIL_GLYPHS"]
    let rules: [(applies: Bool, glyphs: GlyphSet, image: ImageProtocol?)] = [
      (named == "text", .text, nil), (named == "ascii", .ascii, nil), (named == "box", .box, nil),
      (named == "braille", .braille, nil), (named == "sextant" && isDirect, .sextant, nil),
      (named == "octant" && isDirect, .octant, nil), (named == "sixel" && isDirect, plain, .sixel),
      (named == "kitty" && isDirect, plain, .kitty), (!isDirect, plain, nil),
      (plain == .ascii, .ascii, nil), (octants == true, .octant, nil),
      (octants == false, .braille, nil), (isNewGhostty, .octant, nil),
    ]
    return rules.first { $0.applies }.map { ($0.glyphs, $0.image) } ?? (.braille, nil)
  }

  @Test(arguments: GlyphChoice.allCases.filter { $0 != .auto })
  func `The option goes before everything`(choice: GlyphChoice) {
    let environments = Self.combinations([
      "SIJIL_GLYPHS": [nil, "ascii", "octant"], "LANG": [nil, "en_GB.UTF-8", "ko_KR.UTF-8"],
      "TMUX": [nil, "/run/tmux"], "TERM": [nil, "dumb", "xterm-kitty"],
    ])
    for environment in environments {
      for isTTY in [false, true] {
        let surroundings = OutputSurroundings(environment: environment, isTTY: isTTY)
        let decision = GlyphPolicy.decide(choice, in: surroundings)
        if let set = choice.set {
          #expect(decision.glyphs == set && decision.image == nil)
        } else {
          let isPlain =
            environment["LANG"] == "en_GB.UTF-8" && environment["TERM"] != "dumb"
          #expect(decision.glyphs == (isPlain ? .braille : .ascii))
          #expect(decision.image?.rawValue == choice.rawValue)
        }
      }
    }
  }

  @Test func `Every combination of background and variable gives the theme of the table`() {
    let light: Set<String> = ["0;7", "0;15", "0;default;9"]
    let answers: [(String?, ColourTheme?)] = [
      (nil, nil), ("rgb:ffff/ffff/dddd", .light), ("rgb:00/2b/36", .dark), ("rgb:f/f/f", .light),
      ("rgb:0000/0000/ffff", .dark),
    ]
    for variable in [nil, "", "15;0", "0;7", "0;15", "7;8", "0;default;9", "0;16", "x"] {
      for (answer, shown) in answers {
        for choice in ThemeChoice.allCases {
          let surroundings = OutputSurroundings(
            environment: variable.map { ["COLORFGBG": $0] } ?? [:], isTTY: true)
          let reply = answer.map { ProbeReply(Array("\u{1B}]11;\($0)\u{7}".utf8)) }
          let expected: ColourTheme =
            choice == .dark
            ? .dark
            : choice == .light
              ? .light : shown ?? (variable.map(light.contains) == true ? .light : .dark)
          #expect(
            ThemePolicy.theme(choice, in: surroundings, reply: reply) == expected,
            "\(String(describing: variable)) \(String(describing: answer)) \(choice)")
        }
      }
    }
  }

  @Test func `A terminal is asked only where an answer can change the map`() {
    let environments = Self.combinations([
      "SIJIL_GLYPHS": [nil, "auto", "ascii", "octant"], "LANG": [nil, "en_GB.UTF-8"],
      "TERM": [nil, "dumb", "linux", "xterm-256color", "screen"], "TMUX": [nil, "/run/tmux"],
      "SSH_TTY": [nil, "/dev/pts/3"], "NO_COLOR": [nil, "1"],
    ])
    for environment in environments {
      for (output, input) in [(false, false), (false, true), (true, false), (true, true)] {
        for glyphs in GlyphChoice.allCases {
          for theme in ThemeChoice.allCases {
            let choices = RenderChoices(glyphs: glyphs, theme: theme)
            let surroundings = OutputSurroundings(
              environment: environment, isTTY: output, isInputTTY: input)
            let named = environment["SIJIL_GLYPHS"].map { $0 != "auto" } ?? false
            let answersMatter =
              environment["LANG"] != nil || (theme == .auto && environment["NO_COLOR"] == nil)
            let expected =
              output && input && glyphs == .auto && !named
              && environment["TERM"] == "xterm-256color" && environment["TMUX"] == nil
              && environment["SSH_TTY"] == nil && answersMatter
            #expect(
              TerminalProbe.isWorthwhile(choices, in: surroundings) == expected,
              "\(environment) \(output) \(input) \(glyphs) \(theme)")
          }
        }
      }
    }
  }
}
