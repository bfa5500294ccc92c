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

  private static func text(of time: DayInterval) -> String {
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

extension MapQuestion {
  /// Draws the map.
  func drawn(by drawer: MapDrawer, source: any IncidentSource) async throws -> DrawnMap {
    var query = incidents
    var named: PlaceID?
    if let place {
      let id = try await source.place(named: place, asRecorded: query.asRecorded)
      query.area = .place(id)
      named = id
    }
    let plan = try await drawer.plan(
      query,
      frame: MapDrawer.Frame(width: size.columns, height: size.rows, window: window), style: style)
    let (bytes, view) = try drawing(of: plan, in: named, by: drawer)
    return DrawnMap(
      bytes: bytes, envelope: exact?.envelope ?? view.envelope, system: system,
      time: plan.time, numberMatched: plan.numberMatched)
  }

  /// The bytes, and the view that they show.
  private func drawing(
    of plan: MapPlan, in place: PlaceID?, by drawer: MapDrawer
  ) throws -> ([UInt8], MapView) {
    switch form {
    case .svg:
      let bytes = MapRenderer.svg(
        plan.scene, view: plan.view, theme: capabilities.theme,
        language: style.language.rawValue, hasFurniture: hasFrame)
      return (bytes, pictured(plan))
    case .png:
      if let exact {
        let bytes = try MapRenderer.png(plan.scene, image: exact, theme: capabilities.theme)
        return (bytes, plan.view)
      }
      let bytes = try MapRenderer.png(
        plan.scene, view: plan.view, theme: capabilities.theme, hasFurniture: hasFrame)
      return (bytes, pictured(plan))
    case .text:
      let map = drawer.render(plan, capabilities: capabilities)
      var bytes = map.bytes
      for line in hints?.lines(under: map.view, in: place) ?? [] {
        bytes += line.utf8
        bytes.append(0x0A)
      }
      return (bytes, map.view)
    case .json:
      let bytes = MapRenderer.json(plan.scene, view: plan.view, capabilities: capabilities)
      return (bytes + [0x0A], pictured(plan))
    }
  }

  /// The view as drawn, which the words around it decide.
  private func pictured(_ plan: MapPlan) -> MapView {
    guard form == .json || hasFrame else {
      return plan.view.anchored(pictureRows: plan.view.height)
    }
    let glyphs = form == .json ? capabilities.glyphs : .braille
    return MapRenderer.grid(
      plan.scene, view: plan.view, capabilities: RenderCapabilities(glyphs: glyphs)
    ).map.view
  }
}
