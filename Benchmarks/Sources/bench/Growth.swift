import Foundation

/// How cost grows with *n*: the exponent between the smallest and the largest size run.
///
/// 1 is linear, 0 is constant. Costs are CPU seconds, rates are turned over into costs.
struct Growth {
  let bench: String
  private var costs: [String: [(size: Int, cost: Double)]] = [:]

  init(bench: String) {
    self.bench = bench
  }

  /// Notes every CPU cost and every rate per CPU second of a line.
  mutating func add(_ line: [String: JSON], size: Int) {
    guard case .text(let peer)? = line["peer"] else { return }
    note(.object(line), path: [], peer: peer, size: size)
  }

  private mutating func note(_ json: JSON, path: [String], peer: String, size: Int) {
    switch json {
    case .object(let members):
      for (key, member) in members { note(member, path: path + [key], peer: peer, size: size) }
    case .number(let value):
      let key = ([peer] + path).joined(separator: " ")
      guard let last = path.last, value > 0 else { return }
      if last.hasSuffix("cpu_s") && !last.contains("per") {
        costs[key, default: []].append((size, value))
      } else if last == "cpu" {
        costs[key, default: []].append((size, 1 / value))
      }
    case .text, .list: return
    }
  }

  /// Prints one line a measure; without the `peer` key, so that tables of peers pass it over.
  func report() {
    for (measure, points) in costs.sorted(by: { $0.key < $1.key }) {
      guard let first = points.first, let last = points.last, first.size < last.size else {
        continue
      }
      let exponent = log(last.cost / first.cost) / log(Double(last.size) / Double(first.size))
      print(
        JSON.object([
          "bench": .text(bench), "growth": .text(measure),
          "from": .number(Double(first.size)), "to": .number(Double(last.size)),
          "exponent": .rounded(exponent, digits: 2),
        ]).text)
    }
  }
}
