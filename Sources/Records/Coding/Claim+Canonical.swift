public import JSONText

extension Claim: CanonicalRecord {
  /// Writes the canonical form.
  ///
  /// - Parameter writer: Where to write one JSON object.
  /// - Throws: ``RecordCodingError/unwritable(_:)``.
  public func encode(into writer: inout JSONWriter) throws(RecordCodingError) {
    writer.beginObject()
    writer.member("id", id)
    writer.member("claimant", claimant)
    try writer.list("relays", relays, encodeRelay)
    try writer.list("kinds", kinds) { writer, kind in writer.string(kind.code) }
    writer.member("polarity", polarity)
    writer.member("modality", modality)
    writer.member("hand", hand)
    if !statement.isEmpty { writer.member("statement", statement) }
    try writer.list("quantities", quantities, encodeQuantity)
    writer.member("place_as_stated", optional: placeAsStated)
    try writer.list("place_candidates", placeCandidates) { writer, candidate in
      writer.beginObject()
      writer.member("place", candidate.place)
      writer.member("certainty", candidate.certainty)
      writer.endObject()
    }
    try writer.member("event_time", eventTime)
    try writer.member("uttered", uttered)
    try writer.member("published", published)
    try writer.list("incidents", incidents) { writer, membership in
      writer.beginObject()
      writer.member("incident", membership.incident)
      writer.member("certainty", membership.certainty)
      writer.endObject()
    }
    try writer.list("edges", edges, encodeEdge)
    try writer.list("attributed_to", attributedTo) { writer, name in writer.string(name) }
    writer.member("grade", grade)
    writer.member("verdict", verdict)
    try encodeOrigin(&writer, foreignID, foreignFields)
    writer.member("note", optional: note)
    writer.endObject()
  }

  /// Reads one claim.
  ///
  /// - Parameter reader: Stands before the claim's object.
  /// - Throws: ``RecordCodingError`` with the byte's offset.
  public init(from reader: inout CanonicalReader) throws(RecordCodingError) {
    try reader.beginObject()
    try reader.require("id")
    let id: ClaimID = try reader.identifier()
    try reader.require("claimant")
    let claimant: SourceID = try reader.identifier()
    let relays = try reader.list("relays", of: decodeRelay)
    let kinds = try reader.list("kinds") { reader throws(RecordCodingError) -> ClaimKind in
      try reader.code()
    }
    try reader.require("polarity")
    let polarity: Polarity = try reader.code()
    try reader.require("modality")
    let modality: Modality = try reader.code()
    try reader.require("hand")
    let hand: Hand = try reader.code()
    // Made in one go: setting twenty parts one by one counts as many references twice.
    self.init(
      id: id, claimant: claimant, relays: relays, kinds: kinds, polarity: polarity,
      modality: modality, hand: hand, statement: try reader.optionalText("statement") ?? "",
      quantities: try reader.list("quantities", of: decodeQuantity),
      placeAsStated: try reader.optionalText("place_as_stated"),
      placeCandidates: try reader.list("place_candidates", of: decodePlaceCandidate),
      eventTime: try reader.optionalTime("event_time"),
      uttered: try reader.optionalTime("uttered"),
      published: try reader.optionalTime("published"),
      incidents: try reader.list("incidents", of: decodeMembership),
      edges: try reader.list("edges", of: decodeEdge),
      attributedTo: try reader.list("attributed_to") { reader throws(RecordCodingError) in
        try reader.text()
      }, grade: try reader.optionalCode("grade"), verdict: try reader.optionalCode("verdict"),
      foreignID: try decodeForeignID(&reader),
      foreignFields: try reader.list("foreign_fields", of: decodeForeignField),
      note: try reader.optionalText("note"))
    try reader.endObject()
  }
}
