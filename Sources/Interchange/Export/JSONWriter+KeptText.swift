import Inquiry
import JSONText
import Records
import SimpleFeatures

// Most of a feature's text holds whatever is asked: it is written once and then copied.
extension JSONWriter {
  /// Writes a feature whose text is kept.
  mutating func feature(_ feature: IncidentFeature, _ text: KeptFeatureText, asOf: CivilDate?) {
    append(room: text.bytes.count + 512) { cursor in
      if cursor.needsComma { cursor.raw(",") }
      text.bytes.withUnsafeBufferPointer { bytes in
        cursor.raw(UnsafeBufferPointer(rebasing: bytes[..<text.headCount]))
        cursor.needsComma = true
        cursor.placementMembers(of: feature)
        cursor.raw(UnsafeBufferPointer(rebasing: bytes[text.headCount...]))
      }
      cursor.lastMembers(of: feature, asOf: asOf)
      cursor.raw("}}")
    }
  }
}

extension KeptFeatureText {
  /// Writes the parts of a feature that are kept.
  convenience init(of feature: IncidentFeature, geometry: IncidentGeometry) {
    var head = JSONWriter(reserving: 2_048)
    head.beginObject()
    head.featureHead(feature, geometry: geometry, in: .crs84)
    head.append(room: 2_048) { $0.headMembers(of: feature) }
    var tail = JSONWriter()
    tail.append(room: 512) { $0.districtsMember(of: feature) }
    self.init(head: head.bytes, tail: tail.bytes)
  }
}
