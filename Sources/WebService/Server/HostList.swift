/// The host names a request may carry when the service listens on this machine alone.
///
/// A page of another site can make a browser resolve its own name to 127.0.0.1 (DNS rebinding);
/// such a request still carries the foreign name and is turned away.
struct HostList: Sendable {
  private let isOpen: Bool

  init(_ configuration: ServiceConfiguration) {
    isOpen = configuration.reach != .loopback
  }

  /// Refuses a request meant for another host.
  func check(_ authority: String?) throws(RequestFault) {
    guard let authority, !authority.isEmpty else { throw .missingHost }
    guard isOpen || ServiceConfiguration.isLoopback(Self.name(in: authority)) else {
      throw .foreignHost(authority)
    }
  }

  /// The host of an authority without its port.
  private static func name(in authority: String) -> String {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      let rest = authority[authority.index(after: end)...]
      let isPort = rest.isEmpty || (rest.first == ":" && UInt16(rest.dropFirst()) != nil)
      return isPort ? String(authority[...end]) : authority
    }
    guard let colon = authority.firstIndex(of: ":") else { return authority }
    let port = authority[authority.index(after: colon)...]
    return UInt16(port) == nil ? authority : String(authority[..<colon])
  }
}
