import ArgumentParser
import Assessment
import Inquiry
import Interchange
import JSONText
import MapRendering
import Records

/// `sijil why`: how one number, or the grade, of one incident came about.
struct WhyCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Explain one number, or the grade, of one incident.",
    usage: "sijil why <id> <subject> [<options>]",
    discussion: """
      The rule and the claims that put the number there, what it becomes without each of them, then \
      everything that was counted and everything that was left out, with the reason.

      Subjects: \(WhySubject.allowed).
      """)

  @Argument(help: ArgumentHelp("The incident, such as CI550.", valueName: "id"))
  var id: String
  @Argument(
    help: ArgumentHelp("What to explain, such as killed.max or grade.", valueName: "subject"))
  var subject: String
  @Option(
    help: "Whose rule: airwars, ibc, ucdp, acled or constraint.", transform: Parse.code)
  var method: Method = .airwars
  @OptionGroup var day: AsOfOptions
  @OptionGroup var whatIf: ClaimOptions
  @Option(help: "table or json.")
  var format: PlainFormat = .table
  @OptionGroup var display: DisplayOptions
  @OptionGroup var recorded: RecordedOptions

  func run(on console: Console) async throws -> ExitStatus {
    let subject = try WhySubject(subject)
    let found = try await recorded.incidentCase(id, asOf: day.asOf, keeping: whatIf.claims)
    let width = max(40, display.tableWidth(on: console) ?? 100)
    switch subject {
    case .grade: try write(ExplainedGrade(found.inPlay), of: found, width: width, to: console)
    case .number(let measure, let point):
      let tree = MethodTable(of: found.testimony, asOf: day.asOf)
        .derivation(of: point, measure, by: method)
      switch format {
      case .json:
        var writer = JSONWriter(reserving: 16_384)
        writer.derivation(tree, of: found)
        try console.write(writer.takeBytes() + [0x0A])
      case .table:
        let text = DerivationText(tree, of: found, by: method)
        try console.lines(
          text.lines(width: width, ascii: console.isASCII))
      }
    }
    return .done
  }

  private func write(
    _ grade: ExplainedGrade, of found: IncidentCase, width: Int, to console: Console
  ) throws {
    switch format {
    case .json:
      var writer = JSONWriter(reserving: 4_096)
      writer.gradeDerivation(grade, of: found)
      try console.write(writer.takeBytes() + [0x0A])
    case .table:
      let text = GradeText(grade, of: found)
      try console.lines(text.lines(width: width, ascii: console.isASCII))
    }
  }
}
