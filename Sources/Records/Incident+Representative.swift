public import SimpleFeatures

/// The point that stands for an incident where a layer can show only one, with how far off it is.
///
/// A convenience for GIS tools: what an incident's location really is stays the union of its
/// candidate areas.
public struct LayerPoint: Hashable, Sendable {
  /// The middle of the candidate.
  public var position: Position
  /// How far off it may be, metres.
  public var radiusMeters: Double
  /// How large the thing is that the candidate names.
  public var scale: LocationScale

  /// Makes a point.
  ///
  /// - Parameters:
  ///   - position: The middle of the candidate.
  ///   - radiusMeters: How far off it may be.
  ///   - scale: How large the named thing is.
  public init(position: Position, radiusMeters: Double, scale: LocationScale) {
    self.position = position
    self.radiusMeters = radiusMeters
    self.scale = scale
  }
}

extension LocationCandidate {
  /// The candidate's point, or `nil` for an area, an unknown place or no place at all.
  ///
  /// - Parameter locate: Finds where a place is.
  /// - Returns: The disc's centre with its radius, or the place's point with its precision.
  /// - Throws: What `locate` throws.
  public func representative<Failure: Error>(
    locate: (PlaceID) throws(Failure) -> PlaceLocation?
  ) throws(Failure) -> LayerPoint? {
    switch extent {
    case .disc(let center, let radius):
      return LayerPoint(position: center, radiusMeters: radius, scale: scale)
    case .place(let place):
      guard let location = try locate(place), case .point(let position) = location.geometry else {
        return nil
      }
      return LayerPoint(
        position: position, radiusMeters: location.precisionMeters, scale: scale)
    case nil: return nil
    }
  }
}

extension Incident {
  /// The point of the first candidate that has one; an area without a point of its own has none.
  ///
  /// - Parameter locate: Finds where a place is.
  /// - Returns: `nil` when no candidate has a point.
  /// - Throws: What `locate` throws.
  public func representative<Failure: Error>(
    locate: (PlaceID) throws(Failure) -> PlaceLocation?
  ) throws(Failure) -> LayerPoint? {
    for candidate in locations {
      if let point = try candidate.representative(locate: locate) { return point }
    }
    return nil
  }
}
