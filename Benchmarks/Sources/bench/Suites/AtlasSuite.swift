import Atlas
import Inquiry
import Ledger
import Register
import SimpleFeatures

extension Suite {
  /// The atlas of a ledger with the peers' incidents and claims, and pages of 100 out of boxes.
  static let atlas = Suite(name: "atlas") { size in
    let incidents = try Incidents.load(size)
    let store = try IncidentStore()
    _ = try store.importIncidents(PeerFiles.url("incidents_\(size).csv"))
    // With the claim that the import makes of every row, 2.4 claims an incident as the bar has it.
    try store.addClaims(PeerFiles.url("claims_\(size).csv"), count: size * 14 / 10)
    forgetPeak()
    var timing = Timing()
    var register: Register?
    for _ in 0..<(size <= 100_000 ? 3 : 1) {
      register = nil
      let watch = Stopwatch()
      register = try Register.open(at: store.path, access: .readOnly)
      timing.wall.append(watch.wall)
      timing.cpu.append(watch.cpu)
    }
    guard let atlas = register?.atlas else { return [] }
    return [
      [
        "peer": .text("sijil"), "build_s": .rounded(median(timing.wall), digits: 3),
        "build_cpu_s": .rounded(median(timing.cpu), digits: 3),
        "rss_mb": .rounded(peakMegabytes()), "claims": .number(Double(atlas.claimCount)),
        "page100": try .object(
          incidents.boxes.mapValues { boxes in
            try boxes.forEach { _ = try atlas.page(page(of: $0)) }
            return Rate.measure(boxes) { box in
              (try? atlas.page(page(of: box)))?.numberMatched ?? 0
            }.json
          }),
      ]
    ]
  }

  private static func page(of box: Envelope) -> IncidentQuery {
    var query = IncidentQuery()
    query.area = .envelope(box)
    query.limit = 100
    return query
  }
}
