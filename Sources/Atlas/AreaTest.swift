import Inquiry
import Records
import SimpleFeatures
import Topology

/// One area of a question, ready to test supports against.
struct AreaTest: Sendable {
  let shape: AreaShape
  let area: QueryArea

  /// Takes an area that is prepared already.
  init(shape: AreaShape, area: QueryArea) {
    self.shape = shape
    self.area = area
  }

  /// Prepares the area of a question.
  ///
  /// - Parameters:
  ///   - area: As asked.
  ///   - areas: The places it may name.
  /// - Throws: `InquiryError` when the place is unknown or unplaced or the shape is no area.
  init(_ area: QueryArea, areas: PlaceAreas) throws {
    self.area = area
    switch area {
    case .envelope(let envelope):
      guard envelope.south <= envelope.north else {
        throw InquiryError.badArea(reason: "the box's south lies north of its north")
      }
      shape = try AreaTest.shape(of: envelope.geometry)
    case .geometry(let geometry):
      shape = try AreaTest.shape(of: geometry)
    case .place(let id):
      guard let ordinal = areas.ordinals[id] else { throw InquiryError.unknownPlace(id) }
      guard let known = areas.shapes[ordinal] else { throw InquiryError.unlocatedPlace(id) }
      shape = known
    case .disc(let center, let radius):
      guard center.isValid, radius > 0, radius.isFinite else {
        throw InquiryError.badArea(reason: "a distance must be a positive number of metres")
      }
      shape = AreaShape(center: center, radiusMeters: radius)
    }
  }

  private static func shape(of geometry: Geometry) throws -> AreaShape {
    do {
      guard let shape = try AreaShape(geometry), geometry.dimension == 2 else {
        throw InquiryError.badArea(reason: "it is not a polygon")
      }
      return shape
    } catch let error as TopologyError {
      throw InquiryError.badArea(reason: error.description)
    }
  }
}

extension Envelope {
  /// The box as an area, in two parts when it crosses the antimeridian.
  ///
  /// A box without width or height is widened by a hundred-millionth of a degree, about a
  /// millimetre, so that it is an area at all.
  var geometry: Geometry {
    let hair = 1e-8
    let low = south < north ? south : max(-90, south - hair)
    let high = south < north ? north : min(90, north + hair)
    func part(_ west: Double, _ east: Double) -> Polygon {
      let left = west < east ? west : max(-180, west - hair)
      let right = west < east ? east : min(180, east + hair)
      return Polygon(
        exteriorRing: LinearRing(
          [(left, low), (right, low), (right, high), (left, high), (left, low)].map {
            Position(longitude: $0.0, latitude: $0.1)
          }))
    }
    return crossesAntimeridian
      ? .multiPolygon([part(west, 180), part(-180, east)]) : .polygon(part(west, east))
  }
}
