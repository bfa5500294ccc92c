/// What an endpoint can send.
enum MediaType: String, Hashable, Sendable {
  case json = "application/json"
  case geoJSON = "application/geo+json"
  case openAPI = "application/vnd.oai.openapi+json;version=3.0"
  case plainText = "text/plain"
  case problem = "application/problem+json"

  /// The value of `Content-Type`; text says how it is encoded, JSON is UTF-8 by definition.
  var contentType: String { self == .plainText ? "text/plain; charset=utf-8" : rawValue }

  /// The names a client may call it by when it says what it takes.
  ///
  /// GDAL and QGIS ask for `application/json` where GeoJSON is meant.
  var acceptedNames: [String] {
    switch self {
    case .geoJSON, .openAPI: [rawValue, MediaType.json.rawValue]
    default: [rawValue]
    }
  }
}

/// The `Accept` field of a request.
///
/// - Note: Source – RFC 9110 §12.5.1.
struct AcceptedTypes: Sendable {
  private struct Range {
    let type: Substring
    let subtype: Substring
    let quality: Double

    var isWild: Bool { subtype == "*" }

    func covers(_ name: String) -> Bool {
      let parts = name.split(separator: ";").first.map { $0.split(separator: "/") } ?? []
      guard parts.count == 2 else { return false }
      return (type == "*" || type == parts[0]) && (isWild || subtype == parts[1])
    }
  }

  private let ranges: [Range]

  /// Reads the field; ranges that make no sense are passed over.
  init(_ field: String?) {
    ranges = (field ?? "").lowercased().split(separator: ",").compactMap { item in
      let parts = item.split(separator: ";").map { $0.trimmingSpaces }
      let names = parts.first?.split(separator: "/", maxSplits: 1) ?? []
      guard names.count == 2, names[0] != "*" || names[1] == "*" else { return nil }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
      return Range(
        type: names[0], subtype: names[1],
        quality: weight.flatMap { Double($0.dropFirst(2)) } ?? 1)
    }
  }

  /// Whether the client takes the type; a client that says nothing takes everything.
  ///
  /// The most specific range decides, so `application/json;q=0, */*` refuses JSON.
  func accepts(_ type: MediaType) -> Bool {
    guard !ranges.isEmpty else { return true }
    return type.acceptedNames.contains { name in
      let matching = ranges.filter { $0.covers(name) }
      let exact = matching.filter { !$0.isWild }
      return (exact.isEmpty ? matching : exact).contains { $0.quality > 0 }
    }
  }

  /// Whether the client names the type or its family itself.
  func names(_ type: MediaType) -> Bool {
    ranges.contains { $0.quality > 0 && $0.type != "*" && $0.covers(type.rawValue) }
  }
}

extension Substring {
  /// Without spaces and tabs at both ends.
  var trimmingSpaces: Substring {
    var rest = self
    while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
    while rest.last == " " || rest.last == "\t" { rest.removeLast() }
    return rest
  }
}
