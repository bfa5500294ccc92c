import SimpleFeatures

/// `bbox`: a box, in CRS84 unless `bbox-crs` says otherwise; west > east crosses the antimeridian.
///
/// - Note: Source – OGC API Features Part 1 §7.15.3; heights of a six-number box are read and not
///   used, for the register holds none.
enum BoundingBoxParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "bbox",
    summary: "Only what lies or may lie in this box; what has no place belongs to it all the same.",
    form: .numbers(counts: [4, 6]),
    wanted: "west,south,east,north in degrees, such as 43.0,36.2,43.3,36.5")

  /// The two corners as given: least first, in the order of the axes.
  struct Corners: Hashable, Sendable {
    let low: [Double]
    let high: [Double]

    /// The box in CRS84; `nil` outside the world or upside down.
    func envelope(in system: ReferenceSystem) -> Envelope? {
      guard let start = system.position(first: low[0], second: low[1]),
        let end = system.position(first: high[0], second: high[1]),
        start.latitude <= end.latitude
      else { return nil }
      return Envelope(
        west: start.longitude, south: start.latitude, east: end.longitude, north: end.latitude)
    }
  }

  static func parse(_ text: String) -> Corners? {
    guard text.utf8.count <= 160 else { return nil }
    var numbers: [Double] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Double(strictDecimal: part.trimmingSpaces) else { return nil }
      numbers.append(number)
    }
    switch numbers.count {
    case 4: return Corners(low: Array(numbers[0...1]), high: Array(numbers[2...3]))
    case 6:
      guard numbers[2] <= numbers[5] else { return nil }
      return Corners(low: Array(numbers[0...1]), high: Array(numbers[3...4]))
    default: return nil
    }
  }
}
