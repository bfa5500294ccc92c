/// The parameters of a request, decoded and checked against what the resource takes.
struct QueryString: Hashable, Sendable {
  struct Pair: Hashable, Sendable {
    let name: String
    let value: String
  }

  /// In the order given.
  private(set) var pairs: [Pair]

  /// Reads a query; each name may appear once, `subset` any number of times.
  init(_ text: String?) throws(RequestFault) {
    pairs = []
    for part in (text ?? "").split(separator: "&") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentEncoding.decode(sides[0]),
        let value = PercentEncoding.decode(
          name == FilterParameter.declaration.name ? Self.spaced(sides) : Self.value(sides))
      else { throw .badEncoding }
      guard let known = pairs.firstIndex(where: { $0.name == name }) else {
        pairs.append(Pair(name: name, value: value))
        continue
      }
      guard name == SubsetParameter.declaration.name else { throw .parameter(.repeated(name)) }
      pairs[known] = Pair(name: name, value: pairs[known].value + "," + value)
    }
  }

  private static func value(_ sides: [Substring]) -> String {
    sides.count > 1 ? String(sides[1]) : ""
  }

  /// OWSLib and many others send the spaces of a filter as plus signs, and its plus signs encoded.
  private static func spaced(_ sides: [Substring]) -> String {
    String(value(sides).map { $0 == "+" ? " " : $0 })
  }

  subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// A name that is not declared, for which the request is refused.
  ///
  /// - Note: Source – OGC API Features Part 1, `/req/core/query-param-unknown`.
  func name(notIn declared: Set<String>) -> String? {
    pairs.first { !declared.contains($0.name) }?.name
  }

  /// The same parameters with one set to another value, at the end.
  func setting(_ name: String, to value: String) -> QueryString {
    var copy = self
    copy.pairs.removeAll { $0.name == name }
    copy.pairs.append(Pair(name: name, value: value))
    return copy
  }

  /// The same parameters without some names.
  func without(_ names: Set<String>) -> QueryString {
    var copy = self
    copy.pairs.removeAll { names.contains($0.name) }
    return copy
  }

  /// The same parameters without empty values: a form sends the fields that nobody filled in.
  var filled: QueryString {
    var copy = self
    copy.pairs.removeAll(where: \.value.isEmpty)
    return copy
  }

  /// The same parameters without one.
  func removing(_ name: String) -> QueryString {
    var copy = self
    copy.pairs.removeAll { $0.name == name }
    return copy
  }

  /// The query for a link, with its question mark; empty without parameters.
  var text: String {
    guard !pairs.isEmpty else { return "" }
    let parts = pairs.map {
      "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))"
    }
    return "?" + parts.joined(separator: "&")
  }

  /// The same for every order of the same parameters, for entity tags.
  var canonicalText: String {
    pairs.sorted { $0.name < $1.name }
      .map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }
      .joined(separator: "&")
  }
}
