import ArgumentParser
import Foundation
import Interchange
import Register

/// `sijil init`: a new store with the bundled facts.
struct InitCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Create a store and load the bundled facts into it.",
    discussion: "Nothing is stored when a single row is refused, and an existing store is kept.")

  @OptionGroup var store: StoreOptions
  @Option(
    help: ArgumentHelp(
      "The folder of the facts (default: those that come with sijil).",
      valueName: "folder"))
  var data: String?

  func run(on console: Console) async throws -> ExitStatus {
    let folder = try BundledData.folder(option: data)
    let outcome = try Register.create(
      at: store.path, from: folder, author: Author.current, recordedAt: Clock.now())
    try ImportText(outcome).write(to: console)
    guard outcome.isAccepted else { throw CommandError.refused(count: outcome.refused) }
    try console.line("created \(store.path) from \(folder.lastPathComponent)/")
    return .done
  }
}
