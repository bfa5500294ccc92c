public import Records
public import SimpleFeatures

/// A district that a place may be in.
public struct DistrictCandidate: Hashable, Sendable {
  /// The district.
  public let id: PlaceID
  /// The way from the place to the district's cell, metres; 0 inside.
  public let distanceMeters: Double

  /// Whether the place itself lies in the cell.
  public var isInside: Bool { distanceMeters == 0 }
}

extension DistrictMap {
  /// Every district that a place may be in, given how well the place is known.
  ///
  /// A place nearer to a cell's edge than its own precision may as well lie across it, so each cell
  /// within the precision is a candidate. Cells are not boundaries: one candidate is not a proof.
  ///
  /// - Parameters:
  ///   - position: Degrees.
  ///   - precision: How far off the position may be, metres; 0 or more.
  ///   - bank: Left or right leaves out the cells of the other bank.
  /// - Returns: Nearest first, then by identifier; empty outside all cells.
  /// - Complexity: O(*n* + *e*), *n* cells, *e* edges of the cells whose boxes are near.
  public func candidates(
    for position: Position, precisionMeters precision: Double, bank: Bank = .unknown
  ) -> [DistrictCandidate] {
    var found: [DistrictCandidate] = []
    for index in cells.indices {
      let cell = cells[index]
      if bank == .left || bank == .right, cell.bank != bank { continue }
      guard envelopes[index].expanded(byMeters: precision).covers(position) else { continue }
      if cell.geometry.covers(position) {
        found.append(DistrictCandidate(id: cell.id, distanceMeters: 0))
      } else if let distance = cell.geometry.boundaryDistanceMeters(from: position),
        distance <= precision
      {
        found.append(DistrictCandidate(id: cell.id, distanceMeters: distance))
      }
    }
    return found.sorted { ($0.distanceMeters, $0.id) < ($1.distanceMeters, $1.id) }
  }

  /// The districts whose cells come within a metre of a district's cell.
  ///
  /// - Parameter id: The district.
  /// - Returns: In the order of the cells; empty where the district has no cell.
  /// - Complexity: O(*n* + *v* · *e*), *v* positions of one cell, *e* edges of another.
  public func neighbours(of id: PlaceID) -> [PlaceID] {
    guard let index = cells.firstIndex(where: { $0.id == id }) else { return [] }
    let reach = envelopes[index].expanded(byMeters: 1)
    return cells.indices.compactMap { other in
      guard other != index, envelopes[other].intersects(reach),
        Self.comesNear(cells[index].geometry, cells[other].geometry)
          || Self.comesNear(cells[other].geometry, cells[index].geometry)
      else { return nil }
      return cells[other].id
    }
  }

  private static func comesNear(_ shape: Geometry, _ other: Geometry) -> Bool {
    var near = false
    shape.forEachPosition { position in
      if !near { near = (other.boundaryDistanceMeters(from: position) ?? .infinity) <= 1 }
    }
    return near
  }
}
