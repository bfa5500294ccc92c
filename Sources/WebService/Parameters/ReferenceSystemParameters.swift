import SimpleFeatures

/// `crs`: what the coordinates of the answer are in.
///
/// - Note: Source – OGC API Features Part 2, `/req/crs/fc-crs-definition`.
enum SystemParameter: RequestParameter {
  static let declaration = SystemForm.declaration(
    "crs", "What the coordinates of the answer are in, in the order of that system's axes.")
  static func parse(_ text: String) -> ReferenceSystem? { ReferenceSystem(uri: text) }
}

/// `bbox-crs`: what the numbers of `bbox` are in.
///
/// - Note: Source – OGC API Features Part 2, `/req/crs/fc-bbox-crs-definition`.
enum BoxSystemParameter: RequestParameter {
  static let declaration = SystemForm.declaration(
    "bbox-crs", "What the numbers of bbox are in, in the order of that system's axes.")
  static func parse(_ text: String) -> ReferenceSystem? { ReferenceSystem(uri: text) }
}

enum SystemForm {
  static func declaration(_ name: String, _ summary: String) -> ParameterDeclaration {
    ParameterDeclaration(
      name: name, summary: summary,
      form: .code(ReferenceSystem.allCases.map(\.uri), byDefault: ReferenceSystem.crs84.uri),
      wanted: ReferenceSystem.allCases.map(\.uri).joined(separator: " or "))
  }
}

extension EndpointRequest {
  /// The box asked for, in CRS84, whatever system its numbers are in.
  func box() throws(ParameterFault) -> Envelope? {
    let system = try value(of: BoxSystemParameter.self) ?? .crs84
    guard let box = try value(of: BoundingBoxParameter.self) else { return nil }
    guard let envelope = box.envelope(in: system) else {
      let declaration = BoundingBoxParameter.declaration
      throw .badValue(
        parameter: declaration.name, value: query[declaration.name] ?? "",
        wanted: declaration.wanted)
    }
    return envelope
  }
}
