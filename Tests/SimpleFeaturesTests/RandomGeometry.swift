import SimpleFeatures
import TestSupport

/// Random values of every type, valid for our readers.
extension SeededGenerator {
  mutating func position() -> Position {
    switch Int.random(in: 0..<4, using: &self) {
    case 0:
      Position(
        longitude: Double(Int.random(in: -180...180, using: &self)),
        latitude: Double(Int.random(in: -90...90, using: &self)))
    default:
      Position(
        longitude: Double.random(in: -180...180, using: &self),
        latitude: Double.random(in: -90...90, using: &self))
    }
  }

  mutating func positions(_ count: Int) -> [Position] { (0..<count).map { _ in position() } }

  mutating func line() -> LineString {
    let count = Int.random(in: 0...6, using: &self)
    return LineString(positions(count == 1 ? 2 : count))
  }

  mutating func ring() -> LinearRing {
    let open = positions(Int.random(in: 3...7, using: &self))
    return LinearRing(open + [open[0]])
  }

  mutating func polygon() -> Polygon {
    guard Int.random(in: 0..<5, using: &self) > 0 else {
      return Polygon(exteriorRing: LinearRing([]))
    }
    return Polygon(
      exteriorRing: ring(),
      interiorRings: (0..<Int.random(in: 0...2, using: &self)).map { _ in ring() })
  }

  mutating func geometry(nesting: Int = 3) -> Geometry {
    let count = Int.random(in: 0...3, using: &self)
    switch Int.random(in: 0..<(nesting > 0 ? 7 : 6), using: &self) {
    case 0: return .point(position())
    case 1: return .lineString(line())
    case 2: return .polygon(polygon())
    case 3: return .multiPoint(positions(count))
    case 4: return .multiLineString((0..<count).map { _ in line() })
    case 5: return .multiPolygon((0..<count).map { _ in polygon() })
    default: return .geometryCollection((0..<count).map { _ in geometry(nesting: nesting - 1) })
    }
  }
}

/// The fault of a refused geometry, or `nil` when it was taken.
func refusal(_ read: () throws(SimpleFeaturesError) -> Geometry) -> SimpleFeaturesError? {
  do {
    _ = try read()
    return nil
  } catch { return error }
}

/// A square ring, counter-clockwise.
func square(_ west: Double, _ south: Double, _ size: Double) -> LinearRing {
  LinearRing([
    Position(longitude: west, latitude: south), Position(longitude: west + size, latitude: south),
    Position(longitude: west + size, latitude: south + size),
    Position(longitude: west, latitude: south + size), Position(longitude: west, latitude: south),
  ])
}
