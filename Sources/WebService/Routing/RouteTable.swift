/// Every resource of the service.
///
/// A new endpoint is a file of its own and a line here.
struct RouteTable: Sendable {
  let endpoints: [Endpoint]
  /// The endpoints by the number of segments in their paths.
  private let routes: [[Route]]

  /// An endpoint, with what each request to it is checked against.
  private struct Route: Sendable {
    let endpoint: Endpoint
    let parameterNames: Set<String>
  }

  init() {
    let endpoints =
      [
        .landing, .apiDescription, .conformance, .collections,
        .collection(.incidents), .incidentItems(.incidents), .incidentItem(.incidents),
        .provenance(.incidents),
        .collection(.incidentPoints), .incidentItems(.incidentPoints),
        .incidentItem(.incidentPoints),
        .collection(.claims), .claimItems, .claimItem,
        .collection(.places), .placeItems, .placeItem,
        .collection(.sources), .sourceItems, .sourceItem,
        .dossier, .assessment, .timeline, .contradictions, .summary, .versions, .functions, .health,
        .stylesheet,
      ] + FeatureCollectionName.allCases.flatMap(Endpoint.schemas) + Endpoint.maps + Endpoint.tiles
    self.endpoints = endpoints
    let longest = endpoints.map(\.path.segments.count).max() ?? 0
    routes = (0...longest).map { length in
      endpoints.filter { $0.path.segments.count == length }.map { endpoint in
        Route(endpoint: endpoint, parameterNames: Set(endpoint.declarations.map(\.name)))
      }
    }
  }

  /// What a path leads to.
  struct Match {
    let endpoint: Endpoint
    let captures: [String: String]
    /// The query parameters that the endpoint takes.
    let parameterNames: Set<String>
    /// The format that the ending of the path names, as in `items.csv`.
    var formatName: String?
  }

  /// The endpoint at a path.
  ///
  /// Programs that tell a format by the ending of a URL may put it there: `items.geojson`.
  func match(_ path: [String]) throws(RequestFault) -> Match {
    let exact = exactMatch(path)
    if let exact, !exact.endpoint.takesEnding { return exact }
    if let named = matchWithEnding(path) { return named }
    guard let exact else { throw .noSuchResource }
    return exact
  }

  private func matchWithEnding(_ path: [String]) -> Match? {
    guard let last = path.last, let dot = last.lastIndex(of: "."),
      var match = exactMatch(path.dropLast() + [String(last[..<dot])])
    else { return nil }
    let name = String(last[last.index(after: dot)...])
    guard match.endpoint.offers.contains(where: { $0.formatNames.contains(name) }) else {
      return nil
    }
    match.formatName = name
    return match
  }

  private func exactMatch(_ path: [String]) -> Match? {
    guard routes.indices.contains(path.count) else { return nil }
    for route in routes[path.count] {
      if let captures = route.endpoint.path.captures(in: path) {
        return Match(
          endpoint: route.endpoint, captures: captures, parameterNames: route.parameterNames)
      }
    }
    return nil
  }
}
