import Inquiry
import JSONText
import Records
import SimpleFeatures

// Most of a feature's text holds whatever is asked: it is written once and then copied.
extension JSONWriter {
  /// Writes a feature whose text is kept.
  mutating func feature(_ feature: IncidentFeature, _ text: KeptFeatureText, asOf: CivilDate?) {
    append(room: text.head.count + text.tail.count + 512) { cursor in
      if cursor.needsComma { cursor.raw(",") }
      text.head.withUnsafeBufferPointer { cursor.raw($0) }
      cursor.needsComma = true
      for property in KeptFeatureText.byQuestion {
        cursor.member(property, of: feature, asOf: asOf)
      }
      text.tail.withUnsafeBufferPointer { cursor.raw($0) }
      for property in KeptFeatureText.last {
        cursor.member(property, of: feature, asOf: asOf)
      }
      cursor.raw("}}")
    }
  }
}

extension KeptFeatureText {
  /// The properties that depend on the question.
  static let byQuestion: [IncidentProperty] = [
    .placement, .placementShare, .placementDecidedBy, .placementReason,
  ]
  /// The properties behind the tail, which depend on it too, or on what is asked of the service.
  static let last: [IncidentProperty] = [.distanceMeters, .asOf, .assessment]

  /// Writes the parts of a feature that are kept.
  convenience init(of feature: IncidentFeature, geometry: IncidentGeometry) {
    let properties = IncidentProperty.all
    let first = properties.firstIndex(of: .placement) ?? properties.endIndex
    let behind = min(first + Self.byQuestion.count, properties.endIndex)
    var head = JSONWriter(reserving: 2_048)
    head.beginObject()
    head.featureHead(feature, geometry: geometry, in: .crs84)
    head.append(room: 2_048) { cursor in
      for property in properties[..<first] { cursor.member(property, of: feature, asOf: nil) }
    }
    var tail = JSONWriter()
    tail.append(room: 512) { cursor in
      cursor.needsComma = true
      for property in properties[behind...].dropLast(Self.last.count) {
        cursor.member(property, of: feature, asOf: nil)
      }
    }
    // Appending left room to spare, which would be kept too.
    self.init(
      head: head.bytes.withUnsafeBufferPointer { Array($0) },
      tail: tail.bytes.withUnsafeBufferPointer { Array($0) })
  }
}
