import Assessment
import Gazetteer
import Inquiry
import Records
import SimpleFeatures
import Synchronization

/// A small register in memory that answers by plain loops, and remembers what it was asked.
final class MemorySource: IncidentSource {
  let version: DataVersion
  let incidents: [IncidentFeature]
  let dossiers: [IncidentID: IncidentDossier]
  let placeFeatures: [PlaceFeature]
  let claimFeatures: [ClaimFeature]
  private let asked = Mutex<[IncidentQuery]>([])
  private let besideOthers = Mutex((versions: 0, pages: 0))

  private static var isOnConnection: Bool {
    withUnsafeCurrentTask { $0?.unownedTaskExecutor != nil }
  }

  init(
    version: DataVersion, incidents: [IncidentFeature],
    dossiers: [IncidentID: IncidentDossier] = [:], places: [PlaceFeature] = [],
    claims: [ClaimFeature] = []
  ) {
    self.version = version
    self.incidents = incidents.sorted { Self.key($0) < Self.key($1) }
    self.dossiers = dossiers
    placeFeatures = places.sorted { $0.place.id < $1.place.id }
    claimFeatures = claims.sorted { $0.claim.id < $1.claim.id }
  }

  /// Every question for incidents so far.
  var questions: [IncidentQuery] { asked.withLock { $0 } }

  /// How often it was asked on the thread of a connection: the version, and pages.
  var onConnections: (versions: Int, pages: Int) { besideOthers.withLock { $0 } }

  func dataVersion() throws -> DataVersion {
    if Self.isOnConnection { besideOthers.withLock { $0.versions += 1 } }
    return version
  }

  func page(_ query: IncidentQuery) async throws -> IncidentPage {
    if Self.isOnConnection { besideOthers.withLock { $0.pages += 1 } }
    asked.withLock { $0.append(query) }
    if case .place(let id) = query.area { try checkPlace(id) }
    let matching = incidents.filter { Self.isIn($0, query) && Self.isThen($0, query) }
    let rest = matching.filter { feature in
      guard case .after(let day, let id)? = query.cursor else { return true }
      return Self.key(feature) > (day, id)
    }.dropFirst(query.offset)
    let features = Array(rest.prefix(query.limit))
    var counts = MatchCounts()
    counts.possible = matching.count { $0.point != nil }
    counts.unplaced = matching.count { $0.point == nil }
    return IncidentPage(
      features: features, numberMatched: matching.count, counts: counts,
      next: features.count < rest.count ? features.last.map(Self.cursor) : nil, query: query,
      dataVersion: version)
  }

  func dossier(
    _ id: IncidentID, asOf: CivilDate?, asRecorded: Instant?
  ) async throws -> IncidentDossier? {
    dossiers[id]
  }

  func summary(_ query: SummaryQuery) async throws -> IncidentSummary {
    let page = try await page(query.incidents)
    let entries = page.features.map { feature in
      SummaryEntry(
        incident: feature.id,
        group: feature.assessment.grade.map { .grade($0.grade) } ?? .rest(.ungraded),
        isCertainMatch: true, isCertainInGroup: true, killed: feature.assessment.killed,
        injured: feature.assessment.injured)
    }
    return IncidentSummary(
      entries, counts: page.counts, query: query, dataVersion: version)
  }

  func places(_ query: PlaceQuery) async throws -> PlacePage {
    let matching = placeFeatures.filter { feature in
      guard query.id == nil || query.id == feature.place.id else { return false }
      guard let box = query.envelope, let own = feature.place.location?.geometry.envelope else {
        return true
      }
      return box.intersects(own)
    }
    let rest = matching.filter { feature in query.after.map { feature.place.id > $0 } ?? true }
    let features = Array(rest.prefix(query.limit))
    return PlacePage(
      features: features, numberMatched: matching.count,
      next: features.count < rest.count ? features.last?.place.id : nil, dataVersion: version)
  }

