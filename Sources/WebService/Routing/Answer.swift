/// What an endpoint answers, before it becomes a response.
struct Answer: Sendable {
  enum Body: Sendable {
    /// A small document.
    case bytes([UInt8])
    /// A long one, made piece by piece as the client takes it.
    case chunks(any Sequence<[UInt8]> & Sendable)
  }

  let mediaType: MediaType
  var links: [Link] = []
  var headers: [HeaderField] = []
  let body: Body
}
