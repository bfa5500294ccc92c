import SimpleFeatures
import SpatialIndex

extension Suite {
  /// The packed R-tree: build, boxes of three selectivities, ten nearest neighbours; beside it a
  /// linear scan of the same columns, the honest floor of any index.
  static let index = Suite(name: "index") { size in
    let incidents = try Incidents.load(size)
    let (build, tree) = try Timing.measure(repetitions: size <= 100_000 ? 9 : 5) {
      try PackedRTree(positions: incidents.positions)
    }
    var line: [String: JSON] = [
      "peer": .text("sijil"), "build_s": .rounded(median(build.wall), digits: 6),
      "build_cpu_s": .rounded(median(build.cpu), digits: 6),
      "build_best_cpu_s": .rounded(build.cpu.min() ?? .nan, digits: 6),
      "build_rows_per_cpu_s": .rounded(Double(size) / median(build.cpu), digits: 0),
      "index_mb": .rounded(Double(tree.serialized().count) / 1e6),
      "version": .text("nodes of \(tree.nodeSize)"),
    ]
    line["bbox"] = .object(
      incidents.boxes.mapValues { boxes in
        Rate.measure(boxes) { tree.search($0).count }.json
      })
    line["count"] = .object(
      incidents.boxes.mapValues { boxes in
        Rate.measure(boxes, budgetSeconds: 0.3) { tree.count(meeting: $0) }.json
      })
    line["knn10"] =
      Rate.measure(incidents.vantages) { tree.neighbors(of: $0, count: 10).count }
      .json
    line["rss_mb"] = .rounded(peakMegabytes())
    return [line, scan(incidents)]
  }

  private static func scan(_ incidents: Incidents) -> [String: JSON] {
    [
      "peer": .text("linear-scan"),
      "bbox": .object(
        incidents.boxes.mapValues { boxes in
          Rate.measure(Array(boxes.prefix(10)), budgetSeconds: 0.3) { box in
            incidents.positions.indices.filter { box.covers(incidents.positions[$0]) }.count
          }.json
        }),
    ]
  }
}
