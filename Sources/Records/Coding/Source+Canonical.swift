public import JSONText

extension Source: CanonicalRecord {
  /// Writes the canonical form.
  ///
  /// - Parameter writer: Where to write one JSON object.
  /// - Throws: ``RecordCodingError/unwritable(_:)``.
  public func encode(into writer: inout JSONWriter) throws(RecordCodingError) {
    writer.beginObject()
    writer.member("id", id)
    writer.member("name", name)
    writer.member("kind", kind)
    writer.member("affiliation", affiliation)
    writer.member("language", optional: language)
    try writer.list("judgements", judgements) { writer, judgement in
      writer.beginObject()
      writer.member("reliability", judgement.reliability)
      writer.member("assessor", judgement.assessor)
      writer.member("date", judgement.date.description)
      writer.endObject()
    }
    writer.member("note", optional: note)
    writer.endObject()
  }

  /// Reads one source.
  ///
  /// - Parameter reader: Stands before the source's object.
  /// - Throws: ``RecordCodingError`` with the byte's offset.
  public init(from reader: inout CanonicalReader) throws(RecordCodingError) {
    try reader.beginObject()
    try reader.require("id")
    let id: SourceID = try reader.identifier()
    try reader.require("name")
    let name = try reader.text()
    try reader.require("kind")
    self.init(id: id, name: name, kind: try reader.code())
    affiliation = try reader.optionalIdentifier("affiliation")
    language = try reader.optionalText("language")
    judgements = try reader.list("judgements", of: decodeJudgement)
    note = try reader.optionalText("note")
    try reader.endObject()
  }
}

private func decodeJudgement(
  _ reader: inout CanonicalReader
) throws(RecordCodingError) -> ReliabilityJudgement {
  try reader.beginObject()
  try reader.require("reliability")
  let reliability: SourceReliability = try reader.code()
  try reader.require("assessor")
  let assessor = try reader.text()
  try reader.require("date")
  let judgement = ReliabilityJudgement(
    reliability: reliability, assessor: assessor, date: try reader.day())
  try reader.endObject()
  return judgement
}
