/// Which of the formats that an endpoint offers a client gets.
///
/// The ending of the path or `f` decides, then `Accept` by its weights; where two are as welcome,
/// the one that the endpoint names first. So a program that takes anything gets JSON, and a browser
/// that prefers HTML gets a page.
///
/// - Note: Source – RFC 9110 §12.5.1; OGC API Features Part 1 §7.12.
enum FormatChoice {
  /// The media type to send.
  ///
  /// - Parameters:
  ///   - offers: What the endpoint can send, the default first.
  ///   - name: The ending of the path or the value of `f`.
  ///   - accepted: What the client takes.
  /// - Returns: One of the offers.
  /// - Throws: For a name that is not offered, and for a client that takes none of the offers.
  static func mediaType(
    of offers: [MediaType], named name: String?, accepted: AcceptedTypes
  ) throws(RequestFault) -> MediaType {
    if let name {
      guard let type = offers.first(where: { $0.formatNames.contains(name) }) else {
        let names = names(of: offers).joined(separator: ", ")
        throw .parameter(.badValue(parameter: parameterName, value: name, wanted: names))
      }
      return type
    }
    var best: (type: MediaType, quality: Double)?
    for type in offers {
      let quality = accepted.quality(of: type)
      if quality > best?.quality ?? 0 { best = (type, quality) }
    }
    guard let best else { throw .notAcceptable(offered: offers.map(\.rawValue)) }
    return best.type
  }

  /// The words that `f` takes for these offers, each once.
  static func names(of offers: [MediaType]) -> [String] {
    var names: [String] = []
    for name in offers.flatMap(\.formatNames) where !names.contains(name) { names.append(name) }
    return names
  }

  static let parameterName = "f"

  /// The declaration of `f` for these offers.
  static func declaration(of offers: [MediaType]) -> ParameterDeclaration {
    let names = names(of: offers)
    return ParameterDeclaration(
      name: parameterName, key: "f-" + names.joined(separator: "-"),
      summary: "The format, in place of the Accept field.",
      form: .code(names, byDefault: nil), wanted: names.joined(separator: ", "))
  }
}
