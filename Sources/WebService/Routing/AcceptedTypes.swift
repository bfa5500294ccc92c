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

  /// How gladly the client takes a type, 0 for not at all; one that says nothing takes everything.
  ///
  /// The most specific range decides, so `application/json;q=0, */*` refuses JSON.
  func quality(of type: MediaType) -> Double {
    guard !ranges.isEmpty else { return 1 }
    let qualities = type.acceptedNames.compactMap { name -> Double? in
      let matching = ranges.filter { $0.covers(name) }
      let exact = matching.filter { !$0.isWild }
      return (exact.isEmpty ? matching : exact).map(\.quality).max()
    }
    return qualities.max() ?? 0
  }

  /// Whether the client names the type or its family itself.
  func names(_ type: MediaType) -> Bool {
    ranges.contains { range in
      range.quality > 0 && range.type != "*" && type.acceptedNames.contains(where: range.covers)
    }
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
