/// One header field of an answer.
struct HeaderField: Hashable, Sendable {
  let name: String
  let value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  static func retryAfter(_ seconds: Int) -> HeaderField { HeaderField("Retry-After", "\(seconds)") }
}
