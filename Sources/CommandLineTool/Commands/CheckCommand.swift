import ArgumentParser
import Foundation

/// `sijil check`: what is wrong with a file, stored nowhere.
struct CheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong with a file of data; nothing is stored.",
    discussion: """
      Reads GeoJSON in any framing, JSON, WKT (one geometry a line), CSV, FlatGeobuf, GeoPackage, \
      vector tiles and PMTiles archives. Each problem is one line: the file, the place, a code that stays (docs/check.md), the reason.

      Exits with 0 when nothing is wrong, 1 when something is, 2 when the file cannot be read.
      """)

  @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file"))
  var file: String
  @Option(
    help: ArgumentHelp(
      "What it is, where its name does not tell: "
        + CheckFormat.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "form"))
  var type: CheckFormat?
  @Option(help: "text or json.")
  var format: CheckOutput = .text
  @Option(help: ArgumentHelp("Print so many problems at most.", valueName: "count"))
  var limit = 1_000

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit must not be negative") }
  }

  func run(on console: Console) async throws -> ExitStatus {
    guard file == "-" || FileManager.default.isReadableFile(atPath: file) else {
      throw CommandError.unreadable(path: file, reason: "no such file, or not readable")
    }
    guard let type = type ?? CheckFormat(guessing: file) else {
      throw ValidationError("what \(file) holds is not plain from its name: name it with --type")
    }
    guard file != "-" || type.isStream else {
      throw ValidationError("\(type.rawValue) cannot be read from standard input: name a file")
    }
    let name = file == "-" ? "standard input" : file
    let report = CheckReport(
      file: name, console: console, isJSON: format == .json, limit: limit)
    try check(type, report)
    try report.finish()
    return report.problems == 0 ? .done : .problemsFound
  }

  private func check(_ type: CheckFormat, _ report: CheckReport) throws {
    let url = URL(fileURLWithPath: file)
    switch type {
    case .json: try TextCheck(report).json(InputBytes(file))
    case .geoJSON:
      var check = GeoJSONCheck(report)
      try check.run(InputBytes(file))
    case .wkt: try TextCheck(report).wkt(InputBytes(file))
    case .csv: try TextCheck(report).csv(url)
    case .flatGeobuf: try LayerCheck(report).flatGeobuf(url)
    case .geoPackage: try LayerCheck(report).geoPackage(file)
    case .vectorTile: try TileCheck(report).vectorTile(file)
    case .tileArchive: try TileCheck(report).archive(file)
    }
  }
}

/// How problems are printed.
enum CheckOutput: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}

extension CheckFormat: ExpressibleByArgument {}
