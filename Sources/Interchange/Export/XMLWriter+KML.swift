import Inquiry
import JSONText
import Records
import SimpleFeatures

// The geometry of a placemark.
//
// Source – OGC 12-007r2, KML 2.3, `kml:MultiGeometry`, `kml:Point`, `kml:Polygon`.
extension XMLWriter {
  /// Writes where an incident is: its point, and the polygons in which it may lie.
  ///
  /// - Parameters:
  ///   - feature: The incident; without a usable place nothing is written.
  ///   - digits: Scratch for numbers.
  mutating func placement(of feature: IncidentFeature, _ digits: inout JSONWriter) {
    let point = feature.point?.position
    let polygons = feature.support?.polygons ?? []
    guard point != nil || !polygons.isEmpty else { return }
    let isMany = (point == nil ? 0 : 1) + polygons.count > 1
    if isMany { markup("<MultiGeometry>") }
    if let point {
      markup("<Point><coordinates>")
      tuple(point, &digits)
      markup("</coordinates></Point>")
    }
    for polygon in polygons { self.polygon(polygon, &digits) }
    if isMany { markup("</MultiGeometry>") }
  }

  /// Writes a number with so many digits after the point at most.
  mutating func number(_ value: Double?, decimals: Int, _ digits: inout JSONWriter) {
    digits.removeAll()
    digits.number(value, decimals: decimals)
    plain(digits.bytes)
  }

  private mutating func polygon(_ polygon: Polygon, _ digits: inout JSONWriter) {
    markup("<Polygon><outerBoundaryIs>")
    ring(polygon.exteriorRing.wound(.counterClockwise), &digits)
    markup("</outerBoundaryIs>")
    for hole in polygon.interiorRings {
      markup("<innerBoundaryIs>")
      ring(hole.wound(.counterClockwise), &digits)
      markup("</innerBoundaryIs>")
    }
    markup("</Polygon>")
  }

  private mutating func ring(_ ring: LinearRing, _ digits: inout JSONWriter) {
    markup("<LinearRing><coordinates>")
    for (index, position) in ring.positions.enumerated() {
      if index > 0 { markup(" ") }
      tuple(position, &digits)
    }
    markup("</coordinates></LinearRing>")
  }

  private mutating func tuple(_ position: Position, _ digits: inout JSONWriter) {
    number(position.longitude, decimals: 7, &digits)
    markup(",")
    number(position.latitude, decimals: 7, &digits)
  }
}
