import Synchronization

/// The URL under which clients see the service; every link starts with it, never with what a
/// request calls its host.
final class PublicURL: Sendable {
  private let url: Mutex<String>
  private let host: String
  private let followsPort: Bool

  init(_ configuration: ServiceConfiguration) {
    host = configuration.host
    switch configuration.reach {
    case .loopback:
      url = Mutex(ListeningAddress(host: host, port: configuration.port).url)
      followsPort = true
    case .network(let publicURL):
      url = Mutex(publicURL)
      followsPort = false
    }
  }

  /// The URL without a trailing slash.
  var text: String { url.withLock { $0 } }

  /// The path of the URL, which pages put before their links: those work under every name of the
  /// host that a reader came by.
  var prefix: String {
    guard let scheme = text.firstRange(of: "://") else { return "" }
    let rest = text[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? ""
  }

  /// Takes the port that was really bound.
  func bind(port: Int) {
    guard followsPort else { return }
    url.withLock { $0 = ListeningAddress(host: host, port: port).url }
  }

  /// Whether a URL can stand before a path: scheme, host, perhaps port and prefix, nothing after.
  static func isUsable(_ url: String) -> Bool {
    let schemes = ["https://", "http://"]
    guard let scheme = schemes.first(where: url.hasPrefix), !url.hasSuffix("/") else {
      return false
    }
    let rest = url.utf8.dropFirst(scheme.utf8.count)
    return !rest.isEmpty && rest.count <= 255
      && rest.allSatisfy { byte in
        switch byte {
        case 0x21...0x7E: !"\"<>\\^`{|}?#@".utf8.contains(byte)
        default: false
        }
      }
  }
}
