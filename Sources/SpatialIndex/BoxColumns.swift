/// Boxes as columns in one flat array: all wests, all souths, then all easts and norths.
///
/// Points need no second corner, so their easts and norths are their wests and souths.
struct BoxColumns: Equatable, Sendable {
  let count: Int
  let arePoints: Bool
  /// `count` values a column, two columns for points and four for boxes.
  let values: [Double]

  /// Fills columns in one go.
  ///
  /// - Parameters:
  ///   - count: Boxes.
  ///   - arePoints: Two columns rather than four.
  ///   - fill: Must initialise every value of every column.
  init(count: Int, arePoints: Bool, fill: (Mutable) -> Void) {
    self.count = count
    self.arePoints = arePoints
    let size = count * (arePoints ? 2 : 4)
    values = [Double](unsafeUninitializedCapacity: size) { buffer, initialized in
      func column(_ index: Int) -> UnsafeMutableBufferPointer<Double> {
        UnsafeMutableBufferPointer(rebasing: buffer[index * count..<(index + 1) * count])
      }
      fill(
        Mutable(
          west: column(0), south: column(1), east: column(arePoints ? 0 : 2),
          north: column(arePoints ? 1 : 3)))
      initialized = size
    }
  }

  /// Lends the columns.
  ///
  /// - Parameter body: What to do with them; they end with it.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  @inline(__always)
  func withPointers<Result, Failure: Error>(
    _ body: (Pointers) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try values.withUnsafeBufferPointer { buffer throws(Failure) in
      func column(_ index: Int) -> UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(rebasing: buffer[index * count..<(index + 1) * count])
      }
      return try body(
        Pointers(
          west: column(0), south: column(1), east: column(arePoints ? 0 : 2),
          north: column(arePoints ? 1 : 3)))
    }
  }

  /// Columns being read, `count` values each.
  struct Pointers {
    var west: UnsafeBufferPointer<Double>
    var south: UnsafeBufferPointer<Double>
    var east: UnsafeBufferPointer<Double>
    var north: UnsafeBufferPointer<Double>
  }

  /// Columns being filled, `count` values each.
  struct Mutable {
    var west: UnsafeMutableBufferPointer<Double>
    var south: UnsafeMutableBufferPointer<Double>
    var east: UnsafeMutableBufferPointer<Double>
    var north: UnsafeMutableBufferPointer<Double>
  }
}
