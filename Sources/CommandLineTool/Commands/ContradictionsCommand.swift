import ArgumentParser
import Assessment
import Inquiry
import Interchange
import JSONText

/// `sijil contradictions`: who contradicts, replaces or echoes whom.
struct ContradictionsCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "contradictions",
    abstract: "Show who contradicts, replaces or echoes whom about one incident.",
    usage: "sijil contradictions <id> [<options>]",
    discussion: """
      Edges that the record states, with certain and possible targets, and conflicts that follow \
      from the figures alone. As dot it is a graph for Graphviz: \
      sijil contradictions CI550 --format dot | dot -Tsvg > graph.svg
      """)

  @Argument(help: ArgumentHelp("The incident, such as CI550.", valueName: "id"))
  var id: String
  @OptionGroup var day: AsOfOptions
  @OptionGroup var whatIf: ClaimOptions
  @Option(help: "table, json or dot.")
  var format: GraphFormat = .table
  @OptionGroup var display: DisplayOptions
  @OptionGroup var recorded: RecordedOptions

  func run(on console: Console) async throws -> ExitStatus {
    let found = try await recorded.incidentCase(id, asOf: day.asOf, keeping: whatIf.claims)
    let graph = ContradictionGraph(found.inPlay)
    switch format {
    case .json:
      var writer = JSONWriter(reserving: 32_768)
      writer.contradictions(graph, of: found)
      try console.write(writer.takeBytes() + [0x0A])
    case .dot: try console.write(Array(graph.graphviz(name: id).utf8))
    case .table:
      let width = max(40, display.tableWidth(on: console) ?? 100)
      let text = ContradictionsText(graph, of: found)
      try console.lines(text.lines(width: width))
    }
    return .done
  }
}

/// The forms a graph takes.
enum GraphFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case json
  case dot
}
