import Atlas
import Cartography
import Foundation
import Inquiry
import Interchange
import Ledger
import MapRendering
import Records
import Register
import SimpleFeatures

extension Suite {
  /// `sijil map` on the bundled data, from the start of the process to its last byte, beside the
  /// same drawing inside this process; the binary is `SIJIL_BINARY`, or the release build.
  static let map = Suite(name: "map", onlySize: 76) { _ in
    try BundledStore.lend { store in
      try [drawing(store)] + [process(store)].compactMap { $0 }
    } ?? []
  }

  private static func drawing(_ store: String) throws -> [String: JSON] {
    let (opening, register) = try Timing.measure(repetitions: 20) {
      try Register.open(at: store, access: .readOnly)
    }
    var query = IncidentQuery()
    query.limit = .max
    let (asking, page) = try Timing.measure(repetitions: 20) { try register.atlas.page(query) }
    let (basing, base) = try Timing.measure(repetitions: 20) {
      BaseMap(places: try register.allPlaces())
    }
    let (placing, map) = Timing.measure(repetitions: 20) { IncidentMap(page, on: base) }
    let view = try MapView(envelope: map.envelope, width: 110, height: 60)
    let tiles = try TileBase.builtIn()
    let (grounding, _) = try Timing.measure(repetitions: 20) {
      try base.drawn(from: tiles, reach: view.reach())
    }
    let (rendering, drawn) = Timing.measure(repetitions: 50) {
      MapRenderer.render(map.scene, view: view)
    }
    return [
      "peer": .text("sijil, in process"), "open_cpu_s": .rounded(median(opening.cpu), digits: 6),
      "page_cpu_s": .rounded(median(asking.cpu), digits: 6),
      "base_cpu_s": .rounded(median(basing.cpu), digits: 6),
      "ground_cpu_s": .rounded(median(grounding.cpu), digits: 6),
      "scene_cpu_s": .rounded(median(placing.cpu), digits: 6),
      "render_cpu_s": .rounded(median(rendering.cpu), digits: 6),
      "bytes": .number(Double(drawn.bytes.count)),
    ]
  }

  private static func process(_ store: String) throws -> [String: JSON]? {
    let binary =
      ProcessInfo.processInfo.environment["SIJIL_BINARY"]
      ?? BundledStore.house.appending(path: ".build/release/sijil").path
    guard FileManager.default.isExecutableFile(atPath: binary) else {
      FileHandle.standardError.write(
        Data("map: no binary at \(binary): set SIJIL_BINARY\n".utf8))
      return nil
    }
    let runs = try (0..<21).map { _ in
      try ChildRun(binary, ["map", "--store", store, "--glyphs", "ascii"])
    }.dropFirst()
    return [
      "peer": .text("sijil map"), "wall_s": .rounded(median(runs.map(\.wall)), digits: 6),
      "wall_best_s": .rounded(runs.map(\.wall).min() ?? .nan, digits: 6),
      "cpu_s": .rounded(median(runs.map(\.cpu)), digits: 6),
      "rss_mb": .rounded(median(runs.map(\.peakMegabytes))),
      "bytes": .number(Double(runs.last?.byteCount ?? 0)),
    ]
  }
}
