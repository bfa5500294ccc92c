import Districting
import Inquiry
import Records
import SimpleFeatures
import Topology

/// The area of every place that has one, and how each came about.
///
/// In this order: a recorded outline, a computed district cell, a disc of the point's precision,
/// a computed half of the city, and for a place known by name only the area of what contains it:
/// its parent, or the half of the city on its bank.
struct PlaceAreas: Sendable {
  /// Every place, in the order given.
  let places: [Place]
  /// Where a place stands in ``places``.
  let ordinals: [PlaceID: Int]
  /// The area of each place, by its ordinal.
  let areas: [PlaceArea?]
  /// The same, ready for tests.
  let shapes: [AreaShape?]
  /// The ordinals of districts that incidents are joined with.
  let districts: [Int]

  /// The city whose outline bounds the computed shapes.
  static let city = PlaceID("mosul")
  /// The river that parts it.
  static let river = PlaceID("tigris")
  /// The line along the river's middle.
  static let centreline = PlaceID("tigris-centreline")
  /// The halves of the city by bank.
  static let halves: [Bank: PlaceID?] = [
    .right: PlaceID("west-mosul"), .left: PlaceID("east-mosul"),
  ]

  init(_ places: [Place]) throws {
    self.places = places
    var ordinals: [PlaceID: Int] = [:]
    ordinals.reserveCapacity(places.count)
    for (ordinal, place) in places.enumerated() { ordinals[place.id] = ordinal }
    self.ordinals = ordinals
    let computed = try ComputedShapes(places: places, ordinals: ordinals)
    var areas = places.map { computed.area(of: $0) }
    for ordinal in areas.indices where areas[ordinal] == nil {
      areas[ordinal] = PlaceAreas.inherited(
        by: places[ordinal], places: places, ordinals: ordinals, areas: areas,
        halves: computed.halves)
    }
    self.areas = areas
    shapes = try zip(places, areas).map { place, area in
      try PlaceAreas.shape(of: place, area: area)
    }
    districts = places.indices.filter { ordinal in
      guard let area = areas[ordinal], places[ordinal].kind.isDistrict else { return false }
      return area.basis == .cell || area.basis == .recorded
    }
  }

  /// The area of what contains a place, when the place itself has none.
  private static func inherited(
    by place: Place, places: [Place], ordinals: [PlaceID: Int], areas: [PlaceArea?],
    halves: [Bank: Geometry]
  ) -> PlaceArea? {
    guard place.kind.isDistrict || place.kind.isLandmark else { return nil }
    var parent = place.parent
    for _ in 0..<8 {
      guard let id = parent, let ordinal = ordinals[id] else { break }
      if let area = areas[ordinal], area.basis != .parent {
        return PlaceArea(geometry: area.geometry, basis: .parent, isApproximate: true)
      }
      parent = places[ordinal].parent
    }
    return halves[place.bank].map {
      PlaceArea(geometry: $0, basis: .parent, isApproximate: true)
    }
  }

  private static func shape(of place: Place, area: PlaceArea?) throws -> AreaShape? {
    guard let area else { return nil }
    if area.basis == .disc, let location = place.location, let center = location.geometry.position {
      return AreaShape(center: center, radiusMeters: location.precisionMeters)
    }
    return try AreaShape(area.geometry)
  }
}

extension PlaceKind {
  /// Whether places of the kind divide a city and are joined with incidents.
  var isDistrict: Bool {
    switch self {
    case .district, .mahalla, .neighbourhood: true
    default: false
    }
  }

  /// Whether places of the kind are single sites inside a city.
  var isLandmark: Bool {
    switch self {
    case .bridge, .mosque, .hospital, .school, .university, .airport, .station, .museum, .shrine,
      .castle, .archaeologicalSite, .militaryBase, .street:
      true
    default: false
    }
  }
}
