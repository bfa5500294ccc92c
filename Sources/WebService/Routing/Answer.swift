import Tiles

/// What an endpoint answers, before it becomes a response.
struct Answer: Sendable {
  enum Body: Sendable {
    /// A small document.
    case bytes([UInt8])
    /// A long one, made piece by piece as the client takes it.
    case chunks(any Sequence<[UInt8]> & Sendable)
    /// A small document that is packed by gzip already.
    case packed([UInt8])
    /// Any part of a file, or all of it.
    case ranges(any RangeReader)
    /// There is nothing, and that is the answer: 204.
    case nothing
  }

  let mediaType: MediaType
  var links: [Link] = []
  var headers: [HeaderField] = []
  let body: Body
}
