import ArgumentParser

/// The command itself, a list of its parts: a new subcommand is one file and one line here.
struct SijilCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sijil",
    abstract: "The register of who said what about each strike, where and when.",
    discussion: """
      Keeps every claim with its own figure, unit, claimant, relay chain, place and clocks, and \
      works out the rest: ranges with the claims behind each end, what was known on a date, and \
      which incidents lie certainly or only possibly inside an area.

      Start with 'sijil init', then 'sijil map' and 'sijil show CI550'.
      """,
    version: Version.text,
    subcommands: [
      InitCommand.self, ImportCommand.self, MapCommand.self, ViewCommand.self, QueryCommand.self,
      ShowCommand.self, WhyCommand.self, TimelineCommand.self, ContradictionsCommand.self,
      PlacesCommand.self, SummaryCommand.self, DiffCommand.self, ResolveCommand.self,
      ExportCommand.self, FilterCommand.self, CheckCommand.self, ServeCommand.self,
      LedgerCommand.self, DoctorCommand.self, TilesCommand.self,
    ])
}

/// The version of the program.
enum Version {
  static let text = "0.1.0"
}
