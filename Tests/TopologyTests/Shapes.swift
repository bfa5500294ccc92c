import SimpleFeatures
import TestSupport

/// A geometry of well-known text that the test's author got right.
func shape(_ wkt: String) throws -> Geometry { try Geometry(wkt: wkt) }

/// A star-shaped polygon around Mosul: valid for any radii.
func star(_ random: inout SeededGenerator, vertices: Int, radius: Double = 0.05) -> Polygon {
  let center = Position(
    longitude: 43.13 + Double.random(in: -radius...radius, using: &random),
    latitude: 36.34 + Double.random(in: -radius...radius, using: &random))
  var ring = (0..<vertices).map { index in
    center.destination(
      bearingDegrees: -360 * Double(index) / Double(vertices),
      distanceMeters: Double.random(in: 0.2...1, using: &random) * radius * 111_000)
  }
  ring.append(ring[0])
  return Polygon(exteriorRing: LinearRing(ring))
}

/// A position near Mosul.
func nearby(_ random: inout SeededGenerator, radius: Double = 0.1) -> Position {
  Position(
    longitude: 43.13 + Double.random(in: -radius...radius, using: &random),
    latitude: 36.34 + Double.random(in: -radius...radius, using: &random))
}
