import Atlas
import Inquiry
import Interchange
import Ledger
import Register
import SimpleFeatures

extension Suite {
  /// Pages out of boxes, from the question to the bytes of GeoJSON, without a socket: what a server
  /// does between reading a request and writing the answer.
  static let serve = Suite(name: "serve") { size in
    let questions = try ServedBoxes(size)
    return try questions.all.map { question in
      var clock = Latency()
      var bytes = 0
      var features = 0
      var requests = 0
      let watch = Stopwatch()
      repeat {
        for box in question.boxes {
          let one = Stopwatch()
          let answer = try questions.answer(box, limit: question.limit)
          clock.add(one.wall)
          bytes += answer.bytes
          features += answer.features
        }
        requests += question.boxes.count
      } while watch.wall < 1.5
      let seconds = watch.cpu
      return [
        "peer": .text("sijil"), "box": .text(question.name),
        "limit": .number(Double(question.limit)),
        "requests_per_cpu_s": .rounded(Double(requests) / seconds),
        "mb_per_cpu_s": .rounded(Double(bytes) / seconds / 1e6),
        "bytes_per_feature": .rounded(Double(bytes) / Double(max(1, features)), digits: 0),
        "features_per_page": .rounded(Double(features) / Double(max(1, requests)), digits: 0),
        "p50_ms": .rounded(clock.milliseconds(0.5), digits: 3),
        "p99_ms": .rounded(clock.milliseconds(0.99), digits: 3),
        "rss_mb": .rounded(peakMegabytes()),
      ]
    }
  }
}

/// A register of the peers' incidents and the boxes to ask it about.
struct ServedBoxes {
  /// One sort of request.
  struct Question {
    let name: String
    let limit: Int
    let boxes: [Envelope]
  }

  let register: Register
  let all: [Question]
  private let store: IncidentStore

  init(_ size: Int) throws {
    let incidents = try Incidents.load(size)
    store = try IncidentStore()
    _ = try store.importIncidents(PeerFiles.url("incidents_\(size).csv"))
    try store.addClaims(PeerFiles.url("claims_\(size).csv"), count: size * 14 / 10)
    register = try Register.open(at: store.path, access: .readOnly)
    all = [100, 10_000].flatMap { limit in
      incidents.boxes.sorted { $0.key.count < $1.key.count }.map { hits, boxes in
        Question(name: hits, limit: limit, boxes: Array(boxes.prefix(limit > 100 ? 20 : 100)))
      }
    }
    // Whatever is made on first questions is made.
    for box in incidents.boxes.values.flatMap({ $0.prefix(3) }) {
      _ = try answer(box, limit: 100)
    }
  }

  /// Asks for one page and encodes it in pieces that are thrown away.
  func answer(_ box: Envelope, limit: Int) throws -> (bytes: Int, features: Int) {
    var query = IncidentQuery()
    query.area = .envelope(box)
    query.includesUnplaced = true
    query.limit = limit
    let page = try register.atlas.page(query)
    var encoder = IncidentGeoJSONEncoder()
    var buffer: [UInt8] = []
    buffer.reserveCapacity(1 << 16)
    var bytes = 0
    encoder.begin(page, into: &buffer)
    for feature in page.features {
      encoder.encode(feature, into: &buffer)
      guard buffer.count > 1 << 15 else { continue }
      bytes += buffer.count
      buffer.removeAll(keepingCapacity: true)
    }
    encoder.end(into: &buffer)
    return (bytes + buffer.count, page.features.count)
  }
}

/// How long each of many requests took.
struct Latency {
  private var seconds: [Double] = []

  init(_ seconds: [Double] = []) { self.seconds = seconds }

  mutating func add(_ taken: Double) { seconds.append(taken) }

  /// The time that a share of the requests did not go beyond.
  func milliseconds(_ share: Double) -> Double {
    let sorted = seconds.sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] * 1e3
  }
}
