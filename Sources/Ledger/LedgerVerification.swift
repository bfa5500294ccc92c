/// What a verification found.
public struct LedgerVerification: Hashable, Sendable {
  /// How many entries were checked.
  public var entryCount: Int
  /// How many record versions were checked, replaced ones included.
  public var versions: RecordCounts
  /// The last entry's number and hash, to be kept elsewhere: a chain alone cannot show that its
  /// end was cut off.
  public var head: LedgerAnchor?
  /// Every contradiction, in the order found; empty when all is sound.
  public var problems: [LedgerProblem]

  /// Whether nothing was found.
  public var isSound: Bool { problems.isEmpty }
}

/// A point of the chain that was noted outside the ledger.
public struct LedgerAnchor: Hashable, Sendable {
  /// The entry's number.
  public var sequence: Int
  /// The entry's hash.
  public var hash: LedgerDigest

  /// Makes an anchor.
  ///
  /// - Parameters:
  ///   - sequence: The entry's number.
  ///   - hash: The entry's hash.
  public init(sequence: Int, hash: LedgerDigest) {
    self.sequence = sequence
    self.hash = hash
  }
}

/// One contradiction in what a ledger holds, and where it shows.
public struct LedgerProblem: Hashable, Sendable {
  /// The entry concerned, where it can be told.
  public var entry: Int?
  /// The table.
  public var table: String
  /// The record's identifier or the row's number, where it can be told.
  public var id: String?
  /// What is wrong.
  public var fault: LedgerFault
}

/// The rule that stored data breaks.
public enum LedgerFault: Hashable, Sendable {
  /// An entry is missing before this one.
  case entryMissing
  /// The entry's header is not what its hash was computed from.
  case entryChanged
  /// The entry does not follow from the one before.
  case chainBroken
  /// The entry's records are not those that it was made with.
  case rowsChanged
  /// The entry counts another number of replaced records.
  case replacedCountDiffers(stated: Int, found: Int)
  /// The ledger ends before a point of the chain that was noted outside.
  case endsBeforeAnchor
  /// The ledger holds another entry at a point of the chain that was noted outside.
  case differsFromAnchor
  /// Versions are missing before this row.
  case versionsMissing(Int)
  /// The version stands twice.
  case versionRepeated
  /// The row belongs to no entry.
  case belongsToNoEntry
  /// The row names another entry than the one that wrote it.
  case wrongEntry(stated: Int, expected: Int)
  /// The content is not what the row's digest was computed from.
  case contentChanged
  /// The content is no record.
  case contentUnreadable(String)
  /// The identifier is not the content's.
  case identifierDiffers
  /// A column is not what the content says.
  case columnDiffers(String)
  /// The geometry is not what the content says.
  case geometryDiffers
  /// The row names another entry as the one that replaced it.
  case wrongReplacement(stated: Int, expected: Int?)
  /// A record stands twice among the current ones, or stands there and is older than its history.
  case notCurrent
  /// The redaction and the row contradict each other.
  case redactionDiffers
  /// The table of claims by incident lacks a link, or has one too many.
  case membershipsDiffer
  /// The table of records by place lacks a link.
  case dependencyMissing(place: String)
  /// The layer's extent is not that of its geometries.
  case extentDiffers
  /// The spatial index lacks a row, has one too many or a wrong box.
  case spatialIndexDiffers
  /// The table, index or trigger is not as the ledger makes it.
  case schemaDiffers
  /// The storage reports damage.
  case storageDamaged(String)
}

extension LedgerProblem: CustomStringConvertible {
  /// One line: where, then what.
  public var description: String {
    let place = [entry.map { "entry \($0)" }, table, id].compactMap { $0 }.joined(separator: ", ")
    return "\(place): \(fault)"
  }
}

extension LedgerFault: CustomStringConvertible {
  /// The contradiction in words.
  public var description: String {
    switch self {
    case .entryMissing: "an entry is missing before it"
    case .entryChanged: "its header is not what its hash was computed from"
    case .chainBroken: "it does not follow from the entry before"
    case .rowsChanged: "its records are not those it was made with"
    case .replacedCountDiffers(let stated, let found):
      "it says that it replaced \(stated) records, \(found) were"
    case .endsBeforeAnchor: "the ledger ends before the noted entry"
    case .differsFromAnchor: "the noted entry was another one"
    case .versionsMissing(let count): "\(count) versions are missing before it"
    case .versionRepeated: "the version stands twice"
    case .belongsToNoEntry: "it belongs to no entry"
    case .wrongEntry(let stated, let expected): "it names entry \(stated), written by \(expected)"
    case .contentChanged: "its content is not what its digest was computed from"
    case .contentUnreadable(let why): "its content is no record: \(why)"
    case .identifierDiffers: "its identifier is not the content's"
    case .columnDiffers(let column): "column \(column) is not what the content says"
    case .geometryDiffers: "its geometry is not what the content says"
    case .wrongReplacement(let stated, let expected):
      "it names entry \(stated) as replacing it, "
        + (expected.map { "it was entry \($0)" } ?? "none did")
    case .notCurrent: "it is older than a version in the history"
    case .redactionDiffers: "it contradicts the list of redactions"
    case .membershipsDiffer: "the table of claims by incident contradicts it"
    case .dependencyMissing(let place): "its dependence on place \(place) is not noted"
    case .extentDiffers: "its extent is not that of its geometries"
    case .spatialIndexDiffers: "its spatial index contradicts the geometries"
    case .schemaDiffers: "it is not as the ledger makes it"
    case .storageDamaged(let message): message
    }
  }
}
