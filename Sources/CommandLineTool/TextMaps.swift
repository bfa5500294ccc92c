import Cartography
import Gazetteer
import Inquiry
import MapRendering
import Records
import WebService

/// The text maps of the server, drawn as `sijil map` draws them.
struct TextMaps: Sendable {
  private let source: any IncidentSource
  private let drawer: MapDrawer

  init(source: any IncidentSource, tiles: TileBase) {
    self.source = source
    drawer = MapDrawer(source: source, tiles: tiles)
  }

  /// Draws one request.
  @Sendable func draw(_ request: MapRequest) async throws -> [UInt8] {
    var query = IncidentQuery()
    query.asOf = request.asOf
    query.asRecorded = request.asRecorded
    if let envelope = request.envelope { query.area = .envelope(envelope) }
    if let place = request.place {
      query.area = .place(try await resolve(place, request.asRecorded))
    }
    return try await drawer.draw(
      query, frame: MapDrawer.Frame(width: request.width, height: request.height),
      capabilities: RenderCapabilities(
        glyphs: request.glyphs == .ascii ? .ascii : .braille,
        colourDepth: request.isColored ? .palette256 : .none),
      hints: ["wider: /map?w=$(tput cols)&h=$(tput lines)   data: /collections/incidents/items"]
    ).map.bytes
  }

  private func resolve(_ name: String, _ asRecorded: Instant?) async throws -> PlaceID {
    if let id = PlaceID(name) {
      var query = PlaceQuery()
      query.id = id
      query.asRecorded = asRecorded
      if try await source.places(query).numberMatched > 0 { return id }
    }
    switch try await source.resolve(placeName: name) {
    case .one(let candidate): return candidate.id
    case .ambiguous(let candidates):
      throw MapFault.unknownPlace(name, candidates: candidates.map(\.id.text))
    case .knownNameUnknownPlace: throw MapFault.unlocatedPlace(name)
    case .unknown(let nearest):
      throw MapFault.unknownPlace(name, candidates: nearest.map(\.name.text))
    }
  }
}
