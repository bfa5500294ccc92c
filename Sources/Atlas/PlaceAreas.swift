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
final class PlaceAreas: Sendable {
  /// Every place, in the order given.
  let places: [Place]
  /// Where a place stands in ``places``.
  let ordinals: [PlaceID: Int]
  /// The names to show, by ordinal.
  let titles: [String]
  /// The area of each place, by its ordinal.
  let areas: [PlaceArea?]
  /// The same, ready for tests.
  let shapes: [AreaShape?]
  /// The place that contains each, by its ordinal; -1 for none.
  ///
  /// No chain of them runs in a circle.
  private let parents: [Int32]
  /// The ordinals of districts that incidents are joined with, ascending.
  let districts: [Int]
  /// Boxes of places that lie apart from a place which contains them by name, by the latter.
  private let strays: [Int: [Envelope]]
  private let pairs = PlacePairs()
  /// What is known of wide discs.
  let wideDiscs = WideDiscs()

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
    titles = places.map(\.title)
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
    shapes = zip(places, areas).map { place, area in PlaceAreas.shape(of: place, area: area) }
    parents = PlaceAreas.parents(of: places, ordinals: ordinals)
    strays = PlaceAreas.strays(boxes: shapes.map { $0?.envelope }, parents: parents)
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

  private static func shape(of place: Place, area: PlaceArea?) -> AreaShape? {
    guard let area else { return nil }
    if area.basis == .disc, let location = place.location, let center = location.geometry.position {
      return .disc(center: center, radiusMeters: location.precisionMeters)
    }
    return AreaShape(area.geometry)
  }

  /// The ordinals of parents; a link that would close a circle is left out.
  private static func parents(of places: [Place], ordinals: [PlaceID: Int]) -> [Int32] {
    var parents = [Int32](repeating: -1, count: places.count)
    for (ordinal, place) in places.enumerated() {
      guard let parent = place.parent.flatMap({ ordinals[$0] }) else { continue }
      var above = parent
      while above != ordinal, parents[above] >= 0 { above = Int(parents[above]) }
      if above != ordinal { parents[ordinal] = Int32(clamping: parent) }
    }
    return parents
  }
}

extension PlaceAreas {
  /// Boxes that together meet every area which lies in a place, by shape or by name.
  func reaches(of place: Int) -> [Envelope] {
    (shapes[place].map { [$0.envelope] } ?? []) + (strays[place] ?? [])
  }

  private static func strays(boxes: [Envelope?], parents: [Int32]) -> [Int: [Envelope]] {
    var strays: [Int: [Envelope]] = [:]
    for (ordinal, box) in boxes.enumerated() {
      guard let box else { continue }
      var above = parents[ordinal]
      while above >= 0 {
        if boxes[Int(above)]?.intersects(box) == false {
          strays[Int(above), default: []].append(box)
        }
        above = parents[Int(above)]
      }
    }
    return strays
  }

  /// Whether a place is among ``districts``.
  func isDistrict(_ place: Int) -> Bool {
    guard let area = areas[place], places[place].kind.isDistrict else { return false }
    return area.basis == .cell || area.basis == .recorded
  }

  /// The places that contain a place by name, itself first.
  func withAncestors(_ place: Int) -> [Int] {
    var chain = [place]
    while let last = chain.last, parents[last] >= 0 { chain.append(Int(parents[last])) }
    return chain
  }

  /// Whether a place is another or has it among its parents.
  func isInside(_ ordinal: Int, _ outer: Int) -> Bool {
    var current = ordinal
    while current != outer {
      guard parents[current] >= 0 else { return false }
      current = Int(parents[current])
    }
    return true
  }

  /// How one place lies to another: what it is part of by name covers it, whatever a computed
  /// shape on the way says, and two computed cells never share ground.
  func relation(of inner: Int, to outer: Int) throws(TopologyError) -> AreaRelation {
    isInside(inner, outer) ? .covered : try areaRelation(of: inner, to: outer)
  }

  /// How the area of one place lies to another's, whatever their names say.
  func areaRelation(of inner: Int, to outer: Int) throws(TopologyError) -> AreaRelation {
    if inner == outer { return .covered }
    guard let shape = shapes[inner], let area = shapes[outer] else { return .disjoint }
    if areas[inner]?.basis == .cell, areas[outer]?.basis == .cell { return .disjoint }
    return try pairs.relation(of: inner, shape, to: outer, area)
  }

  /// How much of one place's area another's shares.
  func overlap(of inner: Int, with outer: Int) throws(TopologyError) -> AreaOverlap {
    guard let shape = shapes[inner], let area = shapes[outer] else {
      return AreaOverlap(shared: 0, whole: 0)
    }
    if areas[inner]?.basis == .cell, areas[outer]?.basis == .cell, inner != outer {
      return AreaOverlap(shared: 0, whole: shape.areaSquareMeters)
    }
    return try pairs.overlap(of: inner, shape, with: outer, area)
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

extension PlaceAreas {
  /// The places with the halves of the city located where they are computed, for looking up names:
  /// a half has an area to ask about although no one recorded it.
  var placesWithComputedAreas: [Place] {
    zip(places, areas).map { place, area in
      guard place.location == nil, let area, area.basis == .bankHalf else { return place }
      var located = place
      located.location = PlaceLocation(
        geometry: area.geometry, origin: .computed, precisionMeters: PlaceAreas.halfPrecisionMeters,
        isApproximate: true, source: area.basis.words)
      return located
    }
  }

  /// How far off the edge of a half of the city may be: as far as the river's line in the city.
  private static let halfPrecisionMeters = 600.0
}
