import Assessment
import Inquiry
import JSONText
import Records
import SimpleFeatures

extension Endpoint {
  /// `GET /collections/{incidents}/items`: a page of the incidents that match.
  static func incidentItems(_ collection: FeatureCollectionName) -> Endpoint {
    Endpoint(
      name: "\(collection.code).items", path: PathTemplate("\(collection.path)/items"),
      summary: "A page of incidents.",
      parameters: [
        BoundingBoxParameter.declaration, BoxSystemParameter.declaration,
        DatetimeParameter.declaration, LimitParameter.declaration, OffsetParameter.declaration,
        IncidentCursorParameter.declaration, SystemParameter.declaration,
        MatchParameter.declaration, AsOfParameter.declaration, AsRecordedParameter.declaration,
        PlaceParameter.declaration, MethodParameter.declaration,
      ] + PropertyParameters.declarations(of: IncidentProperty.self), offers: IncidentForm.offers
    ) { request in
      var query = try IncidentQuery(request)
      query.geometry = collection.incidentGeometry
      query.properties = try request.propertyQuestion(
        of: IncidentProperty.self, functions: IncidentFunction.table)
      let page = try await request.answering.ask { [query] in try await $0.page(query) }
      let items = ItemsPage(
        collection: collection, numberMatched: page.numberMatched,
        numberReturned: page.features.count, next: page.next?.text)
      if request.mediaType == .html {
        return try await request.incidentItemsPage(
          page, of: collection, links: items.links(request))
      }
      return try items.answer(to: request, with: page)
    }
  }

  /// `GET /collections/{incidents}/items/{id}`: one incident.
  static func incidentItem(_ collection: FeatureCollectionName) -> Endpoint {
    Endpoint(
      name: "\(collection.code).item", path: PathTemplate("\(collection.path)/items/{id}"),
      summary: "One incident.",
      parameters: [
        SystemParameter.declaration, AsOfParameter.declaration, AsRecordedParameter.declaration,
      ], offers: [.geoJSON, .html]
    ) { request in
      let dossier = try await request.dossier()
      let address = "/incidents/\(dossier.incident.id)"
      let day = dossier.asOf.map { "?as-of=\($0)" } ?? ""
      let related =
        [("dossier", "The dossier"), ("assessment", "The assessment")].map {
          Link(request.url("\(address)/\($0.0)") + day, rel: "related", type: .json, title: $0.1)
        }
        + [
          Link(
            request.url("\(FeatureCollectionName.incidents.path)/items/\(dossier.incident.id)")
              + "/provenance" + day,
            rel: "http://www.w3.org/ns/prov#has_provenance", type: .json,
            title: "Where the figures come from")
        ]
      if request.mediaType == .html {
        var writer = JSONWriter()
        writer.incident(dossier, collection.incidentGeometry, links: related, in: .crs84)
        return try await request.dossierPage(dossier, links: related, json: writer.takeBytes())
      }
      return try .feature(of: collection, to: request, related: related) {
        $0.incident(dossier, collection.incidentGeometry, links: $1, in: $2)
      }
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
    offset = try request.value(of: OffsetParameter.self) ?? 0
    cursor = try request.value(of: IncidentCursorParameter.self)
    includesUndated = match == .possible
    if let box = try request.box() {
      area = .envelope(box)
      includesUnplaced = match == .possible
    }
    if let place = try request.value(of: PlaceParameter.self) {
      guard area == nil else { throw .conflicting("bbox", "in") }
      area = .place(place)
    }
  }
}
