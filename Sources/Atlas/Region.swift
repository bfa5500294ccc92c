import SimpleFeatures
import Synchronization
import Topology

/// An area of polygons that is asked many times.
///
/// Positions are answered in Swift without a lock; what only GEOS can answer is prepared on the
/// first such question, for most regions of a snapshot are never asked one.
final class Region: Sendable {
  let geometry: Geometry
  let envelope: Envelope
  private let locator: PointInAreaLocator
  private let known = Mutex(Known())

  /// What is worked out once.
  private struct Known {
    var prepared: PreparedRegion?
    var areaSquareMeters: Double?
    var label: Position?
  }

  /// `nil` for an empty geometry.
  init?(_ geometry: Geometry) {
    guard let envelope = geometry.envelope else { return nil }
    self.geometry = geometry
    self.envelope = envelope
    locator = PointInAreaLocator(geometry)
  }

  /// Whether the region holds a position; its boundary counts.
  func covers(_ position: Position) -> Bool { locator.covers(position) }

  /// The geometry prepared by GEOS.
  func prepared() throws(TopologyError) -> PreparedRegion {
    try known.withLock { (known: inout Known) throws(TopologyError) in
      if let prepared = known.prepared { return prepared }
      let prepared = try PreparedRegion(geometry)
      known.prepared = prepared
      return prepared
    }
  }

  /// The area on the sphere.
  var areaSquareMeters: Double {
    known.withLock { known in
      if let area = known.areaSquareMeters { return area }
      let area = geometry.areaSquareMeters
      known.areaSquareMeters = area
      return area
    }
  }

  /// A position inside, where a symbol may stand.
  func label() throws(TopologyError) -> Position {
    try known.withLock { (known: inout Known) throws(TopologyError) in
      if let label = known.label { return label }
      let label = try geometry.pointOnSurface() ?? envelope.center
      known.label = label
      return label
    }
  }
}
