import Inquiry
import Interchange
import JSONText
import Records
import SimpleFeatures

extension IncidentGeoJSONEncoder.Member {
  /// The links of a collection.
  static func links(_ links: [Link]) -> Self {
    var writer = JSONWriter()
    writer.array(of: links)
    return Self(name: "links", json: writer.takeBytes())
  }

  /// When the answer was made.
  static func timeStamp(_ now: Instant) -> Self {
    var writer = JSONWriter()
    writer.string(now.description)
    return Self(name: "timeStamp", json: writer.takeBytes())
  }
}

extension JSONWriter {
  /// Writes an incident as every GeoJSON of the house has it, with links.
  ///
  /// - Parameters:
  ///   - dossier: Whose summary is written.
  ///   - geometry: Which geometry it carries.
  ///   - links: Links of the document.
  ///   - system: What coordinates are in.
  mutating func incident(
    _ dossier: IncidentDossier, _ geometry: IncidentGeometry, links: [Link],
    in system: ReferenceSystem
  ) {
    var feature = JSONWriter(reserving: 2_048)
    feature.feature(dossier.feature, geometry: geometry, in: system, asOf: dossier.asOf)
    var list = JSONWriter()
    list.array(of: links)
    // The links join the finished object as its last member.
    raw(feature.bytes.dropLast() + Array(",\"links\":".utf8) + list.bytes + [UInt8(ascii: "}")])
  }
}
