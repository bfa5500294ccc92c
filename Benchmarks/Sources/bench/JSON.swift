/// As much of JSON as a line of figures needs.
enum JSON: Sendable {
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  /// A number with as many digits as a figure deserves.
  static func rounded(_ value: Double, digits: Int = 1) -> JSON {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    return .number((value * scale).rounded() / scale)
  }

  /// Keys in alphabetical order; no text here needs escaping beyond quotes and backslashes.
  var text: String {
    switch self {
    case .number(let value):
      value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .text(let value):
      "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    case .list(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { JSON.text($0.key).text + ":" + $0.value.text }
        .joined(separator: ",") + "}"
    }
  }

  /// The member of an object at a path of keys.
  func number(at path: some Collection<Substring>) -> Double? {
    guard let key = path.first else {
      if case .number(let value) = self { return value }
      return nil
    }
    guard case .object(let members) = self else { return nil }
    return members[String(key)]?.number(at: path.dropFirst())
  }
}
