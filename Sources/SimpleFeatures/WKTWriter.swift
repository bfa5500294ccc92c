extension Geometry {
  /// The geometry as well-known text, with the fewest digits that read back the same.
  ///
  /// - Complexity: O(*n*), *n* positions.
  /// - Note: Source – ISO 19125-1 §7.
  public var wkt: String {
    var text = ""
    appendWKT(to: &text)
    return text
  }

  private func appendWKT(to text: inout String) {
    text += type.wktName
    // Only the outermost EMPTY stands apart from the word before it.
    if hasNoParts { text += " " }
    switch self {
    case .point(let position): Self.append([position], to: &text) { Self.append($0, to: &$1) }
    case .lineString(let line): Self.append(line.positions, to: &text)
    case .polygon(let polygon): Self.append(polygon, to: &text)
    case .multiPoint(let positions):
      Self.append(positions, to: &text) { position, text in
        text += "("
        Self.append(position, to: &text)
        text += ")"
      }
    case .multiLineString(let lines):
      Self.append(lines, to: &text) { Self.append($0.positions, to: &$1) }
    case .multiPolygon(let polygons):
      Self.append(polygons, to: &text) { Self.append($0, to: &$1) }
    case .geometryCollection(let parts):
      Self.append(parts, to: &text) { $0.appendWKT(to: &$1) }
    }
  }

  /// Whether the list of parts, rings or positions is itself empty.
  private var hasNoParts: Bool {
    switch self {
    case .point: false
    case .lineString(let line): line.positions.isEmpty
    case .polygon(let polygon): polygon.isEmpty
    case .multiPoint(let positions): positions.isEmpty
    case .multiLineString(let lines): lines.isEmpty
    case .multiPolygon(let polygons): polygons.isEmpty
    case .geometryCollection(let parts): parts.isEmpty
    }
  }

  private static func append(_ polygon: Polygon, to text: inout String) {
    append(polygon.isEmpty ? [] : polygon.rings, to: &text) { append($0.positions, to: &$1) }
  }

  private static func append(_ positions: [Position], to text: inout String) {
    append(positions, to: &text) { append($0, to: &$1) }
  }

  private static func append<Part>(
    _ parts: [Part], to text: inout String, _ appendPart: (Part, inout String) -> Void
  ) {
    guard !parts.isEmpty else {
      text += "EMPTY"
      return
    }
    text += "("
    for (index, part) in parts.enumerated() {
      if index > 0 { text += "," }
      appendPart(part, &text)
    }
    text += ")"
  }

  private static func append(_ position: Position, to text: inout String) {
    append(position.longitude, to: &text)
    text += " "
    append(position.latitude, to: &text)
  }

  private static func append(_ ordinate: Double, to text: inout String) {
    if ordinate == ordinate.rounded(), ordinate.magnitude < 1e15 {
      text += String(Int64(ordinate))
    } else {
      text += ordinate.description
    }
  }
}
