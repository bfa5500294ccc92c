import JSONText

func encodeRelay(_ writer: inout JSONWriter, _ relay: RelayHop) throws(RecordCodingError) {
  writer.beginObject()
  writer.member("outlet", relay.outlet)
  try writer.member("published", relay.published)
  writer.member("url", optional: relay.url)
  writer.member("archive_url", optional: relay.archiveURL)
  writer.member("content_hash", optional: relay.contentHash)
  writer.member("note", optional: relay.note)
  writer.endObject()
}

func decodeRelay(_ reader: inout CanonicalReader) throws(RecordCodingError) -> RelayHop {
  try reader.beginObject()
  try reader.require("outlet")
  var hop = RelayHop(outlet: try reader.identifier())
  hop.published = try reader.optionalTime("published")
  hop.url = try reader.optionalText("url")
  hop.archiveURL = try reader.optionalText("archive_url")
  hop.contentHash = try reader.optionalText("content_hash")
  hop.note = try reader.optionalText("note")
  try reader.endObject()
  return hop
}

func encodeQuantity(
  _ writer: inout JSONWriter, _ quantity: Quantity
) throws(RecordCodingError) {
  writer.beginObject()
  writer.member("minimum", quantity.minimum)
  writer.member("maximum", quantity.maximum)
  writer.member("unit", quantity.unit)
  writer.member("status", quantity.status)
  writer.member("bound", quantity.bound)
  writer.member("scope", quantity.scope)
  writer.member("phrase", optional: quantity.phrase)
  writer.member("cumulative", quantity.isCumulative)
  try writer.member("as_at", quantity.asAt)
  writer.endObject()
}

func decodeQuantity(_ reader: inout CanonicalReader) throws(RecordCodingError) -> Quantity {
  let start = reader.offset
  try reader.beginObject()
  let minimum = try reader.optionalInteger("minimum")
  let maximum = try reader.optionalInteger("maximum")
  try reader.require("unit")
  let unit: CountingUnit = try reader.code()
  try reader.require("status")
  let status: CasualtyStatus = try reader.code()
  try reader.require("bound")
  let bound: Bound = try reader.code()
  try reader.require("scope")
  let scope: QuantityScope = try reader.code()
  let phrase = try reader.optionalText("phrase")
  let isCumulative = try reader.flag("cumulative")
  let asAt = try reader.optionalTime("as_at")
  try reader.endObject()
  guard
    let quantity = Quantity(
      minimum: minimum, maximum: maximum, unit: unit, status: status, bound: bound, scope: scope,
      phrase: phrase, isCumulative: isCumulative, asAt: asAt)
  else { throw .invalid("quantity", offset: start) }
  return quantity
}

func decodePlaceCandidate(
  _ reader: inout CanonicalReader
) throws(RecordCodingError) -> PlaceCandidate {
  try reader.beginObject()
  try reader.require("place")
  let place: PlaceID = try reader.identifier()
  try reader.require("certainty")
  let candidate = PlaceCandidate(place: place, certainty: try reader.code())
  try reader.endObject()
  return candidate
}

func decodeMembership(
  _ reader: inout CanonicalReader
) throws(RecordCodingError) -> IncidentMembership {
  try reader.beginObject()
  try reader.require("incident")
  let incident: IncidentID = try reader.identifier()
  try reader.require("certainty")
  let membership = IncidentMembership(incident: incident, certainty: try reader.code())
  try reader.endObject()
  return membership
}

func encodeEdge(_ writer: inout JSONWriter, _ edge: ClaimEdge) throws(RecordCodingError) {
  writer.beginObject()
  writer.member("kind", edge.kind)
  writer.member("target", edge.target)
  writer.member("certainty", edge.certainty)
  writer.member("note", optional: edge.note)
  writer.endObject()
}

func decodeEdge(_ reader: inout CanonicalReader) throws(RecordCodingError) -> ClaimEdge {
  try reader.beginObject()
  try reader.require("kind")
  let kind: ClaimEdgeKind = try reader.code()
  try reader.require("target")
  let target: ClaimID = try reader.identifier()
  try reader.require("certainty")
  let certainty: Certainty = try reader.code()
  let note = try reader.optionalText("note")
  try reader.endObject()
  return ClaimEdge(kind: kind, target: target, certainty: certainty, note: note)
}

/// Writes where a record came from: its identifier there, then pairs of column and cell.
func encodeOrigin(
  _ writer: inout JSONWriter, _ foreignID: ForeignID?, _ fields: [ForeignField]
) throws(RecordCodingError) {
  if let foreignID {
    writer.key(plain: "foreign_id")
    writer.beginObject()
    writer.member("source", foreignID.source)
    writer.member("id", foreignID.id)
    writer.endObject()
  }
  try writer.list("foreign_fields", fields) { writer, field in
    writer.beginArray()
    writer.string(field.name)
    writer.string(field.value)
    writer.endArray()
  }
}

func decodeForeignID(_ reader: inout CanonicalReader) throws(RecordCodingError) -> ForeignID? {
  guard reader.key("foreign_id") else { return nil }
  try reader.beginObject()
  try reader.require("source")
  let source: SourceID = try reader.identifier()
  try reader.require("id")
  let id = try reader.text()
  try reader.endObject()
  return ForeignID(source: source, id: id)
}

func decodeForeignField(_ reader: inout CanonicalReader) throws(RecordCodingError) -> ForeignField {
  try reader.beginArray()
  let field = ForeignField(name: try reader.text(), value: try reader.text())
  guard reader.endsArray() else { throw .expected("\"]\"", offset: reader.offset) }
  return field
}
