import Districting
import Inquiry
import Records
import SimpleFeatures
import Topology

/// The shapes that our own rule makes of recorded places: the halves of the city and its districts'
/// cells.
///
/// Without an outline of the city and a line of the river nothing is computed: a register of
/// another region has its recorded areas and discs only.
struct ComputedShapes {
  /// The land of the city on either bank.
  let halves: [Bank: Geometry]
  private let cells: [PlaceID: DistrictCell]

  init(places: [Place], ordinals: [PlaceID: Int]) throws {
    func geometry(of id: PlaceID?) -> Geometry? {
      id.flatMap { ordinals[$0] }.flatMap { places[$0].location?.geometry }
    }
    guard let outline = geometry(of: PlaceAreas.city), outline.dimension == 2,
      case .lineString(let centreline)? = geometry(of: PlaceAreas.centreline)
    else {
      halves = [:]
      cells = [:]
      return
    }
    let water = geometry(of: PlaceAreas.river) ?? .multiPolygon([])
    let city = try CityHalves(
      outline: outline, river: RiverCourse(centreline: centreline, water: water))
    halves = [.left: city.left, .right: city.right]
    let seeds = places.filter(\.kind.isDistrict).compactMap { DistrictSeed($0) }
    let map = try DistrictMap(seeds: seeds, halves: city)
    cells = Dictionary(map.cells.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The area of one place by itself, before any parent is asked.
  func area(of place: Place) -> PlaceArea? {
    if let half = half(of: place) { return half }
    guard let location = place.location else { return nil }
    if location.geometry.dimension == 2 {
      return PlaceArea(
        geometry: location.geometry, basis: .recorded, isApproximate: location.isApproximate)
    }
    if let cell = cells[place.id] {
      return PlaceArea(
        geometry: cell.geometry, basis: .cell, isApproximate: cell.isApproximate)
    }
    guard let center = location.geometry.position, location.precisionMeters > 0 else { return nil }
    return PlaceArea(
      geometry: .disc(center: center, radiusMeters: location.precisionMeters), basis: .disc,
      isApproximate: location.isApproximate)
  }

  private func half(of place: Place) -> PlaceArea? {
    guard PlaceAreas.halves[place.bank] == .some(place.id), place.location == nil else {
      return nil
    }
    return halves[place.bank].map {
      PlaceArea(geometry: $0, basis: .bankHalf, isApproximate: true)
    }
  }
}
