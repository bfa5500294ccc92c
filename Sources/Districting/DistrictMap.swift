public import Records
internal import SimpleFeatures
internal import Topology

/// A city divided into district cells: Voronoi cells of the known points, one diagram a bank.
///
/// No open polygon of a Mosul quarter exists, so cells stand in for them and say so. A district
/// with an outline keeps it, and the rest of the land is divided among the others. A village outside
/// the city gets no cell, nor does a quarter inside another seed's district; both are listed with
/// the reason. The same input gives the same cells, bit for bit.
public struct DistrictMap: Sendable {
  /// The cells in the order of their seeds.
  public let cells: [DistrictCell]
  /// The seeds without a cell, in their order, each with the reason.
  public let withoutCell: [(seed: PlaceID, reason: NoCellReason)]
  let envelopes: [Envelope]

  /// How far from its point a cell reaches, unless told otherwise: 1,600 m.
  public static let standardReachMeters = 1_600.0

  /// Divides a city.
  ///
  /// - Parameters:
  ///   - seeds: Districts with a known point; identifiers are unique.
  ///   - halves: The city's land on either bank.
  ///   - reach: How far from its point a cell reaches at most, metres.
  /// - Throws: ``DistrictingError``.
  /// - Complexity: O(*n*² + *n* · *m*), *n* seeds, *m* positions of the outline; 82 cells of Mosul
  ///   take about 6 ms in release builds.
  public init(
    seeds: [DistrictSeed], halves: CityHalves, reachMeters reach: Double = standardReachMeters
  ) throws(DistrictingError) {
    guard reach > 0, reach <= 100_000 else { throw .badReach(reach) }
    try Self.check(seeds)
    var shapes: [PlaceID: DistrictCell] = [:]
    let rooted = seeds.filter { Self.reason(for: $0, among: seeds, halves) == nil }
    let outlines = rooted.compactMap(\.outline)
    for seed in rooted {
      guard case .outline(let area, let isApproximate) = seed.site else { continue }
      let bank = try Self.bank(of: seed, halves)
      shapes[seed.id] = DistrictCell(
        id: seed.id, bank: bank, geometry: area, origin: .given(isApproximate: isApproximate),
        seedPrecisionMeters: seed.precisionMeters)
    }
    for bank in [Bank.left, .right] {
      let land = try withTopology { () throws(TopologyError) in
        try halves.land(on: bank).difference(.geometryCollection(outlines))
      }
      for cell in try Self.divide(land, of: bank, among: rooted, halves, reach) {
        shapes[cell.id] = cell
      }
    }
    cells = seeds.compactMap { shapes[$0.id] }
    withoutCell = seeds.compactMap { seed in
      guard shapes[seed.id] == nil else { return nil }
      return (seed.id, Self.reason(for: seed, among: seeds, halves) ?? .noLand)
    }
    envelopes = cells.map { $0.geometry.envelope ?? .world }
  }

  /// The cell of a district.
  ///
  /// - Parameter id: The district.
  /// - Returns: `nil` where it has none: see ``withoutCell``.
  public func cell(of id: PlaceID) -> DistrictCell? { cells.first { $0.id == id } }

  private static func check(_ seeds: [DistrictSeed]) throws(DistrictingError) {
    var known: Set<PlaceID> = []
    for seed in seeds {
      guard known.insert(seed.id).inserted else { throw .duplicateSeed(seed.id) }
      if let position = seed.position, !position.isValid {
        throw .seedOutsideWorld(seed.id, position)
      }
    }
  }

  private static func reason(
    for seed: DistrictSeed, among seeds: [DistrictSeed], _ halves: CityHalves
  ) -> NoCellReason? {
    if let position = seed.position, !halves.outline.covers(position) { return .outsideOutline }
    if let parent = seed.parent, parent != seed.id, seeds.contains(where: { $0.id == parent }) {
      return .partOf(parent)
    }
    return nil
  }

  private static func bank(
    of seed: DistrictSeed, _ halves: CityHalves
  ) throws(DistrictingError) -> Bank {
    switch (seed.bank, seed.site) {
    case (.left, _), (.right, _): return seed.bank
    case (_, .point(let position)): return halves.bank(of: position)
    case (_, .outline(let area, _)):
      let inside = try withTopology { () throws(TopologyError) in try area.pointOnSurface() }
      return inside.map(halves.bank(of:)) ?? .unknown
    }
  }

  /// The areas of a share within reach of the point.
  private static func cut(
    _ share: Geometry, to reach: Double, around position: Position
  ) throws(TopologyError) -> [Polygon] {
    // The disc's polygon of 64 sides nowhere comes nearer than 0.9988 of its radius: what lies
    // within that needs no cut.
    var farthest = 0.0
    share.forEachPosition { farthest = max(farthest, $0.distanceMeters(to: position)) }
    if farthest < reach * 0.998 { return share.polygons }
    let disc = Polygon.disc(center: position, radiusMeters: reach)
    return try share.intersection(.polygon(disc)).polygons
  }

  /// The piece that holds the point, or else the nearest: a district is one piece, and what river,
  /// outline or a drawn district cuts off from its point is nobody's.
  private static func piece(around position: Position, of pieces: [Polygon]) -> Polygon? {
    if let own = pieces.first(where: { $0.covers(position) }) { return own }
    let measured = pieces.map {
      (piece: $0, distance: $0.boundaryDistanceMeters(from: position) ?? .infinity)
    }
    return measured.min { $0.distance < $1.distance }?.piece
  }

  /// Cuts the land of a bank among its points and to their reach; keeps areas only.
  private static func divide(
    _ land: Geometry, of bank: Bank, among seeds: [DistrictSeed], _ halves: CityHalves,
    _ reach: Double
  ) throws(DistrictingError) -> [DistrictCell] {
    var own: [(seed: DistrictSeed, position: Position)] = []
    for seed in seeds {
      guard let position = seed.position, try self.bank(of: seed, halves) == bank else { continue }
      own.append((seed, position))
    }
    return try withTopology { () throws(TopologyError) in
      var cells: [DistrictCell] = []
      let shares = try voronoiCells(of: own.map(\.position), clippedTo: land)
      for ((seed, position), share) in zip(own, shares) {
        let pieces = try Self.cut(share, to: reach, around: position)
        guard let area = Self.piece(around: position, of: pieces) else { continue }
        cells.append(
          DistrictCell(
            id: seed.id, bank: bank,
            geometry: .polygon(area), origin: .computed(reachMeters: reach),
            seedPrecisionMeters: seed.precisionMeters))
      }
      return cells
    }
  }
}
