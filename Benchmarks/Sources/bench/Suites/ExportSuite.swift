import Inquiry
import Interchange
import Ledger
import Register

extension Suite {
  /// Every incident of a register as a sequence of GeoJSON and as an indexed FlatGeobuf file, as
  /// `sijil export` writes them, thrown away: features are made and encoded a few at a time.
  ///
  /// `grown_mb` is what the process held at most beyond what the open register takes.
  static let export = Suite(name: "export") { size in
    let store = try IncidentStore()
    _ = try store.importIncidents(PeerFiles.url("incidents_\(size).csv"))
    try store.addClaims(PeerFiles.url("claims_\(size).csv"), count: size * 14 / 10)
    let register = try Register.open(at: store.path, access: .readOnly)
    return try [ExportFormat.geojsonseq, .csv, .fgb].map { format in
      forgetPeak()
      let before = peakMegabytes()
      let watch = Stopwatch()
      var query = IncidentQuery()
      query.limit = .max
      let answer = try register.answer(query)
      var bytes = 0
      if format == .fgb {
        try IncidentFlatGeobufFile(answer).write { bytes += $0.count }
      } else {
        bytes = try encode(answer, as: format)
      }
      let (seconds, wall) = (watch.cpu, watch.wall)
      return [
        "peer": .text("sijil"), "format": .text(format.rawValue),
        "rows": .number(Double(answer.count)),
        "rows_per_cpu_s": .rounded(Double(answer.count) / seconds, digits: 0),
        "rows_per_s": .rounded(Double(answer.count) / wall, digits: 0),
        "\(format.rawValue)_cpu_s": .rounded(seconds, digits: 3),
        "bytes_per_feature": .rounded(Double(bytes) / Double(max(1, answer.count)), digits: 0),
        "mb_per_cpu_s": .rounded(Double(bytes) / seconds / 1e6, digits: 0),
        "grown_mb": .rounded(peakMegabytes() - before, digits: 0),
      ]
    }
  }

  private static func encode(_ answer: IncidentAnswer, as format: ExportFormat) throws -> Int {
    var bytes = 0
    try answer.encode(with: { format.makeEncoder(numberReturned: answer.count) }) {
      bytes += $0.count
    }
    return bytes
  }
}
