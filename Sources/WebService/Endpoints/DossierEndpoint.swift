import Inquiry
import Interchange
import JSONText
import Records

extension Endpoint {
  /// `GET /incidents/{id}/dossier`: the incident with every claim, relay chain and clock.
  static let dossier = Endpoint(
    name: "dossier", path: PathTemplate("/incidents/{id}/dossier"),
    summary: "Everything known about one incident.",
    parameters: [
      AsOfParameter.declaration, AsRecordedParameter.declaration,
    ], offers: [.json, .html]
  ) { request in
    let dossier = try await request.dossier()
    let id = dossier.incident.id
    let links = [
      Link(request.selfURL, rel: "self", type: .json, title: "This dossier"),
      Link(
        request.url("/collections/incidents/items/\(id)"), rel: "item", type: .geoJSON,
        title: "The incident as GeoJSON"),
      Link(
        request.url("/collections/claims/items?incident=\(PercentEncoding.encode(id.text))"),
        rel: "related", type: .geoJSON, title: "Its claims as GeoJSON"),
      Link(
        request.url("/incidents/\(id)/assessment"), rel: "related", type: .json,
        title: "What its claims come to"),
    ]
    var writer = JSONWriter(reserving: 16_384)
    writer.dossier(dossier) { $0.array(of: links) }
    let json = writer.takeBytes()
    if request.mediaType == .html {
      return try await request.dossierPage(dossier, links: links, json: json)
    }
    return Answer(mediaType: .json, links: links, body: .bytes(json))
  }
}
