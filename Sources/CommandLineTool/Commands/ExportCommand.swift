import ArgumentParser
import Inquiry
import Interchange
import Register

/// `sijil export`: everything that matches, as data.
struct ExportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write every incident that matches, as data.",
    discussion: """
      geojson, geojsonseq, csv and json carry a point, fgb (FlatGeobuf) and gpkg (GeoPackage) the \
      area in which the incident may lie, kml both.

      Exits with 1 when nothing matched; the empty answer is written all the same.
      """)

  @OptionGroup var options: QueryOptions
  @Option(help: "geojson, geojsonseq, csv, json, kml, fgb or gpkg.")
  var format: ExportFileFormat = .geojson
  @Flag(help: "Write a line of HXL tags under the column names of a CSV.")
  var hxl = false
  @Option(
    help: ArgumentHelp(
      "Write a new file instead of standard output; gpkg needs one.", valueName: "file"))
  var output: String?
  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard !hxl || format == .csv else {
      throw ValidationError("--hxl needs --format csv: \(format.rawValue) has no place for tags")
    }
    guard format.stream != nil || output != nil else { throw Self.noFile }
  }

  func run(on console: Console) async throws -> ExitStatus {
    guard !format.isBinary || output != nil || !console.isTTY else {
      throw ValidationError("\(format.rawValue) is binary: name a file with --output, or a pipe")
    }
    let register = try store.open()
    var query = try options.query(on: register)
    query.limit = .max
    let answer = try register.answer(query)
    try write(answer, on: console)
    let unplaced = answer.head.counts.unplaced
    if unplaced > 0, query.area != nil {
      console.note("sijil: \(unplaced) incidents without a usable place are left out")
    }
    return answer.head.numberMatched == 0 ? .nothingMatched : .done
  }

  private func write(_ answer: IncidentAnswer, on console: Console) throws {
    switch (format.stream, output) {
    case (let stream?, nil): try ExportStream(stream, hasHXLTags: hxl).write(answer, to: console)
    case (let stream?, let path?):
      try ExportStream(stream, hasHXLTags: hxl).write(answer, toFile: path)
    case (nil, let path?): try GeoPackageExport(answer).write(to: path)
    case (nil, nil): throw Self.noFile
    }
  }

  private static let noFile = ValidationError(
    "--format gpkg needs --output: a GeoPackage cannot be streamed")
}
