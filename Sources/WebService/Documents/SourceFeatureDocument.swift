import Inquiry
import JSONText
import Records

extension JSONWriter {
  /// Writes a source as a GeoJSON feature, which has no geometry.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - selection: The properties that it carries.
  ///   - links: For a document of its own.
  mutating func sourceFeature(
    _ source: Source, _ selection: [SourceProperty] = SourceProperty.all, links: [Link] = []
  ) {
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
    for property in selection {
      key(property.name)
      switch property {
      case .id: string(source.id.text)
      case .number: integer(source.id.number)
      case .name: string(source.name)
      case .kind: string(source.kind.code)
      case .affiliation: string(source.affiliation?.text)
      case .language: string(source.language)
      case .judgements: judgements(source.judgements)
      case .note: string(source.note)
      }
    }
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
