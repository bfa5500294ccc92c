public import SimpleFeatures

/// One tile of WebMercatorQuad: a zoom, a column from the west and a row from the north.
///
/// - Note: Source – OGC Two Dimensional Tile Matrix Set 2.0, annex D.1.
public struct TileAddress: Hashable, Sendable {
  /// The zoom, 0…``maximumZoom``.
  public let zoom: Int
  /// The column, 0 in the west.
  public let x: Int
  /// The row, 0 in the north.
  public let y: Int

  /// The highest zoom: identifiers of tiles stay within 64 bits up to it.
  public static let maximumZoom = 31

  /// Makes an address; `nil` when there is no such tile.
  ///
  /// - Parameters:
  ///   - zoom: 0…31.
  ///   - x: 0 to 2^zoom − 1.
  ///   - y: 0 to 2^zoom − 1.
  public init?(zoom: Int, x: Int, y: Int) {
    guard (0...Self.maximumZoom).contains(zoom) else { return nil }
    let side = 1 << zoom
    guard (0..<side).contains(x), (0..<side).contains(y) else { return nil }
    self.init(unchecked: zoom, x, y)
  }

  init(unchecked zoom: Int, _ x: Int, _ y: Int) {
    self.zoom = zoom
    self.x = x
    self.y = y
  }

  /// Reads `Z/X/Y`; `nil` when the text is none or there is no such tile.
  ///
  /// - Parameter text: Three numbers in plain digits, as in `14/10150/6393`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    self.init(zoom: numbers[0], x: numbers[1], y: numbers[2])
  }

  /// The tile that holds a position; `nil` for a zoom that is none.
  ///
  /// A position on an edge belongs to the tile in the east or south of it; the edges of the world
  /// belong to their own tiles.
  ///
  /// - Parameters:
  ///   - zoom: 0…31.
  ///   - position: Degrees; latitudes beyond the square belong to its first and last row.
  public init?(zoom: Int, holding position: Position) {
    guard (0...Self.maximumZoom).contains(zoom), position.isValid else { return nil }
    let side = 1 << zoom
    let place = MercatorPosition(position)
    self.init(
      unchecked: zoom, min(Int(place.x * Double(side)), side - 1),
      min(Int(place.y * Double(side)), side - 1))
  }

  /// The tile's edges in degrees.
  public var envelope: Envelope {
    let side = Double(1 << zoom)
    let northWest = MercatorPosition(x: Double(x) / side, y: Double(y) / side).position
    let southEast = MercatorPosition(x: Double(x + 1) / side, y: Double(y + 1) / side).position
    return Envelope(
      west: northWest.longitude, south: southEast.latitude, east: southEast.longitude,
      north: northWest.latitude)
  }

  /// The tile's edges in metres of EPSG:3857: west, south, east, north.
  public var mercatorMeters: (west: Double, south: Double, east: Double, north: Double) {
    let width = Self.worldMeters / Double(1 << zoom)
    let edge = Self.worldMeters / 2
    return (
      Double(x) * width - edge, edge - Double(y + 1) * width, Double(x + 1) * width - edge,
      edge - Double(y) * width
    )
  }

  /// The length of the equator in EPSG:3857, metres: 2π times the radius of 6,378,137 m.
  public static let worldMeters = 2 * Double.pi * 6_378_137

  /// The tile one zoom out that holds this one; `nil` for the world's tile.
  public var parent: TileAddress? {
    zoom > 0 ? TileAddress(unchecked: zoom - 1, x >> 1, y >> 1) : nil
  }

  /// The four tiles one zoom in: north-west, north-east, south-west, south-east; none at the last.
  public var children: [TileAddress] {
    guard zoom < Self.maximumZoom else { return [] }
    return [(0, 0), (1, 0), (0, 1), (1, 1)].map {
      TileAddress(unchecked: zoom + 1, x << 1 | $0.0, y << 1 | $0.1)
    }
  }
}

extension TileAddress: CustomStringConvertible {
  /// `Z/X/Y`.
  public var description: String { "\(zoom)/\(x)/\(y)" }
}
