import HummingbirdCore
import NIOCore

/// What a client may cost the server.
///
/// - Note: Source – the project's table of limits; each is enforced in one place and tested at the
///   limit and one past it.
public struct ServiceLimits: Hashable, Sendable {
  /// Bytes of a request's path and query; more is 414.
  public var targetBytes = 32_768
  /// Header fields of a request; more is 431.
  public var headerFields = 100
  /// Bytes of all header fields together; more is 431.
  public var headerBytes = 32_768
  /// Bytes of one header field; more is 431.
  public var headerFieldBytes = 8_192
  /// From connecting to the end of the first request's header.
  public var headerTime = Duration.seconds(10)
  /// Between requests on one connection.
  public var idleTime = Duration.seconds(30)
  /// From a request's header to the beginning of its answer.
  public var requestTime = Duration.seconds(30)
  /// Without any progress while an answer is sent.
  public var stallTime = Duration.seconds(15)
  /// For one question to the source, its turn included; more is 503.
  public var queryTime = Duration.seconds(2)
  /// Questions and drawings at a time: one core is left for everything else, for work that keeps
  /// every thread busy would let a small request wait as long as the large ones.
  public var concurrentQueries = max(1, min(4, System.coreCount - 1))
  /// For one map, its turn included; more is 503.
  public var drawingTime = Duration.seconds(3)
  /// Bytes of drawn maps that are kept, to be sent again for as long as the data does not change.
  public var keptMapBytes = 16_777_216
  /// Bytes of whole responses that are kept, for requests that come again word for word.
  public var keptResponseBytes = 8_388_608
  /// Questions, or maps, that may wait for their turn; a further one is 503 at once.
  public var queuedQueries = 64
  /// Open connections; further ones wait.
  public var connections = 256
  /// For answers under way after a signal to stop.
  public var shutdownTime = Duration.seconds(10)
  /// Bytes of an answer handed to the socket at a time: with the feature that reaches beyond them
  /// they still fit 128 KiB, the room that a buffer is given.
  public var chunkBytes = 126_976

  /// The defaults.
  public init() {}
}

extension ServiceLimits {
  /// The parser's own limits: above ours, so that what is too large is answered with its status
  /// rather than cut off, and still bounded.
  var decoderLimits: HTTP1Channel.Configuration.DecoderConfiguration {
    .init(
      maxHeaderFieldSize: max(targetBytes, headerFieldBytes) * 8,
      maxHeaderListSize: (targetBytes + headerBytes) * 8, maxHeaderFieldCount: headerFields * 2)
  }
}
