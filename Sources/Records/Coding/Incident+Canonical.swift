public import JSONText
import SimpleFeatures

extension Incident: CanonicalRecord {
  /// Writes the canonical form.
  ///
  /// - Parameter writer: Where to write one JSON object.
  /// - Throws: ``RecordCodingError/unwritable(_:)``.
  public func encode(into writer: inout JSONWriter) throws(RecordCodingError) {
    writer.beginObject()
    writer.member("id", id)
    writer.member("title", title)
    try writer.member("time", time)
    writer.member("time_precision", timePrecision)
    writer.member("kind", kind)
    try writer.list("locations", locations, encodeCandidate)
    try writer.list("links", links) { writer, link in
      writer.beginObject()
      writer.member("kind", link.kind)
      writer.member("target", link.target)
      writer.member("reason", optional: link.reason)
      writer.endObject()
    }
    try encodeOrigin(&writer, foreignID, foreignFields)
    writer.member("note", optional: note)
    writer.endObject()
  }

  /// Reads one incident.
  ///
  /// - Parameter reader: Stands before the incident's object.
  /// - Throws: ``RecordCodingError`` with the byte's offset.
  public init(from reader: inout CanonicalReader) throws(RecordCodingError) {
    try reader.beginObject()
    try reader.require("id")
    let id: IncidentID = try reader.identifier()
    try reader.require("title")
    self.init(id: id, title: try reader.text(), time: try reader.optionalTime("time"))
    try reader.require("time_precision")
    timePrecision = try reader.code()
    try reader.require("kind")
    kind = try reader.code()
    locations = try reader.list("locations", of: decodeCandidate)
    links = try reader.list("links", of: decodeLink)
    foreignID = try decodeForeignID(&reader)
    foreignFields = try reader.list("foreign_fields", of: decodeForeignField)
    note = try reader.optionalText("note")
    try reader.endObject()
  }
}

private func encodeCandidate(
  _ writer: inout JSONWriter, _ candidate: LocationCandidate
) throws(RecordCodingError) {
  writer.beginObject()
  writer.member("asserted_by", candidate.assertedBy)
  writer.member("scale", candidate.scale)
  switch candidate.extent {
  case .disc(let center, let radius):
    writer.key(plain: "disc")
    writer.beginObject()
    writer.key(plain: "center")
    try writer.canonicalPosition(center)
    try writer.member("radius_m", radius)
    writer.endObject()
  case .place(let place): writer.member("place", place)
  case nil: break
  }
  writer.member("stated_precision", optional: candidate.statedPrecision)
  writer.member("place_as_stated", optional: candidate.placeAsStated)
  writer.endObject()
}

private func decodeCandidate(
  _ reader: inout CanonicalReader
) throws(RecordCodingError) -> LocationCandidate {
  try reader.beginObject()
  try reader.require("asserted_by")
  let claim: ClaimID = try reader.identifier()
  try reader.require("scale")
  var candidate = LocationCandidate(assertedBy: claim, scale: try reader.code(), extent: nil)
  if reader.key("disc") {
    try reader.beginObject()
    try reader.require("center")
    let center = try reader.position()
    try reader.require("radius_m")
    candidate.extent = .disc(center: center, radiusMeters: try reader.number())
    try reader.endObject()
  } else if let place: PlaceID = try reader.optionalIdentifier("place") {
    candidate.extent = .place(place)
  }
  candidate.statedPrecision = try reader.optionalText("stated_precision")
  candidate.placeAsStated = try reader.optionalText("place_as_stated")
  try reader.endObject()
  return candidate
}

private func decodeLink(_ reader: inout CanonicalReader) throws(RecordCodingError) -> IncidentLink {
  try reader.beginObject()
  try reader.require("kind")
  let kind: IncidentLinkKind = try reader.code()
  try reader.require("target")
  let target: IncidentID = try reader.identifier()
  let reason = try reader.optionalText("reason")
  try reader.endObject()
  return IncidentLink(kind: kind, target: target, reason: reason)
}
