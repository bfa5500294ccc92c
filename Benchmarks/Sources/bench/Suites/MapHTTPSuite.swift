import Foundation
import Register

extension Suite {
  /// Text maps of 120×40 of the bundled data over a loopback socket.
  ///
  /// Drawn for each request, and taken from those that are kept. 8 clients keep their connections;
  /// their own CPU time is taken off.
  static let mapHTTP = Suite(name: "maphttp", onlySize: 76) { _ in
    try BundledStore.lend { store in try rush(store) } ?? []
  }

  private static func rush(_ store: String) throws -> [[String: JSON]] {
    let server = LoopbackServer(try Register.open(at: store, access: .readOnly))
    defer { server.stop() }
    let frame = "w=120&h=40&hints=no&color=256"
    // Each of these is another picture of the same question: none is kept when it is asked for.
    let drawn = (0..<8_000).map { turn in
      let east = 43.05 + Double(turn % 400) / 4_000
      let north = 36.30 + Double(turn / 400) / 400
      return "/map?center=\(east),\(north)&zoom=12&\(frame)"
    }
    let runs = [("drawn", drawn, 4_000), ("kept", ["/map?\(frame)"], 40_000)]
    return try runs.map { name, targets, requests in
      // The scene is made once, as for the first reader after a change of the data.
      _ = try HTTPRush(port: server.port, targets: Array(targets.suffix(10)), clients: 2)
        .run(requests: 20)
      let rush = HTTPRush(port: server.port, targets: targets, clients: 8)
      let watch = Stopwatch()
      let sums = try rush.run(requests: requests)
      let wall = watch.wall
      let seconds = max(1e-9, watch.cpu - sums.clientSeconds)
      let latency = Latency(sums.seconds)
      let count = Double(sums.seconds.count)
      return [
        "peer": .text("sijil"), "map": .text(name),
        "requests_per_cpu_s": .rounded(count / seconds),
        "requests_per_s": .rounded(count / wall),
        "bytes": .rounded(Double(sums.bytes) / max(1, count), digits: 0),
        "refused": .number(Double(sums.refused)),
        "p50_ms": .rounded(latency.milliseconds(0.5), digits: 3),
        "p99_ms": .rounded(latency.milliseconds(0.99), digits: 3),
        "rss_mb": .rounded(peakMegabytes()),
      ]
    }
  }
}
