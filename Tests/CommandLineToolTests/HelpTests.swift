import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// A command and the options that its help must explain.
struct Documented: Sendable, CustomTestStringConvertible {
  let command: any ParsableCommand.Type
  let options: [String]
  var testDescription: String { command._commandName }

  private static let area = [
    "--in", "--bbox", "--polygon", "--near", "--within", "--nearest", "--match", "--from", "--to",
    "--as-of", "--as-recorded", "--text", "--kind", "--grade", "--attributed-to", "--min-harm",
  ]

  static let all = [
    Documented(command: InitCommand.self, options: ["--store", "--data"]),
    Documented(
      command: ImportCommand.self,
      options: ["<file>", "--schema", "--mapping", "--layer", "--reason", "--store"]),
    Documented(
      command: MapCommand.self,
      options: area + ["[<area>]", "--glyphs", "--width", "--height", "--color", "--store"]),
    Documented(
      command: QueryCommand.self,
      options: area + ["--limit", "--cursor", "--format", "--width", "--color", "--store"]),
    Documented(
      command: ShowCommand.self,
      options: [
        "<id>", "--as-of", "--as-recorded", "--claims", "--format", "--width", "--color", "--store",
      ]),
    Documented(
      command: WhyCommand.self,
      options: [
        "<id>", "<subject>", "--method", "--as-of", "--as-recorded", "--claims", "--format",
        "--width", "--store",
      ]),
    Documented(
      command: TimelineCommand.self,
      options: area + ["[<id>]", "--claims", "--format", "--width", "--color", "--store"]),
    Documented(
      command: ContradictionsCommand.self,
      options: [
        "<id>", "--as-of", "--as-recorded", "--claims", "--format", "--width", "--store",
      ]),
    Documented(
      command: PlacesCommand.self,
      options: ["<name>", "--limit", "--as-recorded", "--format", "--store"]),
    Documented(
      command: SummaryCommand.self,
      options: area + ["--by", "--method", "--format", "--width", "--store"]),
    Documented(
      command: DiffCommand.self,
      options: [
        "--from", "--to", "--recorded-from", "--recorded-to", "--in", "--bbox", "--match",
        "--as-of", "--as-recorded", "--format", "--width", "--store",
      ]),
    Documented(
      command: ResolveCommand.self,
      options: [
        "<claim>", "--place", "--reason", "--author", "--limit", "--as-recorded", "--format",
        "--store",
      ]),
    Documented(
      command: ExportCommand.self, options: area + ["--format", "--hxl", "--output", "--store"]),
    Documented(command: FilterCommand.self, options: ["[<file>]", "--filter", "--filter-lang"]),
    Documented(command: CheckCommand.self, options: ["<file>", "--type", "--format", "--limit"]),
    Documented(
      command: ServeCommand.self, options: ["--host", "--port", "--public-url", "--store"]),
    Documented(command: LedgerCommand.Log.self, options: ["--width", "--store"]),
    Documented(command: LedgerCommand.Verify.self, options: ["--store"]),
    Documented(command: LedgerCommand.Index.self, options: ["--store"]),
    Documented(command: DoctorCommand.self, options: ["--store"]),
    Documented(command: TilesCommand.self, options: ["build", "verify", "show", "unpack", "pack"]),
    Documented(command: TilesBuildCommand.self, options: ["--output", "--data"]),
    Documented(command: TilesVerifyCommand.self, options: ["--archive"]),
    Documented(command: TilesShowCommand.self, options: ["<z/x/y>", "--json", "--archive"]),
    Documented(command: TilesUnpackCommand.self, options: ["<folder>", "--archive"]),
    Documented(command: TilesPackCommand.self, options: ["<folder>", "<file>"]),
  ]
}

struct HelpTests {
  private func help(_ command: any ParsableCommand.Type) -> String {
    SijilCommand.helpMessage(for: command, columns: 100)
  }

  @Test(arguments: Documented.all)
  func `the help of a command explains each of its options`(documented: Documented) {
    let text = help(documented.command)
    for option in documented.options {
      #expect(text.contains("\(option)"), "\(option) is not in the help")
    }
    #expect(text.hasPrefix("OVERVIEW: "))
    // An option without a word of explanation would end its line.
    for line in text.split(separator: "\n") where line.hasPrefix("  --") {
      let explained = line.contains("  ") && !line.hasSuffix(">")
      let goesOn = line.utf8.count > 24
      #expect(explained || goesOn, "\(line)")
    }
  }

  @Test(arguments: Documented.all)
  func `no line of help is wider than 100 columns`(documented: Documented) {
    for line in help(documented.command).split(separator: "\n") {
      #expect(line.count <= 100, "\(line)")
    }
  }

  @Test func `the first help lists every subcommand`() {
    let text = help(SijilCommand.self)
    let names = SijilCommand.configuration.subcommands.map { $0._commandName }
    #expect(
      names == [
        "init", "import", "map", "view", "query", "show", "why", "timeline", "contradictions",
        "places",
        "summary", "diff", "resolve", "export", "filter", "check", "serve", "ledger", "doctor",
        "tiles",
      ])
    for name in names { #expect(text.contains("\n  \(name) "), "\(name)") }
    expectGolden(Array((text + "\n").utf8), "help.txt")
  }

  @Test(arguments: [CompletionShell.bash, .zsh, .fish])
  func `completions are made for each shell`(shell: CompletionShell) {
    let script = SijilCommand.completionScript(for: shell)
    for name in SijilCommand.configuration.subcommands.map({ $0._commandName }) {
      #expect(script.contains(name), "\(name)")
    }
    for option in ["as-of", "glyphs", "store", "min-harm", "public-url"] {
      #expect(script.contains(option), "\(option)")
    }
  }

  @Test(arguments: [
    (["map", "--height", "0"], "--height must be 1 to 400"),
    (["map", "--width", "0"], "--width must be 1 to 1000"),
    (["map", "mosul", "--in", "mosul"], "name the area once: 'sijil map AREA' or --in"),
    (["query", "--limit=-1"], "--limit must be 0 to 1000000"),
    (["serve", "--port", "70000"], "--port must be 0 to 65535"),
    (["query", "--as-of", "today"], "'today' is no day: use the form 2017-03-17"),
    (["query", "--kind", "comet"], "'comet' is no incident kind: use airstrike"),
    (["why", "CI550", "grade", "--method", "guess"], "'guess' is no method: use airwars, ibc"),
    (["show", "CI550", "--claims", "S(1)"], "'S(1)' is no pattern of claims: use identifiers"),
    (["summary", "--by", "colour"], "'colour' is no dimension: use district, month"),
    (["summary", "--by", "month", "--method", "best"], "'best' is no method: use airwars, ibc"),
    (["diff", "--from", "2017-03-24"], "give --from and --to, or --recorded-from"),
    (["diff", "--from", "2017-03-25", "--to", "2017-03-24"], "--to lies before --from"),
    (["resolve", "S33", "--place", "zuhur"], "a choice is recorded with its reason"),
    (["resolve", "S33", "--reason", "because"], "name a place with --place"),
    (["import"], "Missing expected argument '<file>'"),
    (["fly"], "Unexpected argument 'fly'"),
  ])
  func `wrong usage says what is wrong`(arguments: [String], message: String) {
    do {
      _ = try SijilCommand.parseAsRoot(arguments)
      Issue.record("\(arguments) was taken")
    } catch {
      let text = SijilCommand.fullMessage(for: error)
      #expect(text.contains(message), "\(text)")
      #expect(SijilCommand.exitCode(for: error).rawValue == 64)
    }
  }
}
