import QueryLanguage
import SimpleFeatures

/// Exact topology of points and boxes with whole ordinates, by looking at every half step of a
/// small lattice: slow, and independent of any envelope.
enum LatticeTopology {
  /// Which lattice places lie in the interior and which on the boundary.
  struct Places {
    var interior: Set<Int> = []
    var boundary: Set<Int> = []
    var isArea = false
    var all: Set<Int> { interior.union(boundary) }
  }

  /// Ordinates run from −1 to 6 in half steps.
  private static let steps = 0...14

  static func places(of geometry: Geometry) -> Places {
    var places = Places()
    guard let box = geometry.envelope else { return places }
    places.isArea = box.width > 0
    for column in steps {
      for row in steps {
        let x = Double(column) / 2 - 1
        let y = Double(row) / 2 - 1
        guard x >= box.west, x <= box.east, y >= box.south, y <= box.north else { continue }
        let isInside = x > box.west && x < box.east && y > box.south && y < box.north
        if isInside || !places.isArea {
          places.interior.insert(column * 100 + row)
        } else {
          places.boundary.insert(column * 100 + row)
        }
      }
    }
    return places
  }

  /// The definitions of the standard's table, word by word over the places.
  static func holds(_ relation: SpatialOperator, _ first: Geometry, _ second: Geometry) -> Bool {
    let a = places(of: first)
    let b = places(of: second)
    let interiorsMeet = !a.interior.isDisjoint(with: b.interior)
    switch relation {
    case .disjoint: return a.all.isDisjoint(with: b.all)
    case .intersects: return !a.all.isDisjoint(with: b.all)
    case .equals: return a.all == b.all
    case .within: return !a.all.isEmpty && a.all.isSubset(of: b.all) && interiorsMeet
    case .contains: return !b.all.isEmpty && b.all.isSubset(of: a.all) && interiorsMeet
    case .touches: return !interiorsMeet && !a.all.isDisjoint(with: b.all)
    case .overlaps:
      return a.isArea == b.isArea && interiorsMeet && !a.all.isSubset(of: b.all)
        && !b.all.isSubset(of: a.all)
    // Two areas, two points, or a point and an area never cross.
    case .crosses: return false
    }
  }

  static let relations = SpatialRelations { relation, first, second throws(FilterError) in
    holds(relation, first, second)
  }

  /// Boxes and points with whole ordinates 0…3, and nothing at all.
  static let envelopes: [Envelope] = {
    var all: [Envelope] = []
    for west in 0...3 {
      for south in 0...3 {
        all.append(
          Envelope(Position(longitude: Double(west), latitude: Double(south))))
        for east in 0...3 where east > west {
          for north in 0...3 where north > south {
            all.append(
              Envelope(
                west: Double(west), south: Double(south), east: Double(east), north: Double(north)))
          }
        }
      }
    }
    return all
  }()

  static func geometry(_ box: Envelope) -> Geometry {
    guard box.width > 0 else {
      return .point(Position(longitude: box.west, latitude: box.south))
    }
    let corners = [
      (box.west, box.south), (box.east, box.south), (box.east, box.north), (box.west, box.north),
      (box.west, box.south),
    ].map { Position(longitude: $0.0, latitude: $0.1) }
    return .polygon(Polygon(exteriorRing: LinearRing(corners)))
  }
}
