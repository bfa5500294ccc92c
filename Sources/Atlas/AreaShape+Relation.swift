import SimpleFeatures
import Topology

/// How one area lies to another.
enum AreaRelation: Sendable {
  /// No part of it is outside, edges included.
  case covered
  /// Some of it is inside and some is not, or they touch.
  case partial
  /// They share nothing.
  case disjoint
}

// Discs are measured on the sphere and boxes compared by their edges; areas of polygons go to the
// exact predicates of `Topology`, and so does whatever meets the antimeridian.
extension AreaShape {
  /// How a candidate's area lies to this one.
  ///
  /// - Parameter other: The candidate's area.
  /// - Returns: `covered` when no part of it is outside, edges included.
  /// - Throws: What `Topology` finds wrong.
  func relation(of other: AreaShape) throws(TopologyError) -> AreaRelation {
    switch (self, other) {
    case (_, .disc(let center, let radius)):
      return try relation(ofDiscAt: center, radiusMeters: radius, box: other.envelope)
    case (.disc(let center, let radius), .region(let inner)),
      (.disc(let center, let radius), .box(_, let inner)):
      return try Self.relation(of: inner, toDiscAt: center, radiusMeters: radius)
    case (.box(let box, let region), .region(let inner)):
      if box.covers(inner.envelope) { return .covered }
      guard box.intersects(inner.envelope) else { return .disjoint }
      return try region.relation(of: inner)
    case (.region(let region), .region(let inner)), (.region(let region), .box(_, let inner)),
      (.box(_, let region), .box(_, let inner)):
      return try region.relation(of: inner)
    }
  }

  /// How a candidate's disc lies to this area, given the box around the disc.
  func relation(
    ofDiscAt center: Position, radiusMeters radius: Double, box reach: Envelope
  ) throws(TopologyError) -> AreaRelation {
    switch self {
    case .disc(let own, let ownRadius):
      let distance = own.distanceMeters(to: center)
      return distance + radius <= ownRadius
        ? .covered : distance <= ownRadius + radius ? .partial : .disjoint
    case .box(let box, let region):
      if box.covers(reach) { return .covered }
      guard box.intersects(reach) else { return .disjoint }
      return try region.relation(ofDiscAt: center, radiusMeters: radius, reach: reach)
    case .region(let region):
      guard region.envelope.intersects(reach) else { return .disjoint }
      return try region.relation(ofDiscAt: center, radiusMeters: radius, reach: reach)
    }
  }

  private static func relation(
    of inner: Region, toDiscAt center: Position, radiusMeters radius: Double
  ) throws(TopologyError) -> AreaRelation {
    let reach = Envelope(center).expanded(byMeters: radius)
    guard reach.intersects(inner.envelope) else { return .disjoint }
    if reach.meetsAntimeridian {
      let disc = try PreparedRegion(.disc(center: center, radiusMeters: radius))
      return try disc.covers(inner.geometry)
        ? .covered : try disc.intersects(inner.geometry) ? .partial : .disjoint
    }
    var farthest = 0.0
    inner.geometry.forEachPosition { position in
      farthest = max(farthest, center.distanceMeters(to: position))
    }
    if farthest <= radius { return .covered }
    if inner.covers(center) { return .partial }
    let nearest = inner.geometry.boundaryDistanceMeters(from: center) ?? .infinity
    return nearest <= radius ? .partial : .disjoint
  }
}

extension Region {
  /// How a disc whose box meets the region's lies to the region.
  fileprivate func relation(
    ofDiscAt center: Position, radiusMeters radius: Double, reach: Envelope
  ) throws(TopologyError) -> AreaRelation {
    if reach.meetsAntimeridian {
      let disc = Geometry.disc(center: center, radiusMeters: radius)
      let prepared = try prepared()
      return try prepared.covers(disc)
        ? .covered : try prepared.intersects(disc) ? .partial : .disjoint
    }
    let margin = geometry.boundaryDistanceMeters(from: center) ?? .infinity
    guard margin >= radius else { return .partial }
    // A disc outside that just touches shares a position, and so does a bare point on the edge.
    return covers(center) ? .covered : margin > radius ? .disjoint : .partial
  }

  fileprivate func relation(of inner: Region) throws(TopologyError) -> AreaRelation {
    if inner === self { return .covered }
    guard envelope.intersects(inner.envelope) else { return .disjoint }
    let prepared = try prepared()
    // A corner outside settles it; where areas share an edge, GEOS would relate all of both first.
    if coversCorners(of: inner), try prepared.covers(inner.geometry) { return .covered }
    return try prepared.intersects(inner.geometry) ? .partial : .disjoint
  }

  private func coversCorners(of inner: Region) -> Bool {
    var isInside = true
    inner.geometry.forEachPosition { if isInside { isInside = covers($0) } }
    return isInside
  }
}
