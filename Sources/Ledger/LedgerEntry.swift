import JSONText
public import Records

/// One write to the ledger: who, when, why, what it held, and its link to the write before.
public struct LedgerEntry: Hashable, Sendable {
  /// Its number, from 1 without a gap.
  public var sequence: Int
  /// When it was written, by the writer's clock.
  public var recordedAt: Instant
  /// Who wrote it.
  public var author: String
  /// Why.
  public var reason: String
  /// How many record versions it added; the replacing ones among them.
  public var added: RecordCounts
  /// How many of those took the place of an earlier version.
  public var replacing: RecordCounts
  /// How many records it redacted.
  public var redactionCount: Int
  /// The file that it imported, if any.
  public var origin: ImportOrigin?
  /// SHA-256 over the digests of its record versions and redactions, in the order written.
  public var rowsHash: LedgerDigest
  /// ``hash`` of the entry before; ``LedgerDigest/zero`` for the first.
  public var previousHash: LedgerDigest
  /// SHA-256 of ``previousHash`` and the canonical header.
  public var hash: LedgerDigest
}

/// The file that an import came from.
public struct ImportOrigin: Hashable, Sendable {
  /// The file's name, without its folder.
  public var fileName: String
  /// SHA-256 of the file's bytes.
  public var fileHash: LedgerDigest
  /// The schema that it was read by, such as `ucdp-ged`.
  public var schema: String

  /// Makes an origin.
  ///
  /// - Parameters:
  ///   - fileName: The file's name, without its folder.
  ///   - fileHash: SHA-256 of the file's bytes.
  ///   - schema: The schema that it was read by.
  public init(fileName: String, fileHash: LedgerDigest, schema: String) {
    self.fileName = fileName
    self.fileHash = fileHash
    self.schema = schema
  }
}

extension LedgerEntry {
  /// The bytes that the hash covers, apart from the previous hash.
  var canonicalHeader: [UInt8] {
    var writer = JSONWriter(reserving: 512)
    writer.beginObject()
    writer.key("sequence")
    writer.integer(sequence)
    writer.key("recorded_at")
    writer.string(recordedAt.description)
    writer.key("author")
    writer.string(author)
    writer.key("reason")
    writer.string(reason)
    for (name, counts) in [("added", added), ("replacing", replacing)] {
      writer.key(name)
      writer.beginArray()
      for kind in RecordKind.allCases { writer.integer(counts[kind]) }
      writer.endArray()
    }
    writer.key("redactions")
    writer.integer(redactionCount)
    if let origin {
      writer.key("origin")
      writer.beginArray()
      writer.string(origin.fileName)
      writer.string(origin.fileHash.description)
      writer.string(origin.schema)
      writer.endArray()
    }
    writer.key("rows_hash")
    writer.string(rowsHash.description)
    writer.endObject()
    return writer.takeBytes()
  }

  /// The hash that the entry must carry.
  var computedHash: LedgerDigest {
    LedgerDigest(hashing: previousHash.bytes + canonicalHeader)
  }
}
