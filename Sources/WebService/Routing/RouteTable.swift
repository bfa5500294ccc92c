/// Every resource of the service.
///
/// A new endpoint is a file of its own and a line here.
struct RouteTable: Sendable {
  let endpoints: [Endpoint]

  init(configuration: ServiceConfiguration) {
    endpoints =
      [
        .landing, .apiDescription, .conformance, .collections,
        .collection(.incidents), .incidentItems(.incidents), .incidentItem(.incidents),
        .collection(.incidentPoints), .incidentItems(.incidentPoints),
        .incidentItem(.incidentPoints),
        .collection(.claims), .claimItems, .claimItem,
        .collection(.places), .placeItems, .placeItem,
        .collection(.sources), .sourceItems, .sourceItem,
        .dossier, .assessment, .timeline, .contradictions, .summary, .versions, .health,
        .stylesheet,
      ] + Endpoint.maps(drawnBy: configuration.map)
  }

  /// The endpoint at a path with what it captures.
  func endpoint(at path: [String]) throws(RequestFault) -> (Endpoint, [String: String]) {
    for endpoint in endpoints {
      if let captures = endpoint.path.captures(in: path) { return (endpoint, captures) }
    }
    throw .noSuchResource
  }
}
