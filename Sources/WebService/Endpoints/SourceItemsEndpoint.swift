import Inquiry
import Records

extension Endpoint {
  /// `GET /collections/sources/items`: a page of the sources.
  static let sourceItems = Endpoint(
    name: "sources.items", path: PathTemplate("/collections/sources/items"),
    summary: "A page of sources.",
    parameters: [
      BoundingBoxParameter.declaration, BoxSystemParameter.declaration,
      DatetimeParameter.declaration, LimitParameter.declaration, OffsetParameter.declaration,
      SystemParameter.declaration, AsRecordedParameter.declaration,
      SourceCursorParameter.declaration,
    ] + PropertyParameters.declarations(of: SourceProperty.self), offers: [.geoJSON, .html]
  ) { request in
    var query = SourceQuery()
    query.limit = try request.value(of: LimitParameter.self) ?? LimitParameter.byDefault
    query.offset = try request.value(of: OffsetParameter.self) ?? 0
    query.asRecorded = try request.value(of: AsRecordedParameter.self)
    query.after = try request.value(of: SourceCursorParameter.self)
    // Sources have neither place nor time, so every one of them matches any that is asked for.
    _ = try request.box()
    _ = try request.value(of: DatetimeParameter.self)
    query.properties = try request.propertyQuestion(of: SourceProperty.self, hasGeometry: false)
    let selection = try request.selection(of: SourceProperty.self)
    let page = try await request.answering.ask { [query] in try await $0.sources(query) }
    let items = ItemsPage(
      collection: .sources, numberMatched: page.numberMatched, numberReturned: page.features.count,
      next: page.next?.text)
    if request.mediaType == .html {
      return try await request.sourceItemsPage(page, links: items.links(request))
    }
    return try items.answer(to: request, with: page.features) { source, writer, _ in
      writer.sourceFeature(source, selection)
    }
  }

  /// `GET /collections/sources/items/{id}`: one source.
  static let sourceItem = Endpoint(
    name: "sources.item", path: PathTemplate("/collections/sources/items/{id}"),
    summary: "One source.",
    parameters: [SystemParameter.declaration, AsRecordedParameter.declaration],
    offers: [.geoJSON, .html]
  ) { request in
    let id: SourceID = try request.identifier("id", kind: "source")
    var query = SourceQuery()
    query.id = id
    query.limit = 1
    query.asRecorded = try request.value(of: AsRecordedParameter.self)
    let page = try await request.answering.ask { [query] in try await $0.sources(query) }
    guard let source = page.features.first else {
      throw RequestFault.noSuchItem(kind: "source", id: id.text)
    }
    if request.mediaType == .html {
      return try await request.sourcePage(source, dataVersion: page.dataVersion)
    }
    return try .feature(of: .sources, to: request) { writer, links, _ in
      writer.sourceFeature(source, links: links)
    }
  }
}
