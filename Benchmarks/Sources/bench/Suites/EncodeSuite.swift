import Assessment
import Inquiry
import Interchange
import Records
import SimpleFeatures

extension Suite {
  /// Answers through the encoder of each format, in pieces of 32 kB that are thrown away: no store,
  /// no disk.
  ///
  /// Up to 10,000 different incidents come round and round, so that memory says what an encoder
  /// keeps. FlatGeobuf is the stream without an index, then the indexed file in two passes, which
  /// wants all features at hand; `kept_mb` is what it holds beside them.
  static let encode = Suite(name: "encode") { size in
    let page = try EncodedPage(of: min(size, 10_000))
    let streams: [[String: JSON]] = ExportFormat.allCases.map { format in
      let (timing, bytes) = Timing.measure(repetitions: 3) {
        page.encode(format, features: size)
      }
      return [
        "peer": .text("sijil"), "format": .text(format.rawValue),
        "rows_per_cpu_s": .rounded(Double(size) / median(timing.cpu), digits: 0),
        "\(format.rawValue)_cpu_s": .rounded(median(timing.cpu), digits: 4),
        "best_cpu_s_per": .rounded(timing.cpu.min() ?? .nan, digits: 4),
        "bytes_per_feature": .rounded(Double(bytes) / Double(size)),
        "megabytes_per_cpu_s": .rounded(Double(bytes) / median(timing.cpu) / 1e6, digits: 0),
        "peak_mb": .rounded(peakMegabytes(), digits: 0),
      ]
    }
    let whole = page.repeated(size)
    forgetPeak()
    let before = peakMegabytes()
    let watch = Stopwatch()
    var bytes = 0
    try IncidentFlatGeobufFile(IncidentAnswer(whole)).write { bytes += $0.count }
    let seconds = watch.cpu
    return streams + [
      [
        "peer": .text("sijil"), "format": .text("fgb, indexed"),
        "rows_per_cpu_s": .rounded(Double(size) / seconds, digits: 0),
        "fgb_indexed_cpu_s": .rounded(seconds, digits: 4),
        "bytes_per_feature": .rounded(Double(bytes) / Double(size)),
        "kept_mb": .rounded(peakMegabytes() - before, digits: 0),
      ]
    ]
  }
}

/// An answer as an atlas gives it: two or three claims an incident, a point with its disc, one
/// district; every third with a recorder's grade.
private struct EncodedPage {
  let page: IncidentPage

  init(of count: Int) throws {
    var random = FixedGenerator(state: 404)
    let features = try (0..<count).map { number in try Self.feature(number, &random) }
    page = IncidentPage(
      features: features, numberMatched: count, counts: MatchCounts(), next: nil,
      query: IncidentQuery(),
      dataVersion: DataVersion(sequence: 1, hash: "00", recordedAt: nil))
  }

  /// The same incidents round and round, so many in all.
  func repeated(_ count: Int) -> IncidentPage {
    IncidentPage(
      features: (0..<count).map { page.features[$0 % page.features.count] }, numberMatched: count,
      counts: page.counts, next: nil, query: page.query, dataVersion: page.dataVersion)
  }

  /// The bytes that so many features come to.
  func encode(_ format: ExportFormat, features: Int) -> Int {
    var encoder = format.makeEncoder(numberReturned: format == .fgb ? .max : features)
    var buffer: [UInt8] = []
    buffer.reserveCapacity(1 << 16)
    var bytes = 0
    encoder.begin(page, into: &buffer)
    var next = 0
    for _ in 0..<features {
      encoder.encode(page.features[next], into: &buffer)
      next = next + 1 == page.features.count ? 0 : next + 1
      if buffer.count > 1 << 15 {
        bytes += buffer.count
        buffer.removeAll(keepingCapacity: true)
      }
    }
    encoder.end(into: &buffer)
    return bytes + buffer.count
  }

  private static func feature(
    _ number: Int, _ random: inout FixedGenerator
  ) throws -> IncidentFeature {
    let claims = try (0..<2 + number % 2).map { claim in
      let least = Int.random(in: 0...60, using: &random)
      let quantity = Quantity(
        minimum: least, maximum: least + 10, unit: .civilians, status: .killed, bound: .between)
      return Claim(
        id: try identifier("ME2017-\(number)-\(claim)", as: Claim.self),
        claimant: try identifier("s\(claim)", as: Source.self), kinds: [.reportsDeaths],
        quantities: quantity.map { [$0] } ?? [], published: StatedTime("2017-03-25"),
        grade: claim == 0 && number % 3 == 0 ? .fair : nil)
    }
    let center = Position(
      longitude: Double.random(in: 42.9...43.3, using: &random),
      latitude: Double.random(in: 36.2...36.5, using: &random))
    let day = CivilDate(daysSinceEpoch: 17_000 + Int.random(in: 0..<300, using: &random))
    return IncidentFeature(
      id: try identifier("ME2017-\(number)", as: Incident.self),
      title: "Reported strike near the market, no. \(number)",
      time: day.map { DayInterval($0) }, timePrecision: .day, kind: .airstrike,
      point: RepresentativePoint(
        position: center, radiusMeters: 1_000, scale: .within100Metres,
        assertedBy: claims[0].id, isApproximate: false),
      support: .disc(center: center, radiusMeters: 1_000), candidateCount: 1,
      assessment: IncidentAssessment(of: claims.map { Evidence($0, certainty: .certain) }),
      attributedTo: ["US-led Coalition"], undatedClaimCount: 0, placement: nil,
      districts: [
        DistrictMembership(
          place: try identifier("mosul-jadida", as: Place.self), name: "Mosul al-Jadida",
          certainty: .possible, share: Double.random(in: 0...1, using: &random),
          isApproximate: true)
      ], distanceMeters: nil, independentOriginCount: 2)
  }

  private static func identifier<Record>(
    _ text: String, as type: Record.Type
  ) throws -> Identifier<Record> {
    guard let identifier = Identifier<Record>(text) else { throw NoIdentifier(text: text) }
    return identifier
  }

  private struct NoIdentifier: Error {
    let text: String
  }
}
