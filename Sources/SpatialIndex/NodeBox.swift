/// The box of a node in four single-precision lanes: west, south, −east, −north.
///
/// With the far edges negated every lane is a least value: a union is a lane-wise minimum, every
/// lane rounds the same way (down, so outwards), and one comparison of four lanes tells whether
/// boxes meet. Longitudes are unwrapped, so an east may exceed 180. Items keep double precision;
/// nodes only guide the way to them.
struct NodeBox: Equatable, Sendable {
  private(set) var lanes: SIMD4<Float>

  /// The box around nothing: the union with it changes nothing.
  static let nothing = NodeBox(lanes: SIMD4(repeating: .infinity))

  private init(lanes: SIMD4<Float>) {
    self.lanes = lanes
  }

  /// The box around edges in degrees.
  init(west: Double, south: Double, east: Double, north: Double) {
    lanes = SIMD4(
      Float(roundedDown: west), Float(roundedDown: south), Float(roundedDown: -east),
      Float(roundedDown: -north))
  }

  @inline(__always)
  var west: Double { Double(lanes.x) }

  @inline(__always)
  var south: Double { Double(lanes.y) }

  @inline(__always)
  var east: Double { -Double(lanes.z) }

  @inline(__always)
  var north: Double { -Double(lanes.w) }

  /// Grows to hold another box.
  @inline(__always)
  mutating func formUnion(_ other: NodeBox) {
    lanes.replace(with: other.lanes, where: other.lanes .< lanes)
  }
}

extension SIMD4<Float> {
  /// 1 when every lane is at most the other's, else 0: a number, so that it can be added where a
  /// branch would be mispredicted.
  @inline(__always)
  func countIfNotAbove(_ other: SIMD4<Float>) -> Int {
    let halves = unsafeBitCast(self .<= other, to: SIMD2<UInt64>.self)
    return halves.x & halves.y == .max ? 1 : 0
  }
}

extension Float {
  /// The greatest value that is not above a double.
  init(roundedDown value: Double) {
    let nearest = Float(value)
    self = Double(nearest) > value ? nearest.nextDown : nearest
  }

  /// The least value that is not below a double.
  init(roundedUp value: Double) {
    self = -Float(roundedDown: -value)
  }
}
