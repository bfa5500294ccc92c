public import Inquiry
public import Records
import SimpleFeatures
import SpatialIndex
import Topology

// The join of incidents with districts, both ways.
extension Atlas {
  /// The districts an incident lies in, certain ones first, then by share and identifier.
  ///
  /// A candidate that names a city or anything larger, or a half of the city, joins no district:
  /// its point stands for the whole and says nothing about the quarter under it.
  func districts(of incident: Int, asOf: CivilDate?) throws -> [DistrictMembership] {
    let candidates = placedCandidates(of: incident, asOf: asOf)
    guard !candidates.isEmpty,
      candidates.allSatisfy({ incidents.candidates[$0].scale.isFinerThanCity })
    else { return [] }
    var items: Set<Int> = []
    for candidate in candidates {
      guard let shape = shape(of: candidate) else { continue }
      items.formUnion(districts.search(shape.envelope))
    }
    let support = items.isEmpty ? nil : try support(of: candidates)
    guard let support else { return [] }
    var memberships: [DistrictMembership] = []
    for item in items {
      let found = try membership(of: candidates, support: support, in: areas.districts[item])
      if let found { memberships.append(found) }
    }
    return memberships.sorted { left, right in
      if left.certainty != right.certainty { return left.certainty == .certain }
      return left.share != right.share ? left.share > right.share : left.place < right.place
    }
  }

  /// How a support lies in one district; `nil` when no part of it that matters does.
  private func membership(
    of candidates: [Int], support: Geometry, in district: Int
  ) throws -> DistrictMembership? {
    let place = areas.places[district]
    guard let area = areas.areas[district], let shape = areas.shapes[district] else { return nil }
    let test = AreaTest(shape: shape, area: .place(place.id))
    let relations = try candidates.map { try relation(of: $0, to: test) }
    if relations.allSatisfy({ $0 == .covered }) {
      return DistrictMembership(
        place: place.id, name: place.title, certainty: .certain, share: 1,
        isApproximate: area.isApproximate)
    }
    guard relations.contains(where: { $0 != .disjoint }) else { return nil }
    let share = try support.share(inside: area.geometry) ?? 0
    // Neighbouring cells share an edge; a sliver of it is not a place.
    guard share > 0.000_5 else { return nil }
    return DistrictMembership(
      place: place.id, name: place.title, certainty: .possible, share: share,
      isApproximate: area.isApproximate)
  }

  /// The incidents that lie in a district, by the same rule as ``IncidentFeature/districts``.
  ///
  /// - Parameters:
  ///   - district: The district.
  ///   - asOf: Only what had been published by then.
  /// - Returns: Each incident with its membership, in the stable order.
  /// - Throws: `TopologyError`.
  public func incidents(
    inDistrict district: PlaceID, asOf: CivilDate? = nil
  ) throws -> [(incident: IncidentID, membership: DistrictMembership)] {
    guard let ordinal = areas.ordinals[district], let shape = areas.shapes[ordinal] else {
      return []
    }
    let near = Set(supports.search(shape.envelope).map { Int(indexed[$0]) }).sorted()
    return try near.compactMap { incident in
      guard isReported(incident, asOf: asOf) else { return nil }
      return try districts(of: incident, asOf: asOf).first { $0.place == district }
        .map { (incidents.ids[incident], $0) }
    }
  }
}

extension LocationScale {
  /// Whether a place of the scale is small enough to say something about a quarter.
  var isFinerThanCity: Bool {
    switch self {
    case .country, .governorate, .district, .subdistrict, .city, .cityPart: false
    case .town, .village, .neighbourhood, .street, .landmark, .within100Metres, .within1Metre,
      .exact:
      true
    }
  }
}
