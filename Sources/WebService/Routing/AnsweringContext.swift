import Cartography
import Inquiry

/// What every endpoint answers from.
struct AnsweringContext: Sendable {
  let source: any IncidentSource
  let configuration: ServiceConfiguration
  let publicURL: PublicURL
  let extents = ExtentCache()
  let mapBases = MapBaseCache()
  let drawer: MapDrawer
  let maps: MapCache
  let tiles: ServedTiles?
  private let gate: WorkGate

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
    maps = MapCache(byteLimit: limits.keptMapBytes)
    gate = WorkGate(permits: limits.concurrentQueries, queueLimit: limits.queuedQueries)
  }

  /// Puts a question to the source when it is its turn, for as long as the limit allows.
  func ask<Result: Sendable>(
    _ question: @escaping @Sendable (any IncidentSource) async throws -> Result
  ) async throws -> Result {
    try await withDeadline(configuration.limits.queryTime) { [gate, source] in
      try await gate.pass { try await question(source) }
    }
  }

  /// Draws a map when it is its turn; drawing asks the source itself.
  func draw<Map: Sendable>(
    _ drawing: @escaping @Sendable () async throws -> Map
  ) async throws -> Map {
    try await withDeadline(configuration.limits.drawingTime) { [gate] in
      try await gate.pass(drawing)
    }
  }

  /// The state of the data; costs nothing and so waits for nobody.
  func dataVersion() async throws -> DataVersion {
    try await withDeadline(configuration.limits.queryTime) { [source] in
      try await source.dataVersion()
    }
  }
}
