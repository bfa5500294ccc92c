import Records
import MapRendering
import ArgumentParser
import Ledger

/// `sijil ledger`: what was written, by whom, and that nobody changed it since.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Read and verify the record of what was written.",
    subcommands: [Log.self, Verify.self, Index.self])

  /// `sijil ledger log`.
  struct Log: ConsoleCommand {
    static let configuration = CommandConfiguration(
      commandName: "log", abstract: "List the entries of the ledger.")

    @OptionGroup var display: DisplayOptions
    @OptionGroup var store: StoreOptions

    func run(on console: Console) async throws -> ExitStatus {
      var table = TextTable([
        .init(title: "ENTRY", alignment: .trailing), .init(title: "RECORDED"),
        .init(title: "AUTHOR"), .init(title: "SOURCES", alignment: .trailing),
        .init(title: "PLACES", alignment: .trailing),
        .init(title: "INCIDENTS", alignment: .trailing),
        .init(title: "CLAIMS", alignment: .trailing), .init(title: "HASH"),
        .init(title: "REASON"),
      ])
      for entry in try store.ledger(.readOnly).entries() {
        table.add([
          "\(entry.sequence)", entry.recordedAt.description, entry.author,
          "\(entry.added.sources)", "\(entry.added.places)", "\(entry.added.incidents)",
          "\(entry.added.claims)", String(entry.hash.description.prefix(12)), entry.reason,
        ])
      }
      let width = display.tableWidth(on: console)
      for line in table.lines(width: width, ascii: console.isASCII) { try console.line(line) }
      return .done
    }
  }

  /// `sijil ledger verify`.
  struct Verify: ConsoleCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "Recompute every hash and find any change.")

    @OptionGroup var store: StoreOptions

    func run(on console: Console) async throws -> ExitStatus {
      let verification = try store.ledger(.readOnly).verify()
      for problem in verification.problems { try console.line(problem.description) }
      guard verification.isSound else {
        throw CommandError.damaged(problems: verification.problems.count)
      }
      let head = verification.head
      try console.line(
        "whole: \(verification.entryCount) entries, \(verification.versions.total) versions of "
          + "records, head \(head?.hash.description ?? "none")")
      return .done
    }
  }

  /// `sijil ledger index`.
  struct Index: ConsoleCommand {
    static let configuration = CommandConfiguration(
      commandName: "index", abstract: "Build the spatial indexes that large imports leave out.")

    @OptionGroup var store: StoreOptions

    func run(on console: Console) async throws -> ExitStatus {
      try store.ledger(.readWrite).buildSpatialIndexes()
      try console.line("spatial indexes built")
      return .done
    }
  }
}
