import Cartography
import Inquiry
import MapRendering
import Records
import SimpleFeatures

/// A map as it is sent, with what its header says.
struct DrawnMap: Sendable {
  let bytes: [UInt8]
  /// The ground that the drawing covers.
  let envelope: Envelope
  /// What the drawing's rows and columns lie evenly in.
  var system = ReferenceSystem.webMercator
  /// The days that its incidents span.
  let time: DayInterval?
  /// How many incidents match.
  let numberMatched: Int

  /// What the header says of the map.
  ///
  /// - Note: Source – OGC API Maps Part 1, `/req/core/map-response`.
  var headers: [HeaderField] {
    // Some centimetres.
    let scale = system == .webMercator ? 100.0 : 1e7
    let box = system.corners(of: envelope)
      .map { "\(($0 * scale).rounded() / scale)" }.joined(separator: ",")
    return [
      .contentSystem(system), HeaderField("Content-Bbox", box),
      HeaderField("OGC-NumberMatched", "\(numberMatched)"),
    ] + (time.map { [HeaderField("Content-Datetime", Self.text(of: $0))] } ?? [])
  }

  /// Days as one day or an interval.
  static func text(of time: DayInterval) -> String {
    let ends = [time.start, time.end].map { $0.map { "\($0)" } ?? ".." }
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "/")
  }
}

extension ReferenceSystem {
  /// The lower and the upper corner of a box, in the order of the axes.
  func corners(of box: Envelope) -> [Double] {
    [
      Position(longitude: box.west, latitude: box.south),
      Position(longitude: box.east, latitude: box.north),
    ].map(coordinates).flatMap { [$0.first, $0.second] }
  }
}

extension AnsweringContext {
  /// Draws a map, or takes it from those that are kept.
  func map(_ question: MapQuestion, input: String) async throws -> DrawnMap {
    let version = try source.dataVersion()
    if let kept = maps.value(for: input, at: version) { return kept }
    let map = try await draw { [drawer, source] in
      try await question.drawn(by: drawer, source: source)
    }
    maps.keep(map, for: input, at: version)
    return map
  }
}
