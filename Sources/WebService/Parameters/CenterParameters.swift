import SimpleFeatures

/// `center`: what is in the middle of a map, in CRS84 unless `center-crs` says otherwise.
///
/// - Note: Source – OGC API Maps Part 1, `/req/spatial-subsetting/center-definition`.
enum CenterParameter: RequestParameter {
  static let declaration = ParameterDeclaration(
    name: "center", summary: "What is in the middle of the map.", form: .numbers(counts: [2]),
    wanted: "longitude,latitude in degrees, such as 43.13,36.34")

  static func parse(_ text: String) -> [Double]? {
    guard text.utf8.count <= 80 else { return nil }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double(strictDecimal: $0.trimmingSpaces) }
    return parts.count == 2 && numbers.count == 2 ? numbers : nil
  }
}

/// `center-crs`: what the numbers of `center` are in.
enum CenterSystemParameter: RequestParameter {
  static let declaration = SystemForm.declaration(
    "center-crs", "What the numbers of center are in, in the order of that system's axes.")
  static func parse(_ text: String) -> ReferenceSystem? { ReferenceSystem(uri: text) }
}

extension EndpointRequest {
  /// The middle asked for, in CRS84, whatever system its numbers are in.
  func center() throws(ParameterFault) -> Position? {
    let system = try value(of: CenterSystemParameter.self) ?? .crs84
    guard let numbers = try value(of: CenterParameter.self) else { return nil }
    guard let position = system.position(first: numbers[0], second: numbers[1]) else {
      let declaration = CenterParameter.declaration
      throw .badValue(
        parameter: declaration.name, value: query[declaration.name] ?? "",
        wanted: declaration.wanted)
    }
    return position
  }
}
