import Foundation
import Ledger

extension Suite {
  /// The peers' table of incidents into a new ledger, read by the plain schema: every row becomes
  /// an incident and a claim, each a version in the hash chain, durable when the clock stops.
  static let imports = Suite(name: "import") { size in
    let table = try PeerFiles.url("incidents_\(size).csv")
    var timing = Timing()
    var (records, megabytes) = (0, 0.0)
    for _ in 0..<(size <= 100_000 ? 3 : 1) {
      let store = try IncidentStore()
      let watch = Stopwatch()
      let stored = try store.importIncidents(table)
      timing.wall.append(watch.wall)
      timing.cpu.append(watch.cpu)
      records = stored.total
      megabytes = store.megabytes
      guard stored.incidents == size else { throw IncidentStore.Refused(count: size) }
    }
    return [
      [
        "peer": .text("sijil"), "source": .text("csv"),
        "wall_s": .rounded(median(timing.wall), digits: 3),
        "cpu_s": .rounded(median(timing.cpu), digits: 3),
        "rows_per_s": .rounded(Double(size) / median(timing.wall), digits: 0),
        "rows_per_cpu_s": .rounded(Double(size) / median(timing.cpu), digits: 0),
        "records_per_cpu_s": .rounded(Double(records) / median(timing.cpu), digits: 0),
        "rss_mb": .rounded(peakMegabytes()), "disk_mb": .rounded(megabytes),
      ]
    ]
  }
}
