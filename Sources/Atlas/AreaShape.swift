import SimpleFeatures
import Topology

/// An area that questions are asked about or that a candidate allows, ready for repeated tests.
///
/// Discs are tested on the sphere in Swift; anything else goes to the exact predicates of
/// `Topology` with a prepared geometry.
struct AreaShape: Sendable {
  /// The two forms an area takes.
  enum Form: Sendable {
    case disc(center: Position, radiusMeters: Double)
    case region(Geometry, PreparedRegion)
  }

  let form: Form
  let envelope: Envelope

  /// A disc.
  init(center: Position, radiusMeters: Double) {
    form = .disc(center: center, radiusMeters: radiusMeters)
    envelope = Envelope(center).expanded(byMeters: radiusMeters)
  }

  /// An area of polygons, or `nil` when it is empty.
  init?(_ geometry: Geometry) throws(TopologyError) {
    guard let envelope = geometry.envelope else { return nil }
    self.envelope = envelope
    form = .region(geometry, try PreparedRegion(geometry))
  }

  /// The area as a geometry; a disc becomes a polygon whose corners lie on the circle.
  var geometry: Geometry {
    switch form {
    case .disc(let center, let radius): .disc(center: center, radiusMeters: radius)
    case .region(let geometry, _): geometry
    }
  }

  /// The area in square metres, never 0 for a disc, so that shares can be taken of it.
  var areaSquareMeters: Double { geometry.areaSquareMeters }

  /// Metres from the middle to the edge that a point drawn in it may be off.
  var reachMeters: Double {
    switch form {
    case .disc(_, let radius): return radius
    case .region:
      let corner = Position(longitude: envelope.west, latitude: envelope.south)
      let opposite = Position(longitude: envelope.east, latitude: envelope.north)
      return corner.distanceMeters(to: opposite) / 2
    }
  }
}

/// How one area lies to another.
enum AreaRelation: Sendable {
  case covered
  case partial
  case disjoint
}

extension AreaShape {
  /// How a candidate's area lies to this one.
  ///
  /// - Parameter other: The candidate's area.
  /// - Returns: `covered` when no part of it is outside, edges included.
  /// - Throws: What `Topology` finds wrong.
  func relation(of other: AreaShape) throws(TopologyError) -> AreaRelation {
    guard envelope.intersects(other.envelope) else { return .disjoint }
    switch (form, other.form) {
    case (.disc(let center, let radius), .disc(let otherCenter, let otherRadius)):
      let distance = center.distanceMeters(to: otherCenter)
      return distance + otherRadius <= radius
        ? .covered : distance <= radius + otherRadius ? .partial : .disjoint
    case (.region(let geometry, let prepared), .disc(let center, let radius)):
      let isInside = prepared.covers(center)
      let margin = geometry.boundaryDistanceMeters(from: center) ?? .infinity
      return margin >= radius ? isInside ? .covered : .disjoint : .partial
    case (.region(_, let prepared), .region(let inner, _)):
      return try prepared.covers(inner)
        ? .covered : try prepared.intersects(inner) ? .partial : .disjoint
    case (.disc, .region(let inner, _)):
      let prepared = try PreparedRegion(geometry)
      return try prepared.covers(inner)
        ? .covered : try prepared.intersects(inner) ? .partial : .disjoint
    }
  }
}
