import SimpleFeatures
import Topology

/// How much of one area another shares, both measured in the same way.
struct AreaOverlap {
  /// Square metres inside the other.
  let shared: Double
  /// Square metres in all.
  let whole: Double

  /// The share, 0…1.
  var share: Double { whole > 0 ? min(max(shared / whole, 0), 1) : 0 }
}

extension AreaShape {
  /// How much of this area lies inside another.
  ///
  /// - Parameter other: The area asked about.
  /// - Returns: Square metres; with discs by formula, else by overlay.
  /// - Throws: What `Topology` finds wrong.
  func overlap(with other: AreaShape) throws(TopologyError) -> AreaOverlap {
    if let overlap = overlapByFormula(with: other) { return overlap }
    let own = geometry
    return AreaOverlap(
      shared: try own.intersection(other.geometry).areaSquareMeters, whole: own.areaSquareMeters)
  }

  /// How much of this area lies inside the area of a question; a wide disc needs no overlay with a
  /// box.
  func overlap(
    with test: AreaTest, in areas: PlaceAreas
  ) throws(TopologyError) -> AreaOverlap {
    if case .disc(let center, let radius) = self, radius > DiscOverlap.limitMeters,
      case .box(_, let region) = test.shape,
      let overlap = areas.wideDiscs.overlap(
        ofDiscAt: center, radiusMeters: radius, withBox: region.envelope,
        boxSquareMeters: region.areaSquareMeters)
    {
      return overlap
    }
    return try overlap(with: test.shape)
  }

  private func overlapByFormula(with other: AreaShape) -> AreaOverlap? {
    switch (self, other) {
    case (.disc(let center, let radius), .disc(let otherCenter, let otherRadius)):
      guard radius <= DiscOverlap.limitMeters, otherRadius <= DiscOverlap.limitMeters else {
        return nil
      }
      let disc = DiscOverlap(center: center, radiusMeters: radius)
      return AreaOverlap(
        shared: disc.squareMeters(withDiscAt: otherCenter, radiusMeters: otherRadius),
        whole: .pi * radius * radius)
    case (.disc(let center, let radius), .region(let region)),
      (.disc(let center, let radius), .box(_, let region)):
      guard radius <= DiscOverlap.limitMeters, !envelope.meetsAntimeridian else { return nil }
      let disc = DiscOverlap(center: center, radiusMeters: radius)
      return AreaOverlap(
        shared: disc.squareMeters(with: region.geometry), whole: .pi * radius * radius)
    case (.region(let region), .disc(let center, let radius)):
      guard radius <= DiscOverlap.limitMeters, !other.envelope.meetsAntimeridian else { return nil }
      let disc = DiscOverlap(center: center, radiusMeters: radius)
      return AreaOverlap(
        shared: disc.squareMeters(with: region.geometry), whole: region.areaSquareMeters)
    default: return nil
    }
  }
}
