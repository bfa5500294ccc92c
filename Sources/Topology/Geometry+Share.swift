public import SimpleFeatures

extension Geometry {
  /// How much of this geometry lies inside an area, 0…1.
  ///
  /// By area on the sphere for polygons, by length for paths, by number for points; of a mixed
  /// collection its parts of the highest dimension decide. 1 exactly when the area covers the
  /// geometry, 0 exactly when they do not meet (or meet in a boundary only).
  ///
  /// - Parameter area: Any geometry; usually a polygon.
  /// - Returns: `nil` for an empty geometry: no share of nothing.
  /// - Throws: ``TopologyError``.
  public func share(inside area: Geometry) throws(TopologyError) -> Double? {
    guard let parts = try Normalised(self, for: .share), let support = parts.groups.last else {
      return nil
    }
    if case .point(let position) = support { return area.covers(position) ? 1 : 0 }
    guard try support.intersects(area) else { return 0 }
    if try area.covers(support) { return 1 }
    return try support.partialShare(inside: area)
  }

  /// The share of a group that meets the area and is not covered by it.
  func partialShare(inside area: Geometry) throws(TopologyError) -> Double {
    switch self {
    case .point(let position): return area.covers(position) ? 1 : 0
    case .multiPoint(let positions):
      return Double(positions.count { area.covers($0) }) / Double(positions.count)
    case .lineString, .multiLineString:
      return Self.ratio(try intersection(area).lengthMeters, of: lengthMeters)
    case .polygon, .multiPolygon, .geometryCollection:
      return Self.ratio(try intersection(area).areaSquareMeters, of: areaSquareMeters)
    }
  }

  /// A ratio that rounding cannot take out of 0…1; nothing of nothing is 0.
  private static func ratio(_ part: Double, of whole: Double) -> Double {
    whole > 0 ? min(max(part / whole, 0), 1) : 0
  }
}
