import Inquiry
import JSONText
import Records
import SimpleFeatures

// Most of a feature's text holds whatever is asked: it is written once and then copied.
extension JSONWriter {
  /// Writes a feature of which the text is kept.
  ///
  /// - Returns: Whether it is; otherwise nothing is written.
  mutating func keptFeature(
    _ feature: IncidentFeature, geometry: IncidentGeometry, asOf: CivilDate?
  ) -> Bool {
    feature.readKeptText(
      withSupport: geometry == .support, { Self.keptParts(of: feature, geometry: geometry) }
    ) { text in
      append(room: text.head.count + text.tail.count + 512) { cursor in
        if cursor.needsComma { cursor.raw(",") }
        cursor.raw(text.head)
        cursor.needsComma = true
        cursor.placementMembers(of: feature)
        cursor.raw(text.tail)
        cursor.lastMembers(of: feature, asOf: asOf)
        cursor.raw("}}")
      }
    }
  }

  /// Writes the parts of a feature that are kept.
  private static func keptParts(
    of feature: IncidentFeature, geometry: IncidentGeometry
  ) -> (head: [UInt8], tail: [UInt8]) {
    var head = JSONWriter(reserving: 2_048)
    head.beginObject()
    head.featureHead(feature, geometry: geometry, in: .crs84)
    head.append(room: 2_048) { $0.headMembers(of: feature) }
    var tail = JSONWriter()
    tail.append(room: 512) { $0.districtsMember(of: feature) }
    return (head.bytes, tail.bytes)
  }
}