  func claims(_ query: ClaimQuery) async throws -> ClaimPage {
    if let id = query.place { try checkPlace(id) }
    let matching = claimFeatures.filter { feature in
      guard query.id == nil || query.id == feature.claim.id else { return false }
      guard let incident = query.incident else { return true }
      return feature.claim.incidents.contains { $0.incident == incident }
    }
    let rest = matching.filter { feature in query.after.map { feature.claim.id > $0 } ?? true }
    let features = Array(rest.prefix(query.limit))
    return ClaimPage(
      features: features, numberMatched: matching.count,
      next: features.count < rest.count ? features.last?.claim.id : nil, dataVersion: version)
  }

  func sources(_ query: SourceQuery) async throws -> SourcePage {
    try SourcePage(of: dossiers.values.flatMap(\.sources.values), query, dataVersion: version)
  }

  func dataVersions() async throws -> [DataVersion] { [version] }

  func resolve(placeName name: String) async throws -> PlaceResolution { .unknown(nearest: []) }

  private func checkPlace(_ id: PlaceID) throws(InquiryError) {
    guard let feature = placeFeatures.first(where: { $0.place.id == id }) else {
      throw .unknownPlace(id)
    }
    guard feature.place.location != nil else { throw .unlocatedPlace(id) }
  }

  private static func isIn(_ feature: IncidentFeature, _ query: IncidentQuery) -> Bool {
    guard case .envelope(let box) = query.area else { return true }
    guard let point = feature.point else { return query.includesUnplaced }
    return box.covers(point.position)
  }

  private static func isThen(_ feature: IncidentFeature, _ query: IncidentQuery) -> Bool {
    guard let span = query.time else { return true }
    guard let time = feature.time else { return query.includesUndated }
    return span.intersects(time)
  }

  private static func key(_ feature: IncidentFeature) -> (Int32, IncidentID) {
    (feature.time?.start?.daysSinceEpoch ?? .max, feature.id)
  }

  private static func cursor(_ feature: IncidentFeature) -> PageCursor {
    PageCursor(day: key(feature).0, id: feature.id)
  }
}

/// A source that never answers, until it is cancelled.
struct SilentSource: IncidentSource {
  func dataVersion() throws -> DataVersion {
    DataVersion(sequence: 0, hash: "", recordedAt: nil)
  }

  func page(_ query: IncidentQuery) async throws -> IncidentPage {
    try await wait()
    throw CancellationError()
  }

  func dossier(
    _ id: IncidentID, asOf: CivilDate?, asRecorded: Instant?
  ) async throws -> IncidentDossier? { nil }

  func summary(_ query: SummaryQuery) async throws -> IncidentSummary {
    try await wait()
    throw CancellationError()
  }

  func places(_ query: PlaceQuery) async throws -> PlacePage {
    try await wait()
    throw CancellationError()
  }

  func claims(_ query: ClaimQuery) async throws -> ClaimPage {
    try await wait()
    throw CancellationError()
  }

  func sources(_ query: SourceQuery) async throws -> SourcePage {
    try await wait()
    throw CancellationError()
  }

  func dataVersions() async throws -> [DataVersion] {
    try await wait()
    return []
  }

  func resolve(placeName name: String) async throws -> PlaceResolution {
    try await wait()
    throw CancellationError()
  }

  private func wait() async throws {
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    for await _ in stream {}
    continuation.finish()
    try Task.checkCancellation()
  }
}

/// A source whose store fails with words that must not reach a client.
struct BrokenSource: IncidentSource {
  struct Failure: Error, CustomStringConvertible {
    var description: String { "SELECT secret FROM /var/lib/register.gpkg" }
  }

  func dataVersion() throws -> DataVersion { throw Failure() }
  func page(_ query: IncidentQuery) async throws -> IncidentPage { throw Failure() }
  func dossier(
    _ id: IncidentID, asOf: CivilDate?, asRecorded: Instant?
  ) async throws -> IncidentDossier? { throw Failure() }
  func summary(_ query: SummaryQuery) async throws -> IncidentSummary { throw Failure() }
  func places(_ query: PlaceQuery) async throws -> PlacePage { throw Failure() }
  func claims(_ query: ClaimQuery) async throws -> ClaimPage { throw Failure() }
  func sources(_ query: SourceQuery) async throws -> SourcePage { throw Failure() }
  func dataVersions() async throws -> [DataVersion] { throw Failure() }
  func resolve(placeName name: String) async throws -> PlaceResolution { throw Failure() }
}
