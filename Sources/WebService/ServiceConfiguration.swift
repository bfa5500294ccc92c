public import Cartography
public import Logging
public import Records

/// Where the service listens, how it presents itself and what it refuses.
public struct ServiceConfiguration: Sendable {
  /// Who can reach the service.
  public enum Reach: Hashable, Sendable {
    /// Only this machine: the host must be a loopback address.
    case loopback
    /// Other machines, by the URL under which they see the service, such as
    /// `https://sijil.example.org`; said explicitly, for the service itself knows no passwords.
    case network(publicURL: String)
  }

  /// The address to listen on.
  public var host = "127.0.0.1"
  /// The port to listen on; 0 takes a free one.
  public var port = 8080
  /// Who can reach the service.
  public var reach = Reach.loopback
  /// The name on the landing page.
  public var title = "Sijil"
  /// What is served, in a sentence.
  public var summary =
    "The register of who said what about each strike, where and when: every claim with its own "
    + "figure, relay chain and clocks, and the ranges computed from them."
  /// What a request may cost.
  public var limits = ServiceLimits()
  /// The clock of `timeStamp` members.
  public var clock: @Sendable () -> Instant
  /// The tiles that lie under maps and are served; `nil` serves none, and draws the register's own
  /// shapes alone.
  public var tiles = try? TileBase.builtIn()
  /// Where events of the server go.
  public var logger = Logger(label: "sijil.web")
  /// Called once the socket is open.
  public var onListening: @Sendable (ListeningAddress) -> Void = { _ in }

  /// Makes a configuration for this machine alone.
  ///
  /// - Parameter clock: The time now; injected, so that answers can be tested.
  public init(clock: @escaping @Sendable () -> Instant) {
    self.clock = clock
  }
}

/// Where the service listens.
public struct ListeningAddress: Hashable, Sendable {
  /// The host as configured.
  public let host: String
  /// The port that was bound.
  public let port: Int

  /// The address as a URL.
  public var url: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)" }
}

extension ServiceConfiguration {
  /// Whether a host is this machine and no other.
  static func isLoopback(_ host: String) -> Bool {
    let name = host.lowercased()
    return name == "localhost" || name == "::1" || name == "[::1]" || isLoopbackIPv4(name)
  }

  private static func isLoopbackIPv4(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// Refuses what would expose the service without its owner having said so.
  func check() throws(WebServiceError) {
    guard (0...65_535).contains(port) else { throw .badPort(port) }
    switch reach {
    case .loopback:
      guard Self.isLoopback(host) else { throw .exposed(host: host) }
    case .network(let url):
      guard PublicURL.isUsable(url) else { throw .badPublicURL(url) }
    }
  }
}
