import SimpleFeatures

/// One header field of an answer.
struct HeaderField: Hashable, Sendable {
  let name: String
  let value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// The system of the coordinates in an answer.
  ///
  /// - Note: Source – OGC API Features Part 2, `/req/crs/ogc-crs-header`.
  static func contentSystem(_ system: ReferenceSystem) -> HeaderField {
    HeaderField("Content-Crs", "<\(system.uri)>")
  }

  static func retryAfter(_ seconds: Int) -> HeaderField { HeaderField("Retry-After", "\(seconds)") }
}
