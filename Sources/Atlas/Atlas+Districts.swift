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
  /// its point stands for the whole and says nothing about the quarter under it. It still keeps a
  /// district that a finer candidate joins from being certain, unless it lies inside as well.
  func districts(of incident: Int, asOf: CivilDate?) throws -> [DistrictMembership] {
    guard !areas.districts.isEmpty else { return [] }
    guard asOf == nil else { return try joinDistricts(of: incident, asOf: asOf) }
    return try districtMemo.memberships(of: incident) {
      try joinDistricts(of: incident, asOf: nil)
    }
  }

  private func joinDistricts(
    of incident: Int, asOf: CivilDate?
  ) throws -> [DistrictMembership] {
    let candidates = placedCandidates(of: incident, asOf: asOf)
    let joining = candidates.filter { incidents.candidates.scales[$0].isFinerThanCity }
    guard !joining.isEmpty else { return [] }
    let asked = districtsNear(joining)
    guard !asked.isEmpty, let support = try support(of: candidates) else { return [] }
    var memberships: [DistrictMembership] = []
    for district in asked {
      guard let shape = areas.shapes[district] else { continue }
      let test = AreaTest(place: district, shape: shape)
      guard let share = try share(of: joining, candidates, support, in: test) else { continue }
      memberships.append(
        DistrictMembership(
          place: areas.places[district].id, name: areas.titles[district],
          certainty: share.isCertain ? .certain : .possible, share: share.share,
          isApproximate: areas.areas[district]?.isApproximate == true))
    }
    return memberships.sorted { left, right in
      if left.certainty != right.certainty { return left.certainty == .certain }
      return left.share != right.share ? left.share > right.share : left.place < right.place
    }
  }

  /// How much of a support lies in a district; `nil` where no candidate joins it.
  private func share(
    of joining: [Int], _ candidates: [Int], _ support: Support, in test: AreaTest
  ) throws -> (isCertain: Bool, share: Double)? {
    var own: Double?
    for candidate in joining where own == nil { own = try joinedShare(of: candidate, test) }
    guard let own else { return nil }
    if candidates.count == 1 { return (own == .infinity, min(own, 1)) }
    let isCertain = try candidates.allSatisfy { try relation(of: $0, to: test) == .covered }
    return (isCertain, isCertain ? 1 : try support.share(inside: test, in: areas))
  }

  /// The districts that candidates may lie in, by box or by name, as ordinals.
  private func districtsNear(_ candidates: [Int]) -> Set<Int> {
    var found: Set<Int> = []
    for candidate in candidates {
      if isWhereabouts(candidate), let shape = shape(of: candidate) {
        districts.search(shape.envelope) { item in
          found.insert(areas.districts[item])
          return .proceed
        }
      }
      guard let place = incidents.candidates.place(of: candidate) else { continue }
      for outer in areas.withAncestors(Int(place)) where areas.isDistrict(outer) {
        found.insert(outer)
      }
    }
    return found
  }

  /// Whether a candidate's area is its own: a quarter known by name only borrows that of the half
  /// of the city around it, which says nothing about the other quarters there.
  func isWhereabouts(_ candidate: Int) -> Bool {
    guard let place = incidents.candidates.place(of: candidate) else { return true }
    switch areas.areas[Int(place)]?.basis {
    case .recorded, .cell, .disc: return true
    case .bankHalf, .parent, nil: return false
    }
  }

  /// How much of a candidate's area lies in a district, infinity when all of it does; `nil` when
  /// no part that matters does.
  private func joinedShare(of candidate: Int, _ test: AreaTest) throws -> Double? {
    switch try relation(of: candidate, to: test) {
    case .covered: return .infinity
    case .disjoint, nil: return nil
    case .partial:
      guard isWhereabouts(candidate), let shape = shape(of: candidate) else { return nil }
      let named = incidents.candidates.place(of: candidate)
      let overlap =
        try named.map { try test.overlap(ofPlace: $0, in: areas) }
        ?? shape.overlap(with: test.shape)
      // A disc that an edge just grazes lies across it by rounding alone.
      return overlap.share > PlacePairs.leastShare ? overlap.share : nil
    }
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
    guard let ordinal = areas.ordinals[district], areas.isDistrict(ordinal) else { return [] }
    let near = Set(areas.reaches(of: ordinal).flatMap { supports.search($0) })
    return try near.map { Int(indexed[$0]) }.sorted().compactMap { incident in
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
