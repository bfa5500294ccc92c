import Inquiry
import Records
import SimpleFeatures
import Synchronization

/// What a collection covers in space and time.
struct CollectionExtent: Hashable, Sendable {
  struct Known: Hashable, Sendable {
    /// The box around every geometry; `nil` when nothing has one.
    var envelope: Envelope?
    /// The span of every time; `nil` when nothing has one.
    var interval: DayInterval?

    mutating func add(_ position: Position?) { add(position.map { Envelope($0) }) }

    mutating func add(_ box: Envelope?) {
      guard let box else { return }
      envelope = envelope.map { $0.union(box) } ?? box
    }

    mutating func add(_ time: DayInterval?) {
      guard let time else { return }
      guard let known = interval else { return interval = time }
      // An open end stays open: the extent has to hold every feature.
      let start = known.start.flatMap { first in time.start.map { min(first, $0) } }
      let end = known.end.flatMap { last in time.end.map { max(last, $0) } }
      interval = DayInterval(start: start, end: end)
    }
  }

  /// How many features the collection holds.
  let count: Int
  /// `nil` where the collection is too large to look through on a request.
  let known: Known?
}

/// Extents by collection, for the state of the data they were made from.
final class ExtentCache: Sendable {
  private struct Entry {
    let version: DataVersion
    let extent: CollectionExtent
  }

  private let entries = Mutex<[FeatureCollectionName: Entry]>([:])

  func extent(of name: FeatureCollectionName, at version: DataVersion) -> CollectionExtent? {
    entries.withLock { $0[name].flatMap { $0.version == version ? $0.extent : nil } }
  }

  func keep(_ extent: CollectionExtent, of name: FeatureCollectionName, at version: DataVersion) {
    entries.withLock { $0[name] = Entry(version: version, extent: extent) }
  }
}

extension AnsweringContext {
  /// Above this many features a collection is not walked through for its extent.
  private static var walkLimit: Int { 100_000 }

  /// The extent of a collection, computed once for each state of the data.
  func extent(of name: FeatureCollectionName) async throws -> CollectionExtent {
    let version = try source.dataVersion()
    if let kept = extents.extent(of: name, at: version) { return kept }
    let extent =
      switch name {
      case .incidents, .incidentPoints: try await incidentExtent()
      case .places: try await placeExtent()
      case .claims: try await claimExtent()
      case .sources: try await sourceExtent()
      }
    extents.keep(extent, of: name, at: version)
    return extent
  }

  private func incidentExtent() async throws -> CollectionExtent {
    var known = CollectionExtent.Known()
    var query = IncidentQuery()
    query.limit = LimitParameter.maximum
    while true {
      let page = try await ask { [query] in try await $0.page(query) }
      guard page.numberMatched <= Self.walkLimit else {
        return CollectionExtent(count: page.numberMatched, known: nil)
      }
      for feature in page.features {
        known.add(feature.support?.envelope)
        known.add(feature.time)
      }
      guard let next = page.next else {
        return CollectionExtent(count: page.numberMatched, known: known)
      }
      query.cursor = next
    }
  }

  private func sourceExtent() async throws -> CollectionExtent {
    var query = SourceQuery()
    query.limit = 0
    let page = try await ask { [query] in try await $0.sources(query) }
    return CollectionExtent(count: page.numberMatched, known: CollectionExtent.Known())
  }

  private func placeExtent() async throws -> CollectionExtent {
    var known = CollectionExtent.Known()
    var query = PlaceQuery()
    query.limit = LimitParameter.maximum
    while true {
      let page = try await ask { [query] in try await $0.places(query) }
      guard page.numberMatched <= Self.walkLimit else {
        return CollectionExtent(count: page.numberMatched, known: nil)
      }
      for feature in page.features { known.add(feature.place.location?.geometry.envelope) }
      guard let next = page.next else {
        return CollectionExtent(count: page.numberMatched, known: known)
      }
      query.after = next
    }
  }

  private func claimExtent() async throws -> CollectionExtent {
    var known = CollectionExtent.Known()
    var query = ClaimQuery()
    query.limit = LimitParameter.maximum
    while true {
      let page = try await ask { [query] in try await $0.claims(query) }
      guard page.numberMatched <= Self.walkLimit else {
        return CollectionExtent(count: page.numberMatched, known: nil)
      }
      for feature in page.features {
        known.add(feature.point?.position)
        known.add(feature.claim.eventTime?.interval)
      }
      guard let next = page.next else {
        return CollectionExtent(count: page.numberMatched, known: known)
      }
      query.after = next
    }
  }
}
