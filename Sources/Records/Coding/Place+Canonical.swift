public import JSONText

extension Place: CanonicalRecord {
  /// Writes the canonical form; the geometry's rings and numbers stay as they are.
  ///
  /// - Parameter writer: Where to write one JSON object.
  /// - Throws: ``RecordCodingError/unwritable(_:)``.
  public func encode(into writer: inout JSONWriter) throws(RecordCodingError) {
    writer.beginObject()
    writer.member("id", id)
    writer.member("kind", kind)
    try writer.list("names", names) { writer, name in
      writer.beginObject()
      writer.member("text", name.text)
      writer.member("language", optional: name.language)
      writer.member("script", name.script)
      writer.member("kind", name.kind)
      writer.endObject()
    }
    writer.member("parent", parent)
    writer.member("bank", bank)
    if let location {
      writer.key("location")
      writer.beginObject()
      writer.key("geometry")
      try writer.canonicalGeometry(location.geometry)
      writer.member("origin", location.origin)
      try writer.member("precision_m", location.precisionMeters)
      writer.member("approximate", location.isApproximate)
      if !location.source.isEmpty { writer.member("source", location.source) }
      writer.endObject()
    }
    writer.member("note", optional: note)
    writer.endObject()
  }

  /// Reads one place.
  ///
  /// - Parameter reader: Stands before the place's object.
  /// - Throws: ``RecordCodingError`` with the byte's offset.
  public init(from reader: inout CanonicalReader) throws(RecordCodingError) {
    try reader.beginObject()
    try reader.require("id")
    let id: PlaceID = try reader.identifier()
    try reader.require("kind")
    self.init(id: id, kind: try reader.code(), names: try reader.list("names", of: decodeName))
    parent = try reader.optionalIdentifier("parent")
    try reader.require("bank")
    bank = try reader.code()
    if reader.key("location") { location = try decodeLocation(&reader) }
    note = try reader.optionalText("note")
    try reader.endObject()
  }
}

private func decodeName(_ reader: inout CanonicalReader) throws(RecordCodingError) -> PlaceName {
  try reader.beginObject()
  try reader.require("text")
  let text = try reader.text()
  let language = try reader.optionalText("language")
  try reader.require("script")
  let script: Script = try reader.code()
  try reader.require("kind")
  let name = PlaceName(text, language: language, script: script, kind: try reader.code())
  try reader.endObject()
  return name
}

private func decodeLocation(
  _ reader: inout CanonicalReader
) throws(RecordCodingError) -> PlaceLocation {
  try reader.beginObject()
  try reader.require("geometry")
  let geometry = try reader.geometry()
  try reader.require("origin")
  let origin: GeometryOrigin = try reader.code()
  try reader.require("precision_m")
  let precision = try reader.number()
  let location = PlaceLocation(
    geometry: geometry, origin: origin, precisionMeters: precision,
    isApproximate: try reader.flag("approximate"), source: try reader.optionalText("source") ?? "")
  try reader.endObject()
  return location
}
