import ArgumentParser
import Cartography
import Logging
import Register
import WebService

/// `sijil serve`: the OGC API, dossiers and text maps over HTTP.
struct ServeCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the store over HTTP, read-only.",
    usage: "sijil serve [<options>]",
    discussion: """
      Listens on this machine alone unless --public-url says under which URL others see it; there \
      are no passwords, so that is for a proxy that has them. Port 0 takes a free one. Ends cleanly \
      on Ctrl-C or SIGTERM.
      """)

  @Option(help: "The address to listen on.")
  var host: String = "127.0.0.1"
  @Option(help: "The port.")
  var port: Int = 8080
  @Option(help: ArgumentHelp("The URL under which others see the service.", valueName: "url"))
  var publicURL: String?
  @OptionGroup var tiles: TileOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port must be 0 to 65535") }
  }

  func run(on console: Console) async throws -> ExitStatus {
    let register = try store.openShared()
    var configuration = ServiceConfiguration(clock: { Clock.now() })
    configuration.host = host
    configuration.port = port
    if let publicURL { configuration.reach = .network(publicURL: publicURL) }
    configuration.logger = Logger(label: "sijil") { StreamLogHandler.standardError(label: $0) }
    configuration.logger.logLevel = .warning
    let tiles = try TileOptions.tiles(tiles.path, console.environment)
    for note in tiles.notes { console.note("sijil: \(note)") }
    configuration.tiles = tiles
    // Nothing else is written to standard output, so a script can wait for this line.
    configuration.onListening = { address in
      let console = Console()
      try? console.line("serving \(address.url) (Ctrl-C stops)")
      try? console.flush()
    }
    try await WebService(source: register, configuration: configuration).run()
    return .done
  }
}
