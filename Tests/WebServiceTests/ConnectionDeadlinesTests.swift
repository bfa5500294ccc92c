import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import WebService

@Suite struct ConnectionDeadlinesTests {
  private func connect() throws -> EmbeddedChannel {
    let channel = EmbeddedChannel(handler: ConnectionDeadlines(ServiceLimits()))
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    return channel
  }

  private let head = HTTPRequestPart.head(
    HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/"))

  @Test func `a connection that sends no header is closed after ten seconds`() throws {
    let channel = try connect()
    channel.embeddedEventLoop.advanceTime(by: .seconds(9))
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .seconds(1))
    #expect(!channel.isActive)
  }

  @Test func `a request that never ends is 408 after thirty seconds`() throws {
    let channel = try connect()
    try channel.writeInbound(head)
    for _ in 0..<29 {
      channel.embeddedEventLoop.advanceTime(by: .seconds(1))
      try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
    }
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .seconds(1))
    #expect(!channel.isActive)
    #expect(try status(of: channel) == 408)
  }

  @Test func `a request that is not answered is 503 after thirty seconds`() throws {
    let channel = try connect()
    try channel.writeInbound(head)
    try channel.writeInbound(HTTPRequestPart.end(nil))
    channel.embeddedEventLoop.advanceTime(by: .seconds(30))
    #expect(!channel.isActive)
    #expect(try status(of: channel) == 503)
  }

  @Test func `an answer that nobody reads is cut after fifteen seconds`() throws {
    let channel = try connect()
    try channel.writeInbound(head)
    try channel.writeInbound(HTTPRequestPart.end(nil))
    channel.write(HTTPResponsePart.head(HTTPResponse(status: .ok)), promise: nil)
    channel.write(HTTPResponsePart.body(ByteBuffer(string: "x")), promise: nil)
    channel.embeddedEventLoop.advanceTime(by: .seconds(14))
    #expect(channel.isActive)
    channel.flush()
    channel.embeddedEventLoop.run()
    // What was written has gone out, so waiting for the next piece is the server's own time.
    channel.embeddedEventLoop.advanceTime(by: .seconds(60))
    #expect(channel.isActive)
    channel.write(HTTPResponsePart.body(ByteBuffer(string: "y")), promise: nil)
    channel.embeddedEventLoop.advanceTime(by: .seconds(15))
    #expect(!channel.isActive)
  }

  @Test func `a finished answer leaves the connection to the idle timer`() throws {
    let channel = try connect()
    try channel.writeInbound(head)
    try channel.writeInbound(HTTPRequestPart.end(nil))
    try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    channel.embeddedEventLoop.advanceTime(by: .hours(1))
    #expect(channel.isActive)
    try channel.writeInbound(head)
    channel.embeddedEventLoop.advanceTime(by: .seconds(30))
    #expect(!channel.isActive)
  }

  private func status(of channel: EmbeddedChannel) throws -> Int? {
    while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
      if case .head(let head) = part, head.status.code >= 400 { return head.status.code }
    }
    return nil
  }
}
