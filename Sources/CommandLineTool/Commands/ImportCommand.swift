import Ledger
public import ArgumentParser
import Foundation
public import Interchange
import Register

/// `sijil import`: bulk input, all or nothing per file.
struct ImportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Load a file into the store, all of it or nothing.",
    discussion: """
      A second run of the same file stores nothing new. Refused rows are listed with file, row, \
      column and reason.
      """)

  @Argument(
    help: ArgumentHelp("The file, or for sijil-csv the folder of tables.", valueName: "file"))
  var file: String
  @Option(
    help: ArgumentHelp(
      "How to read it: \(ImportSchema.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "schema"))
  var schema: ImportSchema
  @Option(help: ArgumentHelp("Why, for the ledger.", valueName: "text"))
  var reason: String?
  @OptionGroup var store: StoreOptions

  func run(on console: Console) async throws -> ExitStatus {
    guard FileManager.default.isReadableFile(atPath: file) else {
      throw CommandError.unreadable(path: file, reason: "no such file, or not readable")
    }
    let ledger = try store.ledger(.readWrite)
    defer { ledger.close() }
    let outcome = try ledger.importFile(
      at: URL(fileURLWithPath: file), schema: schema, author: Author.current,
      reason: reason ?? "import \(URL(fileURLWithPath: file).lastPathComponent)",
      recordedAt: Clock.now(), alone: true,
      progress: { console.progress(ProgressText($0).line) })
    console.progress("")
    try ImportText(outcome).write(to: console)
    guard outcome.isAccepted else { throw CommandError.refused(count: outcome.refused) }
    return .done
  }
}

/// How far an import has come, as one line with a bar.
struct ProgressText {
  let line: String

  init(_ progress: ImportProgress) {
    guard progress.bytesTotal > 0 else {
      line = "import: \(progress.rowsIn) rows"
      return
    }
    let share = min(1, Double(progress.bytesRead) / Double(progress.bytesTotal))
    let filled = Int(share * 30)
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: 30 - filled)
    line = "import: [\(bar)] \(Int(share * 100)) %  \(progress.rowsIn) rows"
  }
}

extension ImportSchema: ExpressibleByArgument {}
