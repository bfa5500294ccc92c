/// What to do when a record with the same identifier and other content is stored already.
public enum InsertionPolicy: Hashable, Sendable {
  /// Store a new version; the old one stays in the history.
  case replace
  /// Leave the stored one.
  case keep
  /// Refuse with ``LedgerError/recordExists(_:id:)``.
  case refuse
}

/// What became of a record.
public enum InsertionOutcome: Hashable, Sendable {
  /// It is new.
  case stored
  /// It took the place of an earlier version.
  case replaced
  /// The same content was there already.
  case duplicate
  /// Other content was there already and was left.
  case kept
}

/// What an append did.
public struct LedgerReceipt: Hashable, Sendable {
  /// The entry, or `nil` when nothing was new: then the ledger is as before.
  public var entry: LedgerEntry?
  /// Records that were new.
  public var stored: RecordCounts
  /// Records that took the place of an earlier version.
  public var replaced: RecordCounts
  /// Records that were there already.
  public var duplicates: RecordCounts
  /// Records left out because other content stands, by ``InsertionPolicy/keep``.
  public var kept: RecordCounts
}
