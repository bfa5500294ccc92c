import Cartography
public import Inquiry
import MapRendering
import Records
import SimpleFeatures
import Gazetteer

/// Answers what the viewer wants to know, out of a source of incidents.
public struct ViewerDesk: Sendable {
  /// Words a dossier: its lines of at most so many columns.
  public typealias Wording = @Sendable (IncidentExplanation, _ columns: Int) -> [String]

  private let source: any IncidentSource
  private let drawer: MapDrawer
  private let wording: Wording

  /// Answers out of a source.
  ///
  /// - Parameters:
  ///   - source: Whatever answers questions.
  ///   - wording: Words a dossier.
  public init(source: any IncidentSource, wording: @escaping Wording) {
    self.source = source
    drawer = MapDrawer(source: source)
    self.wording = wording
  }

  /// The answer to a question, and what maps of it are made of.
  func answer(_ query: IncidentQuery) async throws -> DraftedAnswer {
    let draft = try await drawer.draft(of: query)
    let incidents = Incidents(draft.page, isDrawn: IncidentMap.isDrawable)
    return DraftedAnswer(
      ViewerAnswer(query: query, incidents: incidents, home: draft.envelope), draft)
  }

  /// The state of the data now.
  func dataVersion() throws -> DataVersion { try source.dataVersion() }

  /// The places that a name may mean.
  func find(_ name: String) async throws -> PlaceFinding {
    if let id = PlaceID(name) {
      let finding = try await fetch(id)
      if finding != nil { return finding ?? .unlocated(name) }
    }
    switch try await source.resolve(placeName: name) {
    case .one(let candidate):
      return try await fetch(candidate.id) ?? .unlocated(candidate.name.text)
    case .ambiguous(let candidates): return .ambiguous(candidates.map(Self.choice))
    case .knownNameUnknownPlace(let candidate): return .unlocated(candidate.name.text)
    case .unknown(let nearest): return .unknown(name, nearest: nearest.map(Self.choice))
    }
  }

  /// The place of an identifier; `nil` where there is none.
  func fetch(_ id: PlaceID) async throws -> PlaceFinding? {
    var query = PlaceQuery()
    query.id = id
    guard let feature = try await source.places(query).features.first else { return nil }
    let envelope = (feature.area?.geometry ?? feature.place.location?.geometry)?.envelope
    return envelope.map { .place(name: feature.place.title, envelope: $0) }
      ?? .unlocated(feature.place.title)
  }

  /// The lines of a dossier; `nil` for an incident that is unknown then.
  func dossier(_ id: IncidentID, in query: IncidentQuery, columns: Int) async throws -> [String]? {
    try await source.incidentCase(id, asOf: query.asOf, asRecorded: query.asRecorded).map {
      wording(IncidentExplanation($0), columns)
    }
  }

  /// The first and last day on which a claim became public; `nil` where none has a day.
  func publishedDays(_ asRecorded: Instant?) async throws -> ClosedRange<CivilDate>? {
    var ends: [CivilDate] = []
    for isDescending in [false, true] {
      var query = ClaimQuery()
      query.asRecorded = asRecorded
      query.limit = 1
      query.properties.order = [SortKey(.publicDay, isDescending: isDescending)]
      guard let day = try await source.claims(query).features.first?.claim.publicDay else {
        return nil
      }
      ends.append(day)
    }
    return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
  }

  private static func choice(_ candidate: GazetteerCandidate) -> PlaceChoice {
    PlaceChoice(id: candidate.id, name: candidate.name.text, isLocated: candidate.isLocated)
  }
}
