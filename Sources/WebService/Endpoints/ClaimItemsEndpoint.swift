import Inquiry
import Records

extension Endpoint {
  /// `GET /collections/claims/items`: a page of the claims that match.
  static let claimItems = Endpoint(
    name: "claims.items", path: PathTemplate("/collections/claims/items"),
    summary: "A page of claims.",
    parameters: [
      BoundingBoxParameter.declaration, BoxSystemParameter.declaration,
      DatetimeParameter.declaration, LimitParameter.declaration, OffsetParameter.declaration,
      SystemParameter.declaration, AsOfParameter.declaration, AsRecordedParameter.declaration,
      PlaceParameter.declaration, IncidentParameter.declaration, ClaimCursorParameter.declaration,
    ] + PropertyParameters.declarations(of: ClaimProperty.self), offers: [.geoJSON, .html]
  ) { request in
    var query = try ClaimQuery(request)
    query.properties = try request.propertyQuestion(of: ClaimProperty.self)
    let selection = try request.selection(of: ClaimProperty.self)
    let page = try await request.answering.ask { [query] in try await $0.claims(query) }
    let items = ItemsPage(
      collection: .claims, numberMatched: page.numberMatched, numberReturned: page.features.count,
      next: page.next?.text)
    if request.mediaType == .html {
      return try await request.claimItemsPage(page, links: items.links(request))
    }
    return try items.answer(to: request, with: page.features) {
      $1.claimFeature($0, selection, in: $2)
    }
  }

  /// `GET /collections/claims/items/{id}`: one claim.
  static let claimItem = Endpoint(
    name: "claims.item", path: PathTemplate("/collections/claims/items/{id}"),
    summary: "One claim.",
    parameters: [
      SystemParameter.declaration, AsOfParameter.declaration, AsRecordedParameter.declaration,
    ], offers: [.geoJSON, .html]
  ) { request in
    let id: ClaimID = try request.identifier("id", kind: "claim")
    var query = ClaimQuery()
    query.id = id
    query.limit = 1
    query.asOf = try request.value(of: AsOfParameter.self)
    query.asRecorded = try request.value(of: AsRecordedParameter.self)
    let page = try await request.answering.ask { [query] in try await $0.claims(query) }
    guard let feature = page.features.first else {
      throw RequestFault.noSuchItem(kind: "claim", id: id.text)
    }
    if request.mediaType == .html {
      return try await request.claimPage(feature, dataVersion: page.dataVersion)
    }
    return try .feature(of: .claims, to: request) {
      $0.claimFeature(feature, links: $1, in: $2)
    }
  }
}

extension ClaimQuery {
  /// The question that a request for items puts.
  init(_ request: EndpointRequest) throws(ParameterFault) {
    self.init()
    envelope = try request.box()
    time = try request.value(of: DatetimeParameter.self)
    asOf = try request.value(of: AsOfParameter.self)
    asRecorded = try request.value(of: AsRecordedParameter.self)
    limit = try request.value(of: LimitParameter.self) ?? LimitParameter.byDefault
    offset = try request.value(of: OffsetParameter.self) ?? 0
    place = try request.value(of: PlaceParameter.self)
    incident = try request.value(of: IncidentParameter.self)
    after = try request.value(of: ClaimCursorParameter.self)
  }
}
