import Inquiry
import Interchange
import Records

extension Endpoint {
  /// `GET /collections/{incidents}/items/{id}/provenance`: where the figures come from.
  static func provenance(_ collection: FeatureCollectionName) -> Endpoint {
    Endpoint(
      name: "\(collection.code).provenance",
      path: PathTemplate("\(collection.path)/items/{id}/provenance"),
      summary: "Where the figures of one incident come from, as PROV-JSON.",
      parameters: [AsOfParameter.declaration, AsRecordedParameter.declaration],
      offers: [.json, .html]
    ) { request in
      let dossier = try await request.dossier()
      var document = ProvenanceDocument(of: dossier, at: request.url(""))
      let links = [
        Link(request.selfURL, rel: "self", type: .json, title: "This document"),
        Link(
          request.url("\(collection.path)/items/\(dossier.incident.id)"), rel: "item",
          type: .geoJSON, title: "The incident"),
      ]
      if request.mediaType == .html {
        return try await request.documentPage(
          .data("Where the figures of \(dossier.incident.id) come from"),
          under: [.collections, .collection(collection)], links: links, json: document.bytes())
      }
      return Answer(mediaType: .json, links: links, body: .bytes(document.bytes()))
    }
  }
}
