public import Inquiry
import QueryLanguage
import Records
public import SimpleFeatures

extension Atlas {
  /// One page of places with the areas that questions use.
  ///
  /// - Parameter query: The question.
  /// - Returns: The page in the order of identifiers, or in the one asked for.
  /// - Throws: `FilterError` for a filter that cannot be asked or decided.
  public func places(_ query: PlaceQuery) throws -> PlacePage {
    let filter = try FeatureFilter<PlaceProperty>(query.properties, relations: .exact)
    let chosen = try areas.places.indices.filter { matches($0, query) }
      .filter { ordinal in try filter.matches { placeFeature(ordinal).filterValue(of: $0) } }
      .sorted { areas.places[$0].id < areas.places[$1].id }
      .sorted(by: query.properties.order) { placeFeature($0).filterValue(of: $1) }
    let begin = chosen.begin(
      after: query.after, isSorted: !query.properties.order.isEmpty
    ) { areas.places[$0].id }
    let open = chosen[begin...].dropFirst(max(0, query.offset))
    let shown = open.prefix(max(0, query.limit))
    return PlacePage(
      features: shown.map(placeFeature),
      numberMatched: chosen.count,
      next: shown.count < open.count ? shown.last.map { areas.places[$0].id } : nil,
      dataVersion: version)
  }

  private func placeFeature(_ ordinal: Int) -> PlaceFeature {
    PlaceFeature(place: areas.places[ordinal], area: areas.areas[ordinal])
  }

  private func matches(_ ordinal: Int, _ query: PlaceQuery) -> Bool {
    let place = areas.places[ordinal]
    if let id = query.id, id != place.id { return false }
    if !query.kinds.isEmpty, !query.kinds.contains(place.kind) { return false }
    guard let envelope = query.envelope else { return true }
    guard let own = place.location?.geometry.envelope ?? areas.areas[ordinal]?.geometry.envelope
    else { return true }
    return envelope.intersects(own)
  }

  /// The named places nearest to a position, nearest first.
  ///
  /// - Parameters:
  ///   - position: From where.
  ///   - count: How many at most.
  ///   - limit: Farther ones are left out, metres.
  /// - Returns: Places with a point of their own, with distance and bearing.
  public func placesNear(
    _ position: Position, count: Int, withinMeters limit: Double
  ) -> [NearbyPlace] {
    let near = areas.places.compactMap { place -> NearbyPlace? in
      guard let point = place.location?.geometry.position else { return nil }
      let distance = position.distanceMeters(to: point)
      guard distance <= limit else { return nil }
      return NearbyPlace(
        id: place.id, name: place.title, distanceMeters: distance,
        bearingDegrees: position.initialBearingDegrees(to: point))
    }
    return Array(
      near.sorted { ($0.distanceMeters, $0.id) < ($1.distanceMeters, $1.id) }.prefix(count))
  }
}
