import Inquiry
import JSONText
import Records

extension JSONWriter {
  /// Writes a document about the claims of one incident: the head and the foot that all have.
  ///
  /// - Parameters:
  ///   - incidentCase: Whose claims they are.
  ///   - links: Writes the value of `links`.
  ///   - members: Writes the members between them.
  mutating func caseDocument(
    _ incidentCase: IncidentCase, links: (inout JSONWriter) -> Void,
    _ members: (inout JSONWriter) -> Void
  ) {
    beginObject()
    member("id", incidentCase.incident.id.text)
    member("title", incidentCase.incident.title)
    key("links")
    links(&self)
    caseMembers(incidentCase)
    members(&self)
    key("data_version")
    dataVersion(incidentCase.dossier.dataVersion)
    endObject()
  }
}
