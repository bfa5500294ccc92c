/// Shapes put together again from the pieces that tiles hold of them.
///
/// Each piece is cut at the edges of its own tile first: what the buffers of neighbours repeat is
/// then there once, and pieces of one shape meet along the edges only. There they are joined, so
/// that neither outlines nor the seams of a fill show how the world is parted into tiles.
///
/// Coordinates are units of 2⁻³² of the world's side, from the west and from the north: the edges
/// of every tile fall on whole units, whatever the extent of its layers.
public struct TileMosaic: Sendable {
  private var rings = RingJoiner()
  private var open = PathJoiner()

  /// Units along the side of the world.
  public static let worldSide: Int64 = 1 << 32
  /// Farther off than this, units of its layer, a point lies in no tile's buffer and is moved here.
  private static let reach: Int32 = 1 << 28

  /// Begins with nothing.
  public init() {}

  /// Whether nothing was added, or nothing that lies in its own tile.
  public var isEmpty: Bool { rings.isEmpty && open.isEmpty }

  /// Adds what a tile holds of the shape; points are passed over.
  ///
  /// - Parameters:
  ///   - geometry: In units of the layer.
  ///   - extent: Units along the tile's side, at least 1.
  ///   - tile: Where it is.
  /// - Complexity: O(*n* log *n*), *n* points.
  public mutating func add(_ geometry: TileGeometry, extent: UInt32, of tile: TileAddress) {
    let square = WorldSquare(tile, extent: extent)
    switch geometry {
    case .points, .unknown: break
    case .lines(let lines):
      for line in lines { add(line.map(square.world), in: square) }
    case .polygons(let polygons):
      for polygon in polygons {
        let shape = ([polygon.exteriorRing] + polygon.interiorRings).map {
          TileRing.withoutRepeats($0.map(square.world), isRing: true)
        }
        for ring in square.clip(rings: shape) { rings.add(ring, in: square) }
      }
    }
  }

  private mutating func add(_ path: [GridPoint], in square: WorldSquare) {
    for piece in square.clip(path: TileRing.withoutRepeats(path, isRing: false)) {
      open.add(piece, in: square)
    }
  }

  /// The rings of the areas, open and in no order of in and out: a point is inside when a ray from
  /// it meets them an odd number of times.
  ///
  /// - Complexity: O(*n* log *n*), *n* points along edges of tiles.
  public func areaRings() -> [[GridPoint]] { rings.joined() }

  /// The paths; those that go on in a neighbouring tile are one.
  ///
  /// - Complexity: O(*n* log *n*), *n* paths.
  public func paths() -> [[GridPoint]] { open.joined() }

  /// A tile's square in units of the world.
  struct WorldSquare {
    let west: Int64
    let north: Int64
    let side: Int64
    private let extent: Int64
    private let sides: [HalfPlane]

    init(_ tile: TileAddress, extent: UInt32) {
      side = TileMosaic.worldSide >> Int64(tile.zoom)
      west = Int64(tile.x) * side
      north = Int64(tile.y) * side
      self.extent = Int64(extent)
      sides = [
        HalfPlane(side: .rightOf, bound: west), HalfPlane(side: .leftOf, bound: west + side),
        HalfPlane(side: .below, bound: north), HalfPlane(side: .above, bound: north + side),
      ]
    }

    /// A point of a layer on the grid of the world, rounded down where extents are odd numbers.
    func world(_ point: TilePoint) -> GridPoint {
      GridPoint(x: west + scaled(point.x), y: north + scaled(point.y))
    }

    private func scaled(_ units: Int32) -> Int64 {
      // At most 2²⁸ · 2³² units: well inside 64 bits.
      let bounded = Int64(min(max(units, -TileMosaic.reach), TileMosaic.reach))
      let product = bounded * side
      let quotient = product / extent
      return product % extent < 0 ? quotient - 1 : quotient
    }

    /// Beyond or on which edges some points lie: every point, and any, a bit an edge in the order
    /// of the sides.
    private func edges(_ points: some Sequence<GridPoint>) -> (every: UInt8, any: UInt8) {
      var (every, any) = (UInt8(0b1111), UInt8(0))
      for point in points {
        var edges: UInt8 = 0
        if point.x <= west { edges |= 1 }
        if point.x >= west + side { edges |= 2 }
        if point.y <= north { edges |= 4 }
        if point.y >= north + side { edges |= 8 }
        every &= edges
        any |= edges
      }
      return (every, any)
    }

    private func sides(_ edges: UInt8) -> [HalfPlane] {
      sides.indices.filter { edges & 1 << UInt8($0) != 0 }.map { sides[$0] }
    }

    /// The rings of an area inside the square.
    func clip(rings: [[GridPoint]]) -> [[GridPoint]] {
      // Holes lie in the first ring: where all of that is, they are.
      guard let outer = rings.first.map(edges), outer.every == 0 else { return [] }
      let any = rings.dropFirst().reduce(outer.any) { $0 | edges($1).any }
      guard any != 0 else { return rings.filter { $0.count > 2 } }
      return sides(any).reduce(rings) { $1.clip(rings: $0) }
    }

    /// The pieces of a path inside the square.
    func clip(path: [GridPoint]) -> [[GridPoint]] {
      let edges = edges(path)
      guard edges.every == 0 else { return [] }
      return sides(edges.any).reduce([path]) { paths, side in
        paths.flatMap(side.clip(path:))
      }
    }

    /// Two units of the layer, rounded up: so far neighbours may disagree on where a path that
    /// each has cut at its own buffer crosses their common edge.
    var tolerance: Int64 { 2 * ((side + extent - 1) / extent) }

    /// The edge that a point lies on, if it lies on one.
    func seam(at point: GridPoint) -> Seam? {
      if point.x == west || point.x == west + side { return Seam(isVertical: true, at: point.x) }
      if point.y == north || point.y == north + side {
        return Seam(isVertical: false, at: point.y)
      }
      return nil
    }

    /// The edge of a tile that a step runs along, if it does.
    func seam(_ from: GridPoint, _ to: GridPoint) -> Seam? {
      if from.x == to.x, from.x == west || from.x == west + side {
        return Seam(isVertical: true, at: from.x)
      }
      if from.y == to.y, from.y == north || from.y == north + side {
        return Seam(isVertical: false, at: from.y)
      }
      return nil
    }
  }

  /// A line along which tiles meet.
  struct Seam: Hashable, Comparable {
    let isVertical: Bool
    let at: Int64

    static func < (left: Seam, right: Seam) -> Bool {
      (left.isVertical ? 1 : 0, left.at) < (right.isVertical ? 1 : 0, right.at)
    }

    func along(_ point: GridPoint) -> Int64 { isVertical ? point.y : point.x }

    func point(_ along: Int64) -> GridPoint {
      isVertical ? GridPoint(x: at, y: along) : GridPoint(x: along, y: at)
    }
  }
}
