/// Why the service does not start.
public enum WebServiceError: Error, Hashable, Sendable {
  /// The host can be reached from other machines and nobody said that it may.
  case exposed(host: String)
  /// The URL given to other machines is none.
  case badPublicURL(String)
  /// A port outside 0…65535.
  case badPort(Int)
  /// The tiles to serve cannot be read.
  case unreadableTiles(reason: String)
  /// The address is taken or not ours.
  case cannotListen(host: String, port: Int, reason: String)
}

extension WebServiceError: CustomStringConvertible {
  /// One line: what, and what to do.
  public var description: String {
    switch self {
    case .exposed(let host):
      "\(host) can be reached from other machines: give the public URL to allow that"
    case .badPublicURL(let url):
      "\(url) is no public URL: write http:// or https://, a host and no trailing slash"
    case .badPort(let port): "\(port) is no port: write 0…65535"
    case .unreadableTiles(let reason): "the tiles cannot be read: \(reason)"
    case .cannotListen(let host, let port, let reason):
      "cannot listen on \(host) port \(port) (\(reason)): choose another port"
    }
  }
}
