import Foundation
import Synchronization

/// Many clients at once, each with a connection that it keeps, until so many requests are done.
struct HTTPRush {
  let port: Int
  /// Paths with queries, asked round and round.
  let targets: [String]
  let clients: Int

  /// What all requests came to.
  struct Sums {
    var bytes = 0
    var features = 0
    /// Requests that the server turned away because it was busy.
    var refused = 0
    /// CPU time of the clients' own threads.
    var clientSeconds = 0.0
    var seconds: [Double] = []
    var firstByteSeconds: [Double] = []
    var failure: (any Error)?
  }

  private final class Board: Sendable {
    let next = Mutex(0)
    let sums = Mutex(Sums())
    let done = DispatchSemaphore(value: 0)
  }

  /// Asks and reads everything, one thread a client.
  func run(requests: Int) throws -> Sums {
    let board = Board()
    for _ in 0..<clients {
      Thread.detachNewThread {
        let result = Result { try work(board, requests) }
        let seconds = Stopwatch.threadCPU
        board.sums.withLock { sums in
          sums.clientSeconds += seconds
          if case .failure(let error) = result { sums.failure = error }
        }
        board.done.signal()
      }
    }
    for _ in 0..<clients { board.done.wait() }
    let sums = board.sums.withLock { $0 }
    if let failure = sums.failure { throw failure }
    return sums
  }

  private func work(_ board: Board, _ requests: Int) throws {
    var connection = try HTTPConnection(port: port)
    defer { connection.close() }
    while true {
      let turn = board.next.withLock { next in
        defer { next += 1 }
        return next
      }
      guard turn < requests else { return }
      let answer = try connection.get(targets[turn % targets.count])
      board.sums.withLock { sums in
        guard answer.isOK else {
          sums.refused += 1
          return
        }
        sums.bytes += answer.bodyBytes
        sums.features += answer.features
        sums.seconds.append(answer.seconds)
        sums.firstByteSeconds.append(answer.firstByteSeconds)
      }
    }
  }
}

/// A connection to a server on this machine, kept from request to request.
struct HTTPConnection {
  /// What one request brought.
  struct Answer {
    /// Status 200; otherwise 503, what a busy server says.
    var isOK = true
    var bodyBytes = 0
    /// As the server says in `OGC-NumberReturned`.
    var features = 0
    var firstByteSeconds = 0.0
    var seconds = 0.0
  }

  /// The server does not do what a server should.
  enum Failure: Error {
    case noConnection(errno: Int32)
    case cutOff
    case status(String)
    case unreadable(String)
  }

  private let socket: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var piece = [UInt8](repeating: 0, count: 1 << 18)

  init(port: Int) throws {
    #if canImport(Glibc)
      socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      socket = Foundation.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(truncatingIfNeeded: port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(socket, $0, size) }
    }
    guard code == 0 else { throw Failure.noConnection(errno: errno) }
  }

  func close() { _ = Foundation.close(socket) }

  mutating func get(_ target: String) throws -> Answer {
    let watch = Stopwatch()
    let request = Array("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8)
    guard send(socket, request, request.count, 0) == request.count else { throw Failure.cutOff }
    var answer = Answer()
    let status = try line()
    answer.firstByteSeconds = watch.wall
    answer.isOK = status.hasPrefix("HTTP/1.1 200")
    guard answer.isOK || status.hasPrefix("HTTP/1.1 503") else { throw Failure.status(status) }
    var length: Int?
    while case let field = try line(), !field.isEmpty {
      let parts = field.split(separator: ":", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard parts.count == 2 else { throw Failure.unreadable(field) }
      switch parts[0].lowercased() {
      case "content-length": length = Int(parts[1])
      case "ogc-numberreturned": answer.features = Int(parts[1]) ?? 0
      default: break
      }
    }
    if let length {
      answer.bodyBytes = length
      try skip(length)
    } else {
      answer.bodyBytes = try skipChunks()
    }
    answer.seconds = watch.wall
    return answer
  }

  private mutating func skipChunks() throws -> Int {
    var total = 0
    while true {
      let text = try line()
      guard let size = Int(text, radix: 16) else { throw Failure.unreadable(text) }
      try skip(size + 2)
      if size == 0 { return total }
      total += size
    }
  }

  private mutating func line() throws -> String {
    while true {
      if let end = buffer[start...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return String(decoding: buffer[start..<end], as: UTF8.self)
          .trimmingCharacters(in: .newlines)
      }
      try fill()
    }
  }

  private mutating func skip(_ count: Int) throws {
    var left = count
    while true {
      let taken = min(left, buffer.count - start)
      start += taken
      left -= taken
      if left == 0 { return }
      try fill()
    }
  }

  private mutating func fill() throws {
    buffer.removeFirst(start)
    start = 0
    let count = recv(socket, &piece, piece.count, 0)
    guard count > 0 else { throw Failure.cutOff }
    buffer.append(contentsOf: piece[..<count])
  }
}
