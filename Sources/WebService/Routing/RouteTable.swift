/// Every resource of the service.
///
/// A new endpoint is a file of its own and a line here.
struct RouteTable: Sendable {
  let endpoints: [Endpoint]

  init() {
    endpoints =
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
  }

  /// What a path leads to.
  struct Match {
    let endpoint: Endpoint
    let captures: [String: String]
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
    for endpoint in endpoints {
      if let captures = endpoint.path.captures(in: path) {
        return Match(endpoint: endpoint, captures: captures)
      }
    }
    return nil
  }
}
