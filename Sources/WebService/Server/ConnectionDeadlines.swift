import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections that hold the server up: a header that does not come, a request that is
/// not answered, an answer that is not read.
///
/// The server's own idle timer starts anew with every part of a body and rests while an answer is
/// written, so a slow sender and a slow reader both pass it.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private enum Phase {
    /// Nothing has come yet.
    case connecting
    /// Between requests; the server's idle timer watches.
    case idle
    /// A request's header is here and its answer has not begun.
    case awaitingAnswer(isReceived: Bool)
    /// An answer is being sent.
    case answering
  }

  private let headerTime: TimeAmount
  private let requestTime: TimeAmount
  private let stallTime: TimeAmount
  private var phase = Phase.connecting
  /// When the connection is closed; `nil` while nothing is waited for.
  private var due: NIODeadline?
  /// What looks whether it is time.
  ///
  /// It is not moved with every request: it looks again when it comes too early.
  private var look: Scheduled<Void>?
  private var lookTime = NIODeadline.distantFuture
  private var unsent = 0

  init(_ limits: ServiceLimits) {
    headerTime = TimeAmount(limits.headerTime)
    requestTime = TimeAmount(limits.requestTime)
    stallTime = TimeAmount(limits.stallTime)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { arm(headerTime, context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  func channelActive(context: ChannelHandlerContext) {
    arm(headerTime, context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      // A pipelined request waits for its turn without a deadline of its own.
      switch phase {
      case .connecting, .idle:
        phase = .awaitingAnswer(isReceived: false)
        arm(requestTime, context)
      case .awaitingAnswer, .answering: break
      }
    case .body: break
    case .end:
      if case .awaitingAnswer = phase { phase = .awaitingAnswer(isReceived: true) }
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    arm(stallTime, context)
    switch unwrapOutboundIn(data) {
    case .head:
      // Whatever follows it says whether it was sent.
      phase = .answering
      return context.write(data, promise: promise)
    case .body: break
    case .end: phase = .idle
    }
    let sent = promise ?? context.eventLoop.makePromise(of: Void.self)
    unsent += 1
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    sent.futureResult.whenComplete { _ in bound.value.handler.progressed(bound.value.context) }
    context.write(data, promise: sent)
  }

  /// Something reached the socket: the clock starts anew, or stops when nothing is left to send.
  private func progressed(_ context: ChannelHandlerContext) {
    unsent -= 1
    if unsent > 0 {
      arm(stallTime, context)
    } else {
      due = nil
    }
  }

  private func arm(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    let time = context.eventLoop.now + time
    due = time
    if look == nil || time < lookTime { look(at: time, context) }
  }

  private func look(at time: NIODeadline, _ context: ChannelHandlerContext) {
    look?.cancel()
    lookTime = time
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    look = context.eventLoop.scheduleTask(deadline: time) {
      bound.value.handler.looked(bound.value.context)
    }
  }

  private func looked(_ context: ChannelHandlerContext) {
    look = nil
    guard let due else { return }
    if due > context.eventLoop.now { look(at: due, context) } else { expire(context) }
  }

  private func stop() {
    due = nil
    look?.cancel()
    look = nil
  }

  private func expire(_ context: ChannelHandlerContext) {
    due = nil
    if case .awaitingAnswer(let isReceived) = phase {
      var head = HTTPResponse(status: isReceived ? .serviceUnavailable : .requestTimeout)
      head.headerFields[.connection] = "close"
      head.headerFields[.contentLength] = "0"
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
    context.close(promise: nil)
  }
}

@available(*, unavailable)
extension ConnectionDeadlines: Sendable {}
