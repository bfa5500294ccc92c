import MapRendering
import Tiles

/// What tiles show of the ground, put together from the tiles of one window.
struct TileGround {
  private(set) var areas: [MapArea] = []
  private(set) var lines: [MapLine] = []

  /// Whether there is water that takes the place of the register's river.
  var hasWater: Bool {
    areas.contains { $0.role == .water } || lines.contains { $0.role == .river }
  }

  /// Reads tiles.
  ///
  /// - Parameters:
  ///   - tiles: Where they are.
  ///   - addresses: Which.
  /// - Throws: ``TileBaseError`` for a tile that breaks a rule.
  init(_ tiles: TileBase, _ addresses: [TileAddress]) throws(TileBaseError) {
    var pieces = Pieces()
    for address in addresses {
      guard let tile = try tiles.tile(address) else { continue }
      for layer in tile.layers {
        for feature in layer.features {
          guard let role = tiles.schema.role(of: feature, in: layer.name) else { continue }
          pieces.add(feature, role, of: layer, in: address)
        }
      }
    }
    for (shape, mosaic) in pieces.inOrder {
      switch shape.role {
      case .line(let role): add(mosaic, as: role, shape)
      case .water: add(mosaic, as: .water, shape)
      case .land(let use): add(mosaic, as: .landUse, tint: use.rawValue, shape)
      case .place(let role):
        add(mosaic, as: role, tint: role == .district ? BaseMap.tint(of: shape.id) : 0, shape)
      }
    }
  }

  private mutating func add(
    _ mosaic: TileMosaic, as role: MapAreaRole, tint: Int = 0, _ shape: Shape
  ) {
    let rings = mosaic.areaRings().map { $0.map(WorldPosition.init) }
    guard !rings.isEmpty else { return }
    areas.append(
      MapArea(
        id: shape.id, role: role, rings: rings, tint: tint, isApproximate: shape.isApproximate))
  }

  private mutating func add(_ mosaic: TileMosaic, as role: MapLineRole, _ shape: Shape) {
    let paths = mosaic.paths().map { $0.map(WorldPosition.init) }
    guard !paths.isEmpty else { return }
    lines.append(
      MapLine(id: shape.id, role: role, projected: paths, isApproximate: shape.isApproximate))
  }

  /// What pieces of several tiles are pieces of.
  struct Shape: Hashable {
    let role: TileRole
    let id: String
    let isApproximate: Bool
  }

  /// Pieces by what they belong to, in the order in which that first came.
  private struct Pieces {
    private var indexes: [Shape: Int] = [:]
    private var shapes: [(shape: Shape, mosaic: TileMosaic)] = []

    var inOrder: [(shape: Shape, mosaic: TileMosaic)] { shapes }

    mutating func add(
      _ feature: VectorTile.Feature, _ role: TileRole, of layer: VectorTile.Layer,
      in tile: TileAddress
    ) {
      let shape = Shape(
        role: role, id: identifier(of: feature, role, in: layer.name),
        isApproximate: feature["approximate"] == .bool(true))
      let index = indexes[shape] ?? shapes.count
      if index == shapes.count {
        indexes[shape] = index
        shapes.append((shape, TileMosaic()))
      }
      shapes[index].mosaic.add(feature.geometry, extent: layer.extent, of: tile)
    }

    /// Roads of a class and streams are one line of many courses; areas are told apart by what
    /// names them, and one without a name or number is alone.
    private func identifier(
      of feature: VectorTile.Feature, _ role: TileRole, in layer: String
    ) -> String {
      if let id = feature.text("id") { return id }
      if case .line(let role) = role { return "\(role)" }
      return feature.id.map { "\(layer) \($0)" } ?? "\(layer) unnamed \(shapes.count)"
    }
  }
}

extension WorldPosition {
  /// A point of a mosaic; the edges of the world belong to it.
  fileprivate init(_ point: GridPoint) {
    self.init(
      x: UInt32(truncatingIfNeeded: point.x), y: UInt32(clamping: point.y))
  }
}
