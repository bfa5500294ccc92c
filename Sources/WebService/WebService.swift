import Cartography
package import Hummingbird
import HummingbirdCore
public import Inquiry
import NIOCore
import ServiceLifecycle
import Tiles
import UnixSignals

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The HTTP face of the register: OGC API Features, dossiers and the text map.
///
/// It holds no data of its own; every answer comes from the source, so a write is visible with the
/// next request and needs no restart.
public struct WebService: Sendable {
  private let configuration: ServiceConfiguration
  private let responder: ServiceResponder
  private let publicURL: PublicURL

  /// Makes a service; nothing is bound yet.
  ///
  /// - Parameters:
  ///   - source: Whatever answers questions.
  ///   - configuration: Where to listen and what to refuse.
  /// - Throws: ``WebServiceError`` when the configuration would expose the service unasked.
  public init(
    source: any IncidentSource, configuration: ServiceConfiguration
  ) throws(WebServiceError) {
    try configuration.check()
    self.configuration = configuration
    publicURL = PublicURL(configuration)
    let answering = AnsweringContext(
      source: source, configuration: configuration, publicURL: publicURL,
      tiles: try Self.served(configuration.tiles))
    responder = ServiceResponder(
      table: RouteTable(), answering: answering,
      hosts: HostList(configuration), limits: configuration.limits)
  }

  private static func served(_ tiles: TileBase?) throws(WebServiceError) -> ServedTiles? {
    do {
      return try tiles.map { tiles throws(TilesError) in try ServedTiles(tiles) }
    } catch {
      throw .unreadableTiles(reason: "\(error)")
    }
  }

  /// Serves until SIGTERM or SIGINT; answers under way may finish within the limit's time.
  ///
  /// - Throws: ``WebServiceError/cannotListen(host:port:reason:)`` when the address is taken.
  public func run() async throws {
    var group = ServiceGroupConfiguration(
      services: [.init(service: application())],
      gracefulShutdownSignals: [.sigterm, .sigint], logger: configuration.logger)
    group.maximumGracefulShutdownDuration = configuration.limits.shutdownTime
    do {
      try await ServiceGroup(configuration: group).run()
    } catch let error as IOError {
      throw WebServiceError.cannotListen(
        host: configuration.host, port: configuration.port,
        reason: String(cString: strerror(error.errnoCode)))
    }
  }

  /// The application behind ``run()``, for tests that need no socket.
  ///
  /// - Returns: The responder with the server's limits around it.
  package func application() -> Application<ServiceResponder> {
    let limits = configuration.limits
    let channel = HTTP1Channel.Configuration(
      additionalChannelHandlers: [ConnectionDeadlines(limits)],
      idleTimeout: TimeAmount(limits.idleTime),
      httpDecoderConfiguration: limits.decoderLimits)
    return Application(
      responder: responder,
      server: HTTPServerBuilder { responder in
        ConnectionChannel(http: HTTP1Channel(responder: responder, configuration: channel))
      },
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.host, port: configuration.port), serverName: nil,
        availableConnectionsDelegate: .maximum(limits.connections, logger: configuration.logger)),
      onServerRunning: { [configuration, publicURL] channel in
        let port = channel.localAddress?.port ?? configuration.port
        publicURL.bind(port: port)
        configuration.onListening(ListeningAddress(host: configuration.host, port: port))
      },
      logger: configuration.logger)
  }
}
