public import SimpleFeatures

/// The Hilbert curve of order 16: a path through a 65 536 × 65 536 grid whose neighbours on the
/// path are neighbours in the grid.
///
/// Boxes sorted along it lie near each other in memory when they lie near each other on the map.
///
/// - Note: Source – D. Hilbert, Math. Ann. 38 (1891); branch-free form by R. Rau,
///   github.com/rawrunprotected/hilbert_curves (public domain), as in flatbush.
public enum HilbertCurve {
  /// The number of cells along each side of the grid.
  public static let side = 65_536

  /// The position along the curve of one cell.
  ///
  /// The four variables walk the curve's state machine for all 16 bits at once, doubling the
  /// span of bits that each step composes (1, 2, 4, 8).
  ///
  /// - Parameters:
  ///   - x: Column of the cell.
  ///   - y: Row of the cell.
  /// - Returns: 0 for the first cell, 2³² − 1 for the last.
  @inlinable
  public static func index(x: UInt16, y: UInt16) -> UInt32 {
    let (x, y) = (UInt32(x), UInt32(y))
    let ones: UInt32 = 0xFFFF
    var (a, b, c, d) = (x ^ y, ones ^ (x ^ y), ones ^ (x | y), x & (y ^ ones))
    var (p, q) = (a | (b >> 1), (a >> 1) ^ a)
    var (r, s) = (((c >> 1) ^ (b & (d >> 1))) ^ c, ((a & (c >> 1)) ^ (d >> 1)) ^ d)
    (a, b, c, d) = (p, q, r, s)
    p = (a & (a >> 2)) ^ (b & (b >> 2))
    q = (a & (b >> 2)) ^ (b & ((a ^ b) >> 2))
    r ^= (a & (c >> 2)) ^ (b & (d >> 2))
    s ^= (b & (c >> 2)) ^ ((a ^ b) & (d >> 2))
    (a, b, c, d) = (p, q, r, s)
    p = (a & (a >> 4)) ^ (b & (b >> 4))
    q = (a & (b >> 4)) ^ (b & ((a ^ b) >> 4))
    r ^= (a & (c >> 4)) ^ (b & (d >> 4))
    s ^= (b & (c >> 4)) ^ ((a ^ b) & (d >> 4))
    (a, b, c, d) = (p, q, r, s)
    r ^= (a & (c >> 8)) ^ (b & (d >> 8))
    s ^= (b & (c >> 8)) ^ ((a ^ b) & (d >> 8))
    let even = x ^ y
    let odd = (s ^ (s >> 1)) | (ones ^ (even | (r ^ (r >> 1))))
    return (spread(odd) << 1) | spread(even)
  }

  /// Puts a zero bit before each of the low 16 bits.
  ///
  /// - Parameter bits: 16 bits.
  /// - Returns: 32 bits.
  @inlinable
  static func spread(_ bits: UInt32) -> UInt32 {
    var spread = (bits | (bits << 8)) & 0x00FF_00FF
    spread = (spread | (spread << 4)) & 0x0F0F_0F0F
    spread = (spread | (spread << 2)) & 0x3333_3333
    return (spread | (spread << 1)) & 0x5555_5555
  }

  /// The order in which the middles of boxes lie along the curve laid over their own extent.
  ///
  /// Equal cells keep the order of the input, so the same boxes always give the same order.
  ///
  /// - Parameter envelopes: Boxes in degrees; they may cross the antimeridian.
  /// - Returns: Every ordinal of `envelopes` once; shape `[count]`.
  /// - Throws: ``SpatialIndexError/invalidEnvelope(ordinal:)`` for the first box that is not one.
  /// - Complexity: O(*n*).
  public static func order(
    of envelopes: some Collection<Envelope>
  ) throws(SpatialIndexError) -> [Int] {
    try withBoxes(of: envelopes) { boxes throws(SpatialIndexError) in
      let survey = try BoxSurvey(boxes)
      return ordinalsAlongCurve(boxes, survey).map(Int.init)
    }
  }

  /// The ordinals of surveyed boxes in the order of the curve.
  ///
  /// - Parameters:
  ///   - boxes: The boxes.
  ///   - survey: What ``BoxSurvey`` found about them.
  /// - Returns: Every ordinal once.
  static func ordinalsAlongCurve(_ boxes: BoxInput, _ survey: BoxSurvey) -> [Int32] {
    let count = boxes.count
    let columns = survey.cells(alongWidth: true)
    let rows = survey.cells(alongWidth: false)
    return RadixSort.ordinals(count: count) { ordinal in
      let at = ordinal &* boxes.stride
      let (west, east) = (boxes.west[at], boxes.east[at])
      let unwrapped = east < west ? east + 360 : east
      return index(
        x: columns.cell(west + unwrapped), y: rows.cell(boxes.south[at] + boxes.north[at]))
    }
  }
}
