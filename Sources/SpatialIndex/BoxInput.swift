import SimpleFeatures

/// Boxes to be indexed, wherever they lie in memory: four columns with one stride.
///
/// Invariant: for every ordinal in `0..<count`, `ordinal * stride` is an index of each column.
struct BoxInput {
  var west: UnsafeBufferPointer<Double>
  var south: UnsafeBufferPointer<Double>
  var east: UnsafeBufferPointer<Double>
  var north: UnsafeBufferPointer<Double>
  /// Doubles from one box to the next.
  var stride: Int
  var count: Int
}

/// Lends boxes in memory as columns, copying only collections that are not arrays.
///
/// - Parameters:
///   - envelopes: The boxes.
///   - body: What to do with them; the columns end with it.
/// - Returns: What `body` returns.
/// - Throws: What `body` throws.
func withBoxes<Result>(
  of envelopes: some Collection<Envelope>,
  _ body: (BoxInput) throws(SpatialIndexError) -> Result
) throws(SpatialIndexError) -> Result {
  let boxes = Array(envelopes)
  return try withFields(of: boxes) { field, stride throws(SpatialIndexError) in
    try body(
      BoxInput(
        west: field(0), south: field(1), east: field(2), north: field(3), stride: stride,
        count: boxes.count))
  }
}

/// Lends positions in memory as boxes without extent.
///
/// - Parameters:
///   - positions: The points.
///   - body: What to do with them; the columns end with it.
/// - Returns: What `body` returns.
/// - Throws: What `body` throws.
func withBoxes<Result>(
  of positions: some Collection<Position>,
  _ body: (BoxInput) throws(SpatialIndexError) -> Result
) throws(SpatialIndexError) -> Result {
  let points = Array(positions)
  return try withFields(of: points) { field, stride throws(SpatialIndexError) in
    try body(
      BoxInput(
        west: field(0), south: field(1), east: field(0), north: field(1), stride: stride,
        count: points.count))
  }
}

/// Lends an array of structs made of doubles alone as one column for each double.
///
/// `Envelope` stores west, south, east, north and `Position` longitude, latitude, each as a run of
/// doubles in declaration order; `BoxInputTests` holds both to it.
private func withFields<Element, Result>(
  of elements: [Element],
  _ body: ((Int) -> UnsafeBufferPointer<Double>, Int) throws(SpatialIndexError) -> Result
) throws(SpatialIndexError) -> Result {
  let stride = MemoryLayout<Element>.stride / MemoryLayout<Double>.stride
  return try elements.withUnsafeBufferPointer { buffer throws(SpatialIndexError) in
    let base = UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: Double.self)
    return try body(
      { offset in
        UnsafeBufferPointer(
          start: base.map { $0 + offset }, count: max(0, buffer.count * stride - offset))
      }, stride)
  }
}
