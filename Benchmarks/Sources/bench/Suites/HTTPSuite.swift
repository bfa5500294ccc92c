import Foundation
import Records
import Register
import SimpleFeatures
import Synchronization
import WebService

extension Suite {
  /// The requests of `serve` over a loopback socket: 16 clients that keep their connections.
  ///
  /// The clients run in this process; the CPU time of their threads is taken off, so what is left
  /// is the server's.
  static let http = Suite(name: "http") { size in
    let questions = try ServedBoxes(size)
    let server = LoopbackServer(questions.register)
    defer { server.stop() }
    // Areas have about 65 corners each; points are what the peers send.
    let asked = ["incident-points", "incidents"].flatMap { collection in
      questions.all.map { (collection, $0) }
    }
    return try asked.map { collection, question in
      let targets = question.boxes.map { box in
        "/collections/\(collection)/items?limit=\(question.limit)"
          + "&bbox=\(box.west),\(box.south),\(box.east),\(box.north)"
      }
      let rush = HTTPRush(port: server.port, targets: targets, clients: 16)
      _ = try rush.run(requests: targets.count)
      let watch = Stopwatch()
      let sums = try rush.run(requests: question.limit > 100 ? 200 : 4_000)
      let wall = watch.wall
      let seconds = max(1e-9, watch.cpu - sums.clientSeconds)
      let requests = Double(sums.seconds.count)
      let latency = Latency(sums.seconds)
      let firstByte = Latency(sums.firstByteSeconds)
      return [
        "peer": .text("sijil"), "collection": .text(collection),
        "box": .text(question.name), "limit": .number(Double(question.limit)),
        "requests_per_cpu_s": .rounded(requests / seconds),
        "requests_per_s": .rounded(requests / wall),
        "mb_per_cpu_s": .rounded(Double(sums.bytes) / seconds / 1e6),
        "bytes_per_feature": .rounded(
          Double(sums.bytes) / Double(max(1, sums.features)), digits: 0),
        "refused": .number(Double(sums.refused)),
        "features_per_page": .rounded(Double(sums.features) / max(1, requests), digits: 0),
        "first_byte_p50_ms": .rounded(firstByte.milliseconds(0.5), digits: 3),
        "p50_ms": .rounded(latency.milliseconds(0.5), digits: 3),
        "p99_ms": .rounded(latency.milliseconds(0.99), digits: 3),
        "rss_mb": .rounded(peakMegabytes()),
      ]
    }
  }
}

/// The service of a register on a free port of this machine.
final class LoopbackServer {
  let port: Int
  private let task: Task<Void, any Error>

  /// What the server's task tells the thread that waits for it.
  private final class Bound: Sendable {
    let port = Mutex(0)
    let ready = DispatchSemaphore(value: 0)
  }

  init(_ register: Register) {
    let bound = Bound()
    task = Task.detached {
      defer { bound.ready.signal() }
      var configuration = ServiceConfiguration(clock: {
        Instant(startOf: CivilDate.earliest)
      })
      configuration.port = 0
      configuration.onListening = { address in
        bound.port.withLock { $0 = address.port }
        bound.ready.signal()
      }
      try await WebService(source: register, configuration: configuration).run()
    }
    bound.ready.wait()
    port = bound.port.withLock { $0 }
  }

  func stop() { task.cancel() }
}
