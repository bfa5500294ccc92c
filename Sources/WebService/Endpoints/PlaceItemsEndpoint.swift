import Inquiry
import Records

extension Endpoint {
  /// `GET /collections/places/items`: a page of the gazetteer.
  static let placeItems = Endpoint(
    name: "places.items", path: PathTemplate("/collections/places/items"),
    summary: "A page of places.",
    parameters: [
      BoundingBoxParameter.declaration, BoxSystemParameter.declaration,
      DatetimeParameter.declaration, LimitParameter.declaration, OffsetParameter.declaration,
      SystemParameter.declaration, AsRecordedParameter.declaration,
      PlaceCursorParameter.declaration,
    ] + PropertyParameters.declarations(of: PlaceProperty.self), offers: [.geoJSON, .html]
  ) { request in
    var query = PlaceQuery()
    query.envelope = try request.box()
    query.limit = try request.value(of: LimitParameter.self) ?? LimitParameter.byDefault
    query.offset = try request.value(of: OffsetParameter.self) ?? 0
    query.asRecorded = try request.value(of: AsRecordedParameter.self)
    query.after = try request.value(of: PlaceCursorParameter.self)
    // Places have no time, so every one of them matches any that is asked for.
    _ = try request.value(of: DatetimeParameter.self)
    query.properties = try request.propertyQuestion(of: PlaceProperty.self)
    let selection = try request.selection(of: PlaceProperty.self)
    let page = try await request.answering.ask { [query] in try await $0.places(query) }
    let items = ItemsPage(
      collection: .places, numberMatched: page.numberMatched, numberReturned: page.features.count,
      next: page.next?.text)
    if request.mediaType == .html {
      return try await request.placeItemsPage(page, links: items.links(request))
    }
    return try items.answer(to: request, with: page.features) {
      $1.placeFeature($0, selection, in: $2)
    }
  }

  /// `GET /collections/places/items/{id}`: one place.
  static let placeItem = Endpoint(
    name: "places.item", path: PathTemplate("/collections/places/items/{id}"),
    summary: "One place.",
    parameters: [SystemParameter.declaration, AsRecordedParameter.declaration],
    offers: [.geoJSON, .html]
  ) { request in
    let id: PlaceID = try request.identifier("id", kind: "place")
    var query = PlaceQuery()
    query.id = id
    query.limit = 1
    query.asRecorded = try request.value(of: AsRecordedParameter.self)
    let page = try await request.answering.ask { [query] in try await $0.places(query) }
    guard let feature = page.features.first else {
      throw RequestFault.noSuchItem(kind: "place", id: id.text)
    }
    if request.mediaType == .html {
      return try await request.placePage(feature, dataVersion: page.dataVersion)
    }
    return try .feature(of: .places, to: request) {
      $0.placeFeature(feature, links: $1, in: $2)
    }
  }
}
