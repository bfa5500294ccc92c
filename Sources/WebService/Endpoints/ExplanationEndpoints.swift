import Assessment
import Inquiry
import Interchange
import JSONText
import Records

extension Endpoint {
  private static let question = [
    AsRecordedParameter.declaration, ClaimsParameter.declaration,
  ]

  /// `GET /incidents/{id}/assessment`: every number and the grade, with claims and rules.
  static let assessment = Endpoint(
    name: "assessment", path: PathTemplate("/incidents/{id}/assessment"),
    summary: "What the claims about one incident come to by every method, with the reasons.",
    parameters: [AsOfParameter.declaration, MethodParameter.declaration] + question,
    offers: [.json, .html]
  ) { request in
    let method = try request.value(of: MethodParameter.self)
    let asOf = try request.value(of: AsOfParameter.self)
    let explanation = try await request.explained(asOf: asOf, withNeighbours: true) {
      IncidentExplanation($0)
    }
    let links = request.explanationLinks(
      explanation.incidentCase.incident.id, title: "This assessment")
    var writer = JSONWriter(reserving: 65_536)
    writer.assessment(explanation, only: method) { $0.array(of: links) }
    if request.mediaType == .html {
      return try await request.assessmentPage(
        explanation, links: links, json: writer.takeBytes())
    }
    return Answer(mediaType: .json, links: links, body: .bytes(writer.takeBytes()))
  }

  /// `GET /incidents/{id}/timeline`: how range and grade moved, claim by claim.
  static let timeline = Endpoint(
    name: "timeline", path: PathTemplate("/incidents/{id}/timeline"),
    summary: "How range and grade of one incident moved, day by day of publication.",
    parameters: [AsOfParameter.declaration, MethodParameter.declaration] + question,
    offers: [.json, .html]
  ) { request in
    let method = try request.value(of: MethodParameter.self) ?? .airwars
    let asOf = try request.value(of: AsOfParameter.self)
    let (found, timeline) = try await request.explained(asOf: asOf) {
      ($0, Timeline($0.inPlay, method: method))
    }
    let links = request.explanationLinks(found.incident.id, title: "This timeline")
    var writer = JSONWriter(reserving: 32_768)
    writer.timeline(timeline, of: found) { $0.array(of: links) }
    if request.mediaType == .html {
      return try await request.timelinePage(
        timeline, of: found, links: links, json: writer.takeBytes())
    }
    return Answer(mediaType: .json, links: links, body: .bytes(writer.takeBytes()))
  }

  /// `GET /incidents/{id}/contradictions`: who contradicts, replaces or echoes whom.
  static let contradictions = Endpoint(
    name: "contradictions", path: PathTemplate("/incidents/{id}/contradictions"),
    summary: "Who contradicts, replaces or echoes whom among the claims about one incident.",
    parameters: [AsOfParameter.declaration] + question, offers: [.json, .html]
  ) { request in
    let asOf = try request.value(of: AsOfParameter.self)
    let (found, graph) = try await request.explained(asOf: asOf) {
      ($0, ContradictionGraph($0.inPlay))
    }
    let links = request.explanationLinks(found.incident.id, title: "This graph")
    var writer = JSONWriter(reserving: 32_768)
    writer.contradictions(graph, of: found) { $0.array(of: links) }
    if request.mediaType == .html {
      return try await request.contradictionsPage(
        graph, of: found, links: links, json: writer.takeBytes())
    }
    return Answer(mediaType: .json, links: links, body: .bytes(writer.takeBytes()))
  }
}

extension EndpointRequest {
  /// What is made of the claims about the incident in the path; the work waits for its turn and has
  /// its time, as every question to the source.
  fileprivate func explained<Result: Sendable>(
    asOf: CivilDate?, withNeighbours: Bool = false,
    _ make: @escaping @Sendable (IncidentCase) -> Result
  ) async throws -> Result {
    let id: IncidentID = try identifier("id", kind: "incident")
    let asRecorded = try value(of: AsRecordedParameter.self)
    let pattern = try value(of: ClaimsParameter.self)
    let result = try await answering.ask { source in
      try await source.incidentCase(
        id, asOf: asOf, asRecorded: asRecorded, keeping: pattern, withNeighbours: withNeighbours
      ).map(make)
    }
    guard let result else { throw RequestFault.noSuchItem(kind: "incident", id: id.text) }
    return result
  }

  fileprivate func explanationLinks(_ id: IncidentID, title: String) -> [Link] {
    [
      Link(selfURL, rel: "self", type: .json, title: title),
      Link(
        url("/collections/incidents/items/\(id)"), rel: "item", type: .geoJSON,
        title: "The incident as GeoJSON"),
      Link(url("/incidents/\(id)/dossier"), rel: "related", type: .json, title: "The dossier"),
    ]
  }
}
