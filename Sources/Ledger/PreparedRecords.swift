import JSONText
public import Records

/// What was made of one record; the bytes belong to the batch.
///
/// The record itself goes beside it, for in a structure it would be copied, and every text and
/// list in it counted.
struct PreparedRow {
  let bytes: UnsafeBufferPointer<UInt8>
  let digest: LedgerDigest
}

/// Records with their canonical bytes and digests: all of storing that needs no database.
///
/// Making them takes about as long as writing them, so a bulk import makes the next batch on one
/// core while the last is written on another.
public struct PreparedRecords: Sendable {
  /// The records of one kind; the bytes of one follow those of the one before.
  struct Rows<Record: LedgerRecord>: Sendable {
    let records: [Record]
    let ends: [Int]
    let digests: [LedgerDigest]
    let bytes: [UInt8]

    init(_ records: [Record]) throws(LedgerError) {
      var writer = JSONWriter(reserving: 512 * records.count)
      var ends: [Int] = []
      var digests: [LedgerDigest] = []
      ends.reserveCapacity(records.count)
      digests.reserveCapacity(records.count)
      for record in records {
        let start = writer.bytes.count
        do {
          try record.encode(into: &writer)
        } catch {
          throw LedgerError.unreadableRecord(Record.recordKind, id: record.id.text, error)
        }
        writer.endText()
        let digest = writer.bytes.withUnsafeBytes {
          LedgerDigest(hashing: UnsafeRawBufferPointer(rebasing: $0[start...]))
        }
        digests.append(digest)
        ends.append(writer.bytes.count)
      }
      self.records = records
      self.ends = ends
      self.digests = digests
      bytes = writer.takeBytes()
    }

    /// Visits each record with what was made of it.
    func forEach(_ body: (Record, PreparedRow) throws -> Void) throws {
      try bytes.withUnsafeBufferPointer { bytes in
        var start = 0
        for (index, record) in records.enumerated() {
          try body(
            record,
            PreparedRow(
              bytes: UnsafeBufferPointer(rebasing: bytes[start..<ends[index]]),
              digest: digests[index]))
          start = ends[index]
        }
      }
    }
  }

  let sources: Rows<Source>
  let places: Rows<Place>
  let incidents: Rows<Incident>
  let claims: Rows<Claim>

  /// Encodes and hashes the records of a batch.
  ///
  /// - Parameter batch: The records.
  /// - Throws: ``LedgerError/unreadableRecord(_:id:_:)`` for one that has no canonical form.
  /// - Complexity: O(*n*), *n* bytes.
  public init(_ batch: RecordBatch) throws(LedgerError) {
    sources = try Rows(batch.sources)
    places = try Rows(batch.places)
    incidents = try Rows(batch.incidents)
    claims = try Rows(batch.claims)
  }
}

extension LedgerAppender {
  /// Stores prepared records, those that others refer to first.
  ///
  /// - Parameters:
  ///   - prepared: The records.
  ///   - policy: What to do about other content under the same identifier.
  /// - Throws: ``LedgerError``.
  public mutating func insert(
    _ prepared: PreparedRecords, policy: InsertionPolicy = .replace
  ) throws {
    try prepared.sources.forEach { try insert($0, $1, policy) }
    try prepared.places.forEach { try insert($0, $1, policy) }
    try prepared.incidents.forEach { try insert($0, $1, policy) }
    try prepared.claims.forEach { try insert($0, $1, policy) }
  }
}
