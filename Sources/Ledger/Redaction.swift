import GRDB
import JSONText

/// A record whose content was taken out.
public struct Redaction: Hashable, Sendable {
  /// The entry that took it out.
  public var entry: Int
  /// The kind of record.
  public var kind: RecordKind
  /// The record's identifier, which stays.
  public var id: String
  /// The entry that first recorded it.
  public var firstEntry: Int
  /// Why it was taken out.
  public var reason: String
}

extension Redaction {
  /// What stands where the record's content was.
  var tombstone: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("redacted")
    writer.integer(entry)
    writer.key("reason")
    writer.string(reason)
    writer.endObject()
    return writer.takeBytes()
  }

  /// The digest by which the redaction enters the chain.
  var digest: LedgerDigest {
    var writer = JSONWriter()
    writer.beginArray()
    writer.string(kind.rawValue)
    writer.string(id)
    writer.integer(firstEntry)
    writer.string(reason)
    writer.endArray()
    return LedgerDigest(hashing: writer.takeBytes())
  }

  static func all(in database: Database) throws -> [Redaction] {
    let statement = try PreparedStatement(
      "SELECT entry, kind, id, first_entry, reason FROM ledger_redactions ORDER BY number",
      in: database)
    defer { statement.reset() }
    var redactions: [Redaction] = []
    while try statement.next() {
      let number = statement.integer(1)
      guard let kind = RecordKind.allCases.first(where: { $0.number == number }) else {
        throw LedgerError.damaged("a redaction names no kind of record")
      }
      redactions.append(
        Redaction(
          entry: statement.integer(0), kind: kind, id: statement.text(2),
          firstEntry: statement.integer(3), reason: statement.text(4)))
    }
    return redactions
  }
}

extension LedgerSnapshot {
  /// What was taken out of the records that the snapshot would hold, whenever that was done.
  ///
  /// - Returns: Redactions in the order made.
  /// - Throws: ``LedgerError``.
  public func redactions() throws -> [Redaction] {
    try storing {
      try ledger.readers.read { try Redaction.all(in: $0) }.filter { $0.firstEntry <= sequence }
    }
  }
}
