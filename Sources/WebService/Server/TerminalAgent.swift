/// Programs that fetch for a terminal, by the leading product of their `User-Agent`.
///
/// The product's name is compared whole: a browser whose agent merely contains `curl` is none.
enum TerminalAgent {
  static let products: Set<String> = [
    "curl", "wget", "wget2", "httpie", "xh", "aria2", "fetch", "libfetch", "lwp-request",
    "powershell", "nushell", "python-requests", "httpx", "aiohttp", "elinks", "lynx", "w3m",
  ]

  /// What browsers call themselves.
  static let browser = "mozilla"

  /// The leading product in lower case; PowerShell puts a browser's name before its own.
  static func product(of agent: String) -> String? {
    let lower = agent.lowercased()
    if lower.contains(" powershell/") || lower.contains(" windowspowershell/") {
      return "powershell"
    }
    return lower.split(whereSeparator: { $0 == "/" || $0 == " " }).first.map(String.init)
  }
}
