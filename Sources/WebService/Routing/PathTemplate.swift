/// A path with captured segments, such as `/collections/incidents/items/{id}`.
struct PathTemplate: Hashable, Sendable {
  enum Segment: Hashable, Sendable {
    case literal(String)
    case capture(String)
  }

  /// The template as written.
  let text: String
  let segments: [Segment]

  init(_ text: String) {
    self.text = text
    segments = text.split(separator: "/").map { part in
      part.hasPrefix("{") ? .capture(String(part.dropFirst().dropLast())) : .literal(String(part))
    }
  }

  /// The captured segments when the path fits.
  ///
  /// - Parameter path: Decoded segments; a trailing slash has left no trace in them.
  /// - Returns: Decoded text by name; `nil` when the path does not fit.
  func captures(in path: [String]) -> [String: String]? {
    guard path.count == segments.count else { return nil }
    var captures: [String: String] = [:]
    for (segment, part) in zip(segments, path) {
      switch segment {
      case .literal(let wanted): guard wanted == part else { return nil }
      case .capture(let name): captures[name] = part
      }
    }
    return captures
  }

  /// Decodes the segments of a request's path; `nil` when its encoding is broken.
  static func decode(_ path: String) -> [String]? {
    var segments: [String] = []
    for part in path.split(separator: "/") {
      guard let segment = PercentEncoding.decode(part) else { return nil }
      segments.append(segment)
    }
    return segments
  }
}
