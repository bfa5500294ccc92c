import Assessment
import Inquiry
import JSONText
import Records

extension Endpoint {
  /// `GET /collections/incidents/items`: a page of the incidents that match.
  static let incidentItems = Endpoint(
    name: "incidents.items", path: PathTemplate("/collections/incidents/items"),
    summary: "A page of incidents.",
    parameters: [
      BoundingBoxParameter.declaration, DatetimeParameter.declaration,
      LimitParameter.declaration, MatchParameter.declaration, AsOfParameter.declaration,
      AsRecordedParameter.declaration, PlaceParameter.declaration, MethodParameter.declaration,
      IncidentCursorParameter.declaration,
    ], offers: [.geoJSON, .html]
  ) { request in
    let query = try IncidentQuery(request)
    let page = try await request.answering.ask { try await $0.page(query) }
    let items = ItemsPage(
      collection: .incidents, numberMatched: page.numberMatched,
      numberReturned: page.features.count, next: page.next?.text)
    if request.mediaType == .html {
      return try await request.incidentItemsPage(page, links: items.links(request))
    }
    return items.answer(to: request, with: page)
  }

  /// `GET /collections/incidents/items/{id}`: one incident.
  static let incidentItem = Endpoint(
    name: "incidents.item", path: PathTemplate("/collections/incidents/items/{id}"),
    summary: "One incident.",
    parameters: [
      AsOfParameter.declaration, AsRecordedParameter.declaration,
    ], offers: [.geoJSON, .html]
  ) { request in
    let dossier = try await request.dossier()
    let address = "/incidents/\(dossier.incident.id)"
    let day = dossier.asOf.map { "?as-of=\($0)" } ?? ""
    let related = [("dossier", "The dossier"), ("assessment", "The assessment")].map {
      Link(
        request.url("\(address)/\($0.0)") + day, rel: "related", type: .json, title: $0.1)
    }
    if request.mediaType == .html {
      var writer = JSONWriter()
      writer.incident(dossier, links: related)
      return try await request.dossierPage(dossier, links: related, json: writer.takeBytes())
    }
    return .feature(of: .incidents, to: request, related: related) { writer, links in
      writer.incident(dossier, links: links)
    }
  }
}

extension EndpointRequest {
  /// The dossier of the incident in the path.
  func dossier() async throws -> IncidentDossier {
    let id: IncidentID = try identifier("id", kind: "incident")
    let asOf = try value(of: AsOfParameter.self)
    let asRecorded = try value(of: AsRecordedParameter.self)
    let dossier = try await answering.ask {
      try await $0.dossier(id, asOf: asOf, asRecorded: asRecorded)
    }
    guard let dossier else { throw RequestFault.noSuchItem(kind: "incident", id: id.text) }
    return dossier
  }
}

extension IncidentQuery {
  /// The question that a request for items puts.
  ///
  /// A box and a span also return what has no place or no time, as the standard asks
  /// (`/req/core/fc-bbox-response` C, `/req/core/fc-time-response` C), unless certainty is wanted.
  init(_ request: EndpointRequest) throws(ParameterFault) {
    self.init()
    match = try request.value(of: MatchParameter.self) ?? .possible
    time = try request.value(of: DatetimeParameter.self)
    asOf = try request.value(of: AsOfParameter.self)
    asRecorded = try request.value(of: AsRecordedParameter.self)
    method = try request.value(of: MethodParameter.self) ?? .airwars
    limit = try request.value(of: LimitParameter.self) ?? LimitParameter.byDefault
    cursor = try request.value(of: IncidentCursorParameter.self)
    includesUndated = match == .possible
    if let box = try request.value(of: BoundingBoxParameter.self) {
      area = .envelope(box)
      includesUnplaced = match == .possible
    }
    if let place = try request.value(of: PlaceParameter.self) {
      guard area == nil else { throw .conflicting("bbox", "in") }
      area = .place(place)
    }
  }
}
