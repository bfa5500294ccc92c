import Inquiry
import Records
import SimpleFeatures
import Synchronization
import Topology

/// The area of a question, ready to test candidates against.
struct AreaTest {
  let shape: AreaShape
  /// The place asked about, as an ordinal.
  let place: Int?
  /// How the places of candidates lie to an area that is not a place's: each is asked once, for
  /// many incidents share few places.
  private let asked: Asked?

  /// What is known of places so far in one question, whose answer several threads may make.
  private final class Asked: Sendable {
    let relations = Mutex<[Int32: AreaRelation]>([:])
    let overlaps = Mutex<[Int32: AreaOverlap]>([:])
  }

  /// The area of a place.
  init(place: Int, shape: AreaShape) {
    self.place = place
    self.shape = shape
    // The atlas keeps what it learns of pairs of places.
    asked = nil
  }

  private init(_ shape: AreaShape) {
    self.shape = shape
    place = nil
    asked = Asked()
  }

  /// Prepares the area of a question.
  ///
  /// - Parameters:
  ///   - area: As asked.
  ///   - areas: The places it may name.
  /// - Throws: `InquiryError` when the place is unknown or unplaced or the shape is no area.
  init(_ area: QueryArea, areas: PlaceAreas) throws {
    switch area {
    case .envelope(let envelope): self.init(try AreaTest.shape(of: envelope))
    case .geometry(let geometry): self.init(try AreaTest.shape(of: geometry))
    case .place(let id):
      guard let ordinal = areas.ordinals[id] else { throw InquiryError.unknownPlace(id) }
      guard let known = areas.shapes[ordinal], areas.areas[ordinal]?.basis != .parent else {
        throw InquiryError.unlocatedPlace(id)
      }
      self.init(place: ordinal, shape: known)
    case .disc(let center, let radius):
      guard center.isValid, radius > 0, radius < AreaTest.radiusLimitMeters else {
        throw InquiryError.badArea(
          reason: "a distance must be a number of metres above 0 and below 10,000 km")
      }
      self.init(.disc(center: center, radiusMeters: radius))
    }
  }

  /// Discs end before they reach half around the world, where they would have no inside.
  private static let radiusLimitMeters = 1e7

  private static func shape(of envelope: Envelope) throws -> AreaShape {
    let corners = [
      Position(longitude: envelope.west, latitude: envelope.south),
      Position(longitude: envelope.east, latitude: envelope.north),
    ]
    guard corners.allSatisfy(\.isValid) else {
      throw InquiryError.badArea(reason: "the box reaches beyond ±180, ±90")
    }
    guard envelope.south <= envelope.north, let shape = AreaShape(envelope) else {
      throw InquiryError.badArea(reason: "the box's south lies north of its north")
    }
    return shape
  }

  private static func shape(of geometry: Geometry) throws -> AreaShape {
    guard geometry.dimension == 2, let region = Region(geometry) else {
      throw InquiryError.badArea(reason: "it is not a polygon")
    }
    do {
      // A polygon of the user may be anything: refuse here what GEOS would refuse later.
      if case .invalid(let fault, let position) = try geometry.validity() {
        let place = position.map { " near \($0.longitude), \($0.latitude)" } ?? ""
        throw InquiryError.badArea(reason: "the polygon is not valid: \(fault)\(place)")
      }
    } catch let error as TopologyError {
      throw InquiryError.badArea(reason: error.description)
    }
    return .region(region)
  }
}

extension AreaTest {
  /// Boxes that together meet all that may lie inside.
  func reaches(in areas: PlaceAreas) -> [Envelope] {
    place.map { areas.reaches(of: $0) } ?? [shape.envelope]
  }

  /// How a place that a candidate names lies to the area.
  func relation(ofPlace named: Int32, in areas: PlaceAreas) throws -> AreaRelation {
    if let place { return try areas.relation(of: Int(named), to: place) }
    if let known = asked?.relations.withLock({ $0[named] }) { return known }
    let found = try areas.shapes[Int(named)].map { try shape.relation(of: $0) } ?? .disjoint
    asked?.relations.withLock { $0[named] = found }
    return found
  }

  /// How much of the area of a place that a candidate names lies inside.
  func overlap(ofPlace named: Int32, in areas: PlaceAreas) throws -> AreaOverlap {
    if let place { return try areas.overlap(of: Int(named), with: place) }
    if let known = asked?.overlaps.withLock({ $0[named] }) { return known }
    let found =
      try areas.shapes[Int(named)].map { try $0.overlap(with: shape) }
      ?? AreaOverlap(shared: 0, whole: 0)
    asked?.overlaps.withLock { $0[named] = found }
    return found
  }
}
