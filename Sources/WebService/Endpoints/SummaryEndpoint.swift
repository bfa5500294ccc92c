import Inquiry
import Interchange
import JSONText

extension Endpoint {
  /// `GET /summary`: totals in a table, every incident that matches in one row.
  static let summary = Endpoint(
    name: "summary", path: PathTemplate("/summary"),
    summary: "Totals by district, month, party or grade, under merge and under split.",
    parameters: [
      DimensionParameter.declaration, MethodParameter.declaration,
      BoundingBoxParameter.declaration, BoxSystemParameter.declaration,
      DatetimeParameter.declaration, MatchParameter.declaration,
      AsOfParameter.declaration, AsRecordedParameter.declaration, PlaceParameter.declaration,
    ], offers: [.json, .html]
  ) { request in
    let query = SummaryQuery(
      try IncidentQuery(request),
      by: try request.value(of: DimensionParameter.self) ?? DimensionParameter.byDefault)
    let summary = try await request.answering.ask { try await $0.summary(query) }
    let links = [
      Link(request.selfURL, rel: "self", type: .json, title: "This table"),
      Link(
        request.url("/collections/incidents"), rel: "related", type: .json,
        title: "The incidents"),
    ]
    let bytes = SummaryDocument.bytes(of: summary) { $0.links(links) }
    if request.mediaType == .html {
      return try await request.summaryPage(summary, links: links, json: bytes)
    }
    return Answer(mediaType: .json, links: links, body: .bytes(bytes))
  }
}
