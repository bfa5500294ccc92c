import Ledger
public import ArgumentParser
import Foundation
public import Interchange
import Register

/// `sijil import`: bulk input, all or nothing per file.
struct ImportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Load a file into the store, all of it or nothing.",
    usage: "sijil import <file> [<options>]",
    discussion: """
      GeoJSON, its sequence, FlatGeobuf and GeoPackage are told by the file's name, a CSV by its \
      columns; --schema says it otherwise. A mapping file names the fields that hold an incident's \
      id, times, place and figures where they are not called as in our exports (docs/import.md).

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
  var schema: ImportSchema?
  @Option(help: ArgumentHelp("Which field is what, as JSON.", valueName: "file"))
  var mapping: String?
  @Option(help: ArgumentHelp("The layer of a GeoPackage that has several.", valueName: "name"))
  var layer: String?
  @Option(help: ArgumentHelp("Why, for the ledger.", valueName: "text"))
  var reason: String?
  @OptionGroup var store: StoreOptions

  func run(on console: Console) async throws -> ExitStatus {
    guard FileManager.default.isReadableFile(atPath: file) else {
      throw CommandError.unreadable(path: file, reason: "no such file, or not readable")
    }
    let url = URL(fileURLWithPath: file)
    let schema = try self.schema ?? guessed(url)
    let fields = try fields(for: schema)
    let ledger = try store.ledger(.readWrite)
    defer { ledger.close() }
    let outcome = try ledger.importFile(
      at: url, schema: schema, fields: fields, layer: layer, author: Author.current,
      reason: reason ?? "import \(url.lastPathComponent)",
      recordedAt: Clock.now(), alone: true,
      progress: { console.progress(ProgressText($0).line) })
    console.progress("")
    try ImportText(outcome).write(to: console)
    guard outcome.isAccepted else { throw CommandError.refused(count: outcome.refused) }
    return .done
  }
}

extension ImportCommand {
  /// The form that the file's name or its columns tell.
  private func guessed(_ url: URL) throws -> ImportSchema {
    if mapping != nil, url.pathExtension.lowercased() == "csv" { return .csv }
    if let schema = try ImportSchema(guessing: url) { return schema }
    throw ValidationError(
      "what \(url.lastPathComponent) holds is not plain from its name or its columns: name it "
        + "with --schema")
  }

  private func fields(for schema: ImportSchema) throws -> IncidentFields {
    guard layer == nil || schema == .geoPackage else {
      throw ValidationError("--layer needs a GeoPackage")
    }
    guard let mapping else { return .exported }
    guard schema.takesMapping else {
      throw ValidationError("--mapping has no use with --schema \(schema.rawValue)")
    }
    return try IncidentFields(mappingFile: URL(fileURLWithPath: mapping))
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
