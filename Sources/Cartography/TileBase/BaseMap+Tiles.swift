public import MapRendering
import Tiles

extension BaseMap {
  /// The base with the ground drawn from tiles.
  ///
  /// Our own tiles give everything that they show – districts, outlines, the river – if they were
  /// made from the very places of this base; else the base stays as the register has it. Tiles of
  /// another schema give water, roads, railways and land use, and their water takes the place of
  /// the register's river; districts, outlines, bridges and every name stay the register's.
  ///
  /// - Parameters:
  ///   - tiles: The tiles.
  ///   - reach: What the view can show: only tiles that it meets are read.
  /// - Returns: The base for views within that reach.
  /// - Throws: ``TileBaseError/badTile(path:_:_:)``.
  /// - Complexity: O(*n* log *n*), *n* points of the tiles read.
  public func drawn(from tiles: TileBase, reach: MapReach) throws(TileBaseError) -> BaseMap {
    try drawn(from: tiles, window: tiles.window(reach))
  }

  func drawn(from tiles: TileBase, window: TileWindow) throws(TileBaseError) -> BaseMap {
    var base = self
    base.notes += tiles.notes
    guard tiles.schema != .sijil || tiles.placesDigest == placesDigest else {
      base.ground = .ownPlaces
      return base
    }
    base.ground = .tiles(
      tiles.attribution.isEmpty || tiles.schema == .sijil
        ? tiles.shortName : "\(tiles.shortName) (\(tiles.attribution))")
    guard let addresses = window.tiles(within: tiles.bounds) else {
      base.notes.append("base map of \(tiles.shortName) not drawn: too much ground for its tiles")
      return base
    }
    let ground = try TileGround(tiles, addresses)
    if tiles.schema == .sijil {
      base.areas = ground.areas
      base.lines = ground.lines
    } else {
      if ground.hasWater {
        base.areas.removeAll { $0.role == .water }
        base.lines.removeAll { $0.role == .river }
      }
      base.areas += ground.areas
      base.lines += ground.lines
      base.groundFeatures = Set(MapFeature.allCases.filter(ground.shows))
    }
    return base
  }

  /// Where the ground of a map is drawn from.
  enum Ground: Hashable {
    /// From tiles, called so beside the map.
    case tiles(String)
    /// From the register's own places, for the tiles show others.
    case ownPlaces
  }
}

extension TileGround {
  /// Whether there is any of a feature.
  fileprivate func shows(_ feature: MapFeature) -> Bool {
    switch feature {
    case .road: lines.contains { $0.role == .road }
    case .minorRoad: lines.contains { $0.role == .minorRoad }
    case .railway: lines.contains { $0.role == .railway }
    case .green: areas.contains { $0.role == .landUse && $0.tint == MapLandUse.green.rawValue }
    case .water, .bridge, .boundary, .approximateBoundary, .hatch, .radius: false
    }
  }
}

extension TileBase {
  /// The tiles that a view can show.
  func window(_ reach: MapReach) -> TileWindow {
    let least = min(max(zooms.lowerBound, schema.leastZoom), zooms.upperBound)
    return TileWindow(reach, zooms: least...zooms.upperBound)
  }
}
