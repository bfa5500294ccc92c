import Gazetteer
import Inquiry
import Records

/// Why a map cannot be drawn.
enum MapFault: Error, Hashable, Sendable {
  /// No place has that name; the nearest names that exist.
  case unknownPlace(String, candidates: [String])
  /// The name is known, its place is not.
  case unlocatedPlace(String)
}

extension IncidentSource {
  /// The place that an identifier or a name in any spelling means.
  ///
  /// - Throws: ``MapFault`` for none, for several, and for one that is known by name only.
  func place(named name: String, asRecorded: Instant?) async throws -> PlaceID {
    if let id = PlaceID(name) {
      var query = PlaceQuery()
      query.id = id
      query.asRecorded = asRecorded
      if try await places(query).numberMatched > 0 { return id }
    }
    switch try await resolve(placeName: name) {
    case .one(let candidate): return candidate.id
    case .ambiguous(let candidates):
      throw MapFault.unknownPlace(name, candidates: candidates.map(\.id.text))
    case .knownNameUnknownPlace: throw MapFault.unlocatedPlace(name)
    case .unknown(let nearest):
      throw MapFault.unknownPlace(name, candidates: nearest.map(\.name.text))
    }
  }
}
