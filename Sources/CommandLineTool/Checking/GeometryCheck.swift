import SimpleFeatures
import Topology

/// Looks at a geometry that could be read: validity, edges half round the world, winding.
struct GeometryCheck {
  /// Whether rings must follow the right-hand rule.
  let wantsWinding: Bool

  /// What is wrong, at most one problem of each sort.
  ///
  /// - Note: Source – RFC 7946 §3.1.6 (right-hand rule) and §3.1.9 (antimeridian); ISO 19125-1 §6.1.11.
  func problems(of geometry: Geometry) -> [(code: CheckCode, reason: String)] {
    var found: [(code: CheckCode, reason: String)] = []
    if let edge = geometry.firstLongEdge {
      found.append(
        (
          .geometryAntimeridian,
          "an edge runs from longitude \(edge.from) to \(edge.to), more than half round the world;"
            + " cut at the antimeridian"
        ))
    }
    if wantsWinding, let reason = geometry.firstMiswound {
      found.append((.geoJSONWinding, reason))
    }
    do {
      if case .invalid(let fault, let position) = try geometry.validity() {
        let place = position.map { " at \($0.longitude), \($0.latitude)" } ?? ""
        found.append((CheckCode(fault), fault.phrase + place))
      }
    } catch {
      found.append((.geometryUnchecked, "validity is not known: \(error)"))
    }
    return found
  }
}

extension Geometry {
  /// The polygons and lines of the geometry, collections opened.
  private var paths: [[Position]] {
    switch self {
    case .point, .multiPoint: []
    case .lineString(let line): [line.positions]
    case .multiLineString(let lines): lines.map(\.positions)
    case .polygon(let polygon): polygon.rings.map(\.positions)
    case .multiPolygon(let polygons): polygons.flatMap { $0.rings.map(\.positions) }
    case .geometryCollection(let parts): parts.flatMap(\.paths)
    }
  }

  /// The first edge over more than 180° of longitude: it was meant to cross the antimeridian.
  fileprivate var firstLongEdge: (from: Double, to: Double)? {
    for path in paths {
      for (first, second) in zip(path, path.dropFirst())
      where abs(first.longitude - second.longitude) > 180 {
        // The full turn of a box round the world goes along its edge.
        if first.latitude == second.latitude, abs(first.longitude - second.longitude) == 360 {
          continue
        }
        return (first.longitude, second.longitude)
      }
    }
    return nil
  }

  /// The first ring that runs the wrong way round.
  fileprivate var firstMiswound: String? {
    for polygon in polygons {
      if polygon.exteriorRing.winding == .clockwise {
        return "an outer ring runs clockwise; it should run counter-clockwise"
      }
      if polygon.interiorRings.contains(where: { $0.winding == .counterClockwise }) {
        return "a hole runs counter-clockwise; it should run clockwise"
      }
    }
    return nil
  }
}
