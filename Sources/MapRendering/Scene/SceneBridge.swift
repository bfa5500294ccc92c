/// A bridge, projected, moved onto the river and turned across it.
struct SceneBridge: Sendable, Hashable {
  /// How far a bridge may lie from the drawn river and still be moved onto it: some 400 m.
  static let snapUnits: Int64 = 1 << 16
  /// How far off a segment is not looked at: some 15 km.
  private static let reach: Int64 = 1 << 21

  let position: WorldPosition
  /// Direction across the river, in world units of any length; due east without a river.
  let acrossX: Int64
  let acrossY: Int64

  /// Places a bridge.
  ///
  /// - Parameters:
  ///   - position: Where it is said to be.
  ///   - rivers: Courses of rivers.
  /// - Complexity: O(*s*) in the segments of the rivers.
  init(_ position: WorldPosition, rivers: [WorldPath]) {
    var best = Self.snapUnits * Self.snapUnits
    var found = (x: Int64(0), y: Int64(0), acrossX: Int64(1), acrossY: Int64(0))
    for river in rivers {
      for index in 1..<river.xs.count {
        let x = Self.nearOffset(river.xs[index - 1] - Int64(position.x))
        let y = river.ys[index - 1] - Int64(position.y)
        let alongX = river.xs[index] - river.xs[index - 1]
        let alongY = river.ys[index] - river.ys[index - 1]
        guard max(abs(x), abs(y), max(abs(alongX), abs(alongY))) < Self.reach else { continue }
        let length = alongX * alongX + alongY * alongY
        guard length > 0 else { continue }
        let share = min(max(-(x * alongX + y * alongY), 0), length)
        let fixedShare = (share << 16) / length
        let nearX = x + (alongX * fixedShare) >> 16
        let nearY = y + (alongY * fixedShare) >> 16
        let distance = nearX * nearX + nearY * nearY
        if distance < best {
          best = distance
          found = (nearX, nearY, -alongY, alongX)
        }
      }
    }
    let y = min(max(Int64(position.y) + found.y, 0), Int64(UInt32.max))
    self.position = WorldPosition(
      x: UInt32(truncatingIfNeeded: Int64(position.x) + found.x), y: UInt32(y))
    acrossX = found.acrossX
    acrossY = found.acrossY
  }

  /// The same offset by way of the shorter side of the world.
  private static func nearOffset(_ offset: Int64) -> Int64 {
    Int64(Int32(truncatingIfNeeded: offset))
  }

  /// The cell at a number of half columns across the river, or `nil` outside the picture.
  ///
  /// - Parameters:
  ///   - steps: Half columns from the middle, negative the other way.
  ///   - viewport: The picture.
  /// - Returns: The cell.
  func cell(steps: Int64, in viewport: Viewport) -> (column: Int, row: Int)? {
    let longer = max(abs(acrossX), abs(acrossY), 1)
    let half = max(viewport.fixedUnitsPerColumn >> 9, 1)
    let x = Int64(position.x) + acrossX * half * steps / longer
    let y = Int64(position.y) + acrossY * half * steps / longer
    guard y >= 0, y <= Int64(UInt32.max) else { return nil }
    return viewport.cell(WorldPosition(x: UInt32(truncatingIfNeeded: x), y: UInt32(y)))
  }
}
