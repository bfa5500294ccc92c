import SimpleFeatures

/// One pass over boxes before they are indexed: are they all valid, and where do they lie.
struct BoxSurvey {
  /// Whether every box is a single position, so that two columns hold what four would.
  private(set) var arePoints = true
  /// Whether a box spans the 180° meridian.
  private(set) var anyCrossesAntimeridian = false
  /// The extent of all boxes; longitudes unwrapped.
  private var (west, south) = (Double.infinity, Double.infinity)
  private var (east, north) = (-Double.infinity, -Double.infinity)
  /// Twice the least and greatest middle, in unwrapped longitude (−180…540 degrees).
  private var longitudes = (least: Double.infinity, greatest: -Double.infinity)
  private var latitudes = (least: Double.infinity, greatest: -Double.infinity)

  /// Looks at every box.
  ///
  /// - Parameter boxes: The boxes.
  /// - Throws: ``SpatialIndexError/invalidEnvelope(ordinal:)`` for the first that is not one, or
  ///   ``SpatialIndexError/tooManyItems(count:)``.
  init(_ boxes: BoxInput) throws(SpatialIndexError) {
    guard boxes.count <= Int(Int32.max) else {
      throw .tooManyItems(count: boxes.count)
    }
    for ordinal in 0..<boxes.count {
      let at = ordinal &* boxes.stride
      let (west, south) = (boxes.west[at], boxes.south[at])
      let (east, north) = (boxes.east[at], boxes.north[at])
      // Written so that a NaN fails.
      guard west >= -180, west <= 180, east >= -180, east <= 180,
        south >= -90, south <= north, north <= 90
      else { throw .invalidEnvelope(ordinal: ordinal) }
      if west != east || south != north { arePoints = false }
      if east < west { anyCrossesAntimeridian = true }
      let unwrapped = east < west ? east + 360 : east
      let (x, y) = (west + unwrapped, south + north)
      if west < self.west { self.west = west }
      if south < self.south { self.south = south }
      if unwrapped > self.east { self.east = unwrapped }
      if north > self.north { self.north = north }
      if x < longitudes.least { longitudes.least = x }
      if x > longitudes.greatest { longitudes.greatest = x }
      if y < latitudes.least { latitudes.least = y }
      if y > latitudes.greatest { latitudes.greatest = y }
    }
  }

  /// The smallest box around all, `nil` for none.
  var bounds: Envelope? {
    guard west <= east else { return nil }
    let wrapped = east > 180 ? east - 360 : east
    // A crossing box and one that reaches round to it leave no gap.
    let isWhole = east > 180 && wrapped >= west
    return Envelope(
      west: isWhole ? -180 : west, south: south, east: isWhole ? 180 : wrapped, north: north)
  }

  /// One axis of the grid laid over the middles of all boxes.
  struct Cells {
    var least: Double
    var scale: Double

    /// The cell of a middle.
    ///
    /// Adding 2⁵² leaves the rounded value in the low bits: no branch and no trapping conversion.
    ///
    /// - Parameter middle: Twice the middle, within the surveyed extent.
    /// - Returns: 0…65 535.
    @inline(__always)
    func cell(_ middle: Double) -> UInt16 {
      UInt16(truncatingIfNeeded: ((middle - least) * scale + 0x1p52).bitPattern)
    }
  }

  /// The grid of the Hilbert curve along one axis.
  ///
  /// - Parameter alongWidth: Longitude rather than latitude.
  /// - Returns: All in cell 0 where the extent is nothing or too small to divide by.
  func cells(alongWidth: Bool) -> Cells {
    let (least, greatest) = alongWidth ? longitudes : latitudes
    let scale = Double(HilbertCurve.side - 1) / (greatest - least)
    return Cells(least: least, scale: scale.isFinite ? scale : 0)
  }
}
