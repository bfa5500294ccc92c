import Cartography
import Inquiry

/// What every endpoint answers from: one for all requests, which share it.
final class AnsweringContext: Sendable {
  let source: any IncidentSource
  let configuration: ServiceConfiguration
  let publicURL: PublicURL
  let extents = ExtentCache()
  let mapBases = MapBaseCache()
  let drawer: MapDrawer
  let maps: VersionedCache<DrawnMap>
  let responses: VersionedCache<WholeResponse>
  let tiles: ServedTiles?
  private let gate: WorkGate
  private let queryTime: Deadline
  private let drawingTime: Deadline

  init(
    source: any IncidentSource, configuration: ServiceConfiguration, publicURL: PublicURL,
    tiles: ServedTiles?
  ) {
    self.source = source
    self.configuration = configuration
    self.publicURL = publicURL
    let limits = configuration.limits
    drawer = MapDrawer(source: source, tiles: configuration.tiles)
    self.tiles = tiles
    maps = VersionedCache(byteLimit: limits.keptMapBytes) { $0.bytes.count }
    responses = VersionedCache(byteLimit: limits.keptResponseBytes) { $0.byteCount }
    queryTime = Deadline(limits.queryTime)
    drawingTime = Deadline(limits.drawingTime)
    gate = WorkGate(permits: limits.concurrentQueries, queueLimit: limits.queuedQueries)
  }

  /// Puts a question to the source when it is its turn, for as long as the limit allows.
  func ask<Result: Sendable>(
    _ question: @escaping @Sendable (any IncidentSource) async throws -> Result
  ) async throws -> Result {
    try await queryTime.run { [gate, source] in
      try await gate.pass { try await question(source) }
    }
  }

  /// Draws a map when it is its turn; drawing asks the source itself.
  func draw<Map: Sendable>(
    _ drawing: @escaping @Sendable () async throws -> Map
  ) async throws -> Map {
    try await drawingTime.run { [gate] in
      try await gate.pass(drawing)
    }
  }
}
