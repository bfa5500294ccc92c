import SimpleFeatures

/// `bbox`: a box in CRS84; west > east crosses the antimeridian.
///
/// - Note: Source – OGC API Features Part 1 §7.15.3; heights of a six-number box are read and not
///   used, for the register holds none.
enum BoundingBoxParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "bbox",
    summary: "Only what lies or may lie in this box; what has no place belongs to it all the same.",
    form: .numbers(counts: [4, 6]),
    wanted: "west,south,east,north in degrees, such as 43.0,36.2,43.3,36.5")

  static func parse(_ text: String) -> Envelope? {
    guard text.utf8.count <= 80 else { return nil }
    var numbers: [Double] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Double(strictDecimal: part.trimmingSpaces) else { return nil }
      numbers.append(number)
    }
    switch numbers.count {
    case 4: return box(numbers[0], numbers[1], numbers[2], numbers[3])
    case 6:
      guard numbers[2] <= numbers[5] else { return nil }
      return box(numbers[0], numbers[1], numbers[3], numbers[4])
    default: return nil
    }
  }

  private static func box(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) -> Envelope? {
    let corners = [
      Position(longitude: west, latitude: south), Position(longitude: east, latitude: north),
    ]
    guard corners.allSatisfy(\.isValid), south <= north else { return nil }
    return Envelope(west: west, south: south, east: east, north: north)
  }
}
