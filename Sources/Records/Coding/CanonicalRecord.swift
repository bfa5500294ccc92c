public import JSONText

/// A record with one canonical JSON form, the bytes that the ledger stores and hashes.
///
/// The form has a fixed order of members, no white space, integers as integers, numbers in their
/// shortest form that reads back the same, times as EDTF or RFC 3339, codes of the vocabularies.
/// A member is left out when its value is unknown, an empty list, an empty text or false; so
/// equal records have equal bytes, and different records have different ones.
///
/// Laws: decoding what was encoded gives an equal record, and encoding that gives equal bytes.
public protocol CanonicalRecord: Hashable, Sendable, Identifiable {
  /// Writes the canonical form.
  ///
  /// - Parameter writer: Where to write one JSON object.
  /// - Throws: ``RecordCodingError/unwritable(_:)`` for a number that is not finite or a time
  ///   whose text would not read back the same.
  /// - Complexity: O(*n*), *n* bytes.
  func encode(into writer: inout JSONWriter) throws(RecordCodingError)

  /// Reads one record.
  ///
  /// - Parameter reader: Stands before the record's object.
  /// - Throws: ``RecordCodingError`` with the byte's offset.
  init(from reader: inout CanonicalReader) throws(RecordCodingError)
}

extension CanonicalRecord {
  /// The canonical form.
  ///
  /// - Returns: UTF-8.
  /// - Throws: ``RecordCodingError/unwritable(_:)``.
  public func canonicalJSON() throws(RecordCodingError) -> [UInt8] {
    var writer = JSONWriter(reserving: 512)
    try encode(into: &writer)
    return writer.takeBytes()
  }

  /// Reads a record from its canonical form; any other form is refused.
  ///
  /// - Parameter bytes: UTF-8; nothing may follow the record.
  /// - Throws: ``RecordCodingError`` with the byte's offset.
  /// - Complexity: O(*n*), *n* bytes.
  public init(canonicalJSON bytes: UnsafeBufferPointer<UInt8>) throws(RecordCodingError) {
    var reader = CanonicalReader(bytes)
    try self.init(from: &reader)
    try reader.end()
  }

  /// Reads a record from its canonical form; any other form is refused.
  ///
  /// - Parameter bytes: UTF-8; nothing may follow the record.
  /// - Throws: ``RecordCodingError`` with the byte's offset.
  public init(canonicalJSON bytes: [UInt8]) throws(RecordCodingError) {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(RecordCodingError) in try Self(canonicalJSON: buffer) }
    }
    self = try result.get()
  }
}
