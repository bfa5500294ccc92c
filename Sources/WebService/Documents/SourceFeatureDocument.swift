import Interchange
import JSONText
import Records

extension JSONWriter {
  /// Writes a source as a GeoJSON feature, which has no geometry.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - links: For a document of its own.
  mutating func sourceFeature(_ source: Source, links: [Link] = []) {
    beginObject()
    key("type")
    string("Feature")
    key("id")
    string(source.id.text)
    if !links.isEmpty { self.links(links) }
    key("geometry")
    null()
    key("properties")
    beginObject()
    key("id")
    string(source.id.text)
    key("name")
    string(source.name)
    key("kind")
    string(source.kind.code)
    key("affiliation")
    string(source.affiliation?.text)
    key("language")
    string(source.language)
    key("judgements")
    judgements(source.judgements)
    key("note")
    string(source.note)
    endObject()
    endObject()
  }

  private mutating func judgements(_ judgements: [ReliabilityJudgement]) {
    beginArray()
    for judgement in judgements {
      beginObject()
      key("reliability")
      string(judgement.reliability.code)
      key("assessor")
      string(judgement.assessor)
      key("date")
      string(judgement.date.description)
      endObject()
    }
    endArray()
  }
}
