/// A tile's number in a PMTiles archive: zooms one after another, each along its Hilbert curve.
///
/// - Note: Source – PMTiles specification 3, §4.1 and appendix on the Hilbert curve.
public struct TileID: Hashable, Sendable, Comparable {
  /// The number.
  public let value: UInt64

  /// The number after the last tile of the highest zoom: (4³² − 1) / 3.
  static let end = firstValue(atZoom: TileAddress.maximumZoom + 1)

  /// Takes a number; `nil` when it is beyond the highest zoom.
  ///
  /// - Parameter value: Any number.
  public init?(_ value: UInt64) {
    guard value < Self.end else { return nil }
    self.value = value
  }

  /// The number of a tile.
  ///
  /// - Parameter address: The tile.
  /// - Complexity: O(*z*), *z* the zoom.
  public init(_ address: TileAddress) {
    var (x, y) = (UInt64(address.x), UInt64(address.y))
    var index: UInt64 = 0
    for bit in stride(from: address.zoom - 1, through: 0, by: -1) {
      let half = UInt64(1) << UInt64(bit)
      let (right, lower) = (x & half, y & half)
      index += half * half * (3 * (right >> UInt64(bit)) ^ (lower >> UInt64(bit)))
      Self.turn(&x, &y, half: half, right: right != 0, lower: lower != 0)
    }
    value = Self.firstValue(atZoom: address.zoom) + index
  }

  /// The tile.
  ///
  /// - Complexity: O(*z*), *z* the zoom.
  public var address: TileAddress {
    var zoom = 0
    while value >= Self.firstValue(atZoom: zoom + 1) { zoom += 1 }
    let index = value - Self.firstValue(atZoom: zoom)
    var (x, y): (UInt64, UInt64) = (0, 0)
    for bit in 0..<UInt64(zoom) {
      let quarter = index >> (2 * bit) & 3
      let right = quarter >> 1
      let lower = (quarter ^ right) & 1
      let half = UInt64(1) << bit
      Self.turn(&x, &y, half: half, right: right != 0, lower: lower != 0)
      x += right * half
      y += lower * half
    }
    return TileAddress(unchecked: zoom, Int(x), Int(y))
  }

  /// Whether the number of the first comes before the number of the second.
  ///
  /// - Parameters:
  ///   - left: One number.
  ///   - right: Another.
  /// - Returns: The order along the archive.
  public static func < (left: TileID, right: TileID) -> Bool { left.value < right.value }

  /// The number of the first tile of a zoom: (4ᶻ − 1) / 3, for a zoom of 32 at most.
  static func firstValue(atZoom zoom: Int) -> UInt64 {
    zoom >= 32 ? UInt64.max / 3 : (UInt64(1) << UInt64(2 * zoom) - 1) / 3
  }

  /// Turns a quarter of the square so that the curve goes on where the last quarter ended.
  private static func turn(
    _ x: inout UInt64, _ y: inout UInt64, half: UInt64, right: Bool, lower: Bool
  ) {
    guard !lower else { return }
    if right {
      x = half &- 1 &- (x & (half &- 1))
      y = half &- 1 &- (y & (half &- 1))
    }
    swap(&x, &y)
  }
}
