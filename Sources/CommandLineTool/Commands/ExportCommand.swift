public import ArgumentParser
import Inquiry
public import Interchange
import Register

/// `sijil export`: everything that matches, as data.
struct ExportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write every incident that matches, as data.",
    discussion: "Exits with 1 when nothing matched; the empty answer is written all the same.")

  @OptionGroup var options: QueryOptions
  @Option(help: "geojson, geojsonseq, csv, json, kml or fgb.")
  var format: ExportFormat = .geojson
  @Flag(help: "Write a line of HXL tags under the column names of a CSV.")
  var hxl = false
  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard !hxl || format == .csv else {
      throw ValidationError("--hxl needs --format csv: \(format.rawValue) has no place for tags")
    }
  }

  func run(on console: Console) async throws -> ExitStatus {
    let register = try store.open()
    var query = try options.query(on: register)
    query.limit = .max
    let page = try await register.page(query)
    try ExportStream(format, hasHXLTags: hxl).write(page, to: console)
    if page.counts.unplaced > 0, query.area != nil {
      console.note("sijil: \(page.counts.unplaced) incidents without a usable place are left out")
    }
    return page.numberMatched == 0 ? .nothingMatched : .done
  }
}

extension ExportFormat: ExpressibleByArgument {}
