public import SimpleFeatures

/// A filter that was read, with the place of every expression in what was written.
public struct ParsedFilter: Hashable, Sendable {
  /// The tree.
  public let expression: FilterExpression
  /// The language it was written in.
  public let language: FilterLanguage
  /// The place of every expression: children before their parents, in the order written.
  let locations: [FilterLocation]

  /// The number of places, for tests: one for each expression.
  package var locationCount: Int { locations.count }

  /// Reads a filter.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - language: What the bytes are written in.
  ///   - limits: What to take at most.
  ///   - toCRS84: Turns two ordinates as written, first as longitude, into a position of CRS84;
  ///     `nil` when geometries are written in CRS84. A box is turned by its corners.
  /// - Throws: ``FilterError`` with the place in the bytes or the member of the JSON.
  /// - Complexity: O(*n*), *n* bytes.
  public init(
    _ bytes: [UInt8], language: FilterLanguage = .cql2Text, limits: FilterLimits = .standard,
    toCRS84: (@Sendable (Position) -> Position)? = nil
  ) throws(FilterError) {
    guard bytes.count <= limits.bytes else {
      throw FilterError(.tooLong(limit: limits.bytes), at: .text(offset: limits.bytes))
    }
    let frame = CoordinateFrame(toCRS84: toCRS84)
    switch language {
    case .cql2Text, .cqlText:
      var parser = try TextParser(bytes, language: language, limits: limits, frame: frame)
      expression = try parser.parseFilter()
      locations = parser.locations
    case .cql2JSON:
      var reader = JSONFilterReader(limits: limits, frame: frame)
      expression = try reader.read(bytes)
      locations = reader.locations
    }
    self.language = language
  }

  /// Reads a filter.
  ///
  /// - Parameters:
  ///   - text: The filter.
  ///   - language: What the text is written in.
  ///   - limits: What to take at most.
  /// - Throws: ``FilterError`` with the place.
  public init(
    _ text: String, language: FilterLanguage = .cql2Text, limits: FilterLimits = .standard
  ) throws(FilterError) {
    try self.init(Array(text.utf8), language: language, limits: limits)
  }

  /// Takes a tree that was put together by a program; its errors have no place.
  ///
  /// - Parameter expression: The tree.
  public init(_ expression: FilterExpression) {
    self.expression = expression
    language = .cql2Text
    locations = []
  }
}
