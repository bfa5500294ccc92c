public import Records

/// Why the ledger could not do what was asked.
public enum LedgerError: Error, Hashable, Sendable {
  /// A file stands where a new ledger should be made.
  case fileExists(path: String)
  /// There is no file.
  case fileNotFound(path: String)
  /// The file is no ledger.
  case notALedger(path: String)
  /// The ledger was written by another version of the program.
  case unsupportedFormat(found: Int, supported: Int)
  /// The file is no GeoPackage that can be read.
  case notAGeoPackage(path: String, reason: String)
  /// A GeoPackage does not have the layer, or has several and none was named.
  case noLayer(path: String, wanted: String?, layers: [String])
  /// Another process writes to the ledger.
  case lockedByWriter(path: String, process: Int?)
  /// Another process is loading much into the ledger and has it alone until it is done.
  case lockedByLoad(path: String, process: Int)
  /// The ledger was opened for reading.
  case openedReadOnly
  /// A record with this identifier and other content is there already, and the caller wanted that
  /// refused.
  case recordExists(RecordKind, id: String)
  /// Another record came from the same row of the same data set.
  case foreignIDTaken(RecordKind, foreignID: ForeignID, by: String)
  /// The record's content was redacted and may not come back changed.
  case recordRedacted(RecordKind, id: String)
  /// There is no such record.
  case unknownRecord(RecordKind, id: String)
  /// There is no such entry.
  case unknownEntry(Int)
  /// The record cannot be written or read.
  case unreadableRecord(RecordKind, id: String, RecordCodingError)
  /// What is stored contradicts itself.
  case damaged(String)
  /// No room is left.
  case diskFull
  /// The storage failed while it was written to; only a new start can tell what reached the disk.
  case writerStopped
  /// Any other failure of the storage.
  case storage(code: Int, message: String)
}

extension LedgerError: CustomStringConvertible {
  /// One line: what, where, what to do.
  public var description: String {
    switch self {
    case .fileExists(let path): "\(path) exists already; name another file or remove it"
    case .fileNotFound(let path): "there is no ledger at \(path); make one with `sijil init`"
    case .notALedger(let path): "\(path) is not a ledger of Sijil"
    case .unsupportedFormat(let found, let supported):
      "the ledger has format \(found), this program reads format \(supported); use another version"
    case .notAGeoPackage(let path, let reason): "\(path) is no GeoPackage: \(reason)"
    case .noLayer(let path, let wanted, let layers):
      "\(path) has \(wanted.map { "no layer \($0)" } ?? "not one layer of features"); "
        + (layers.isEmpty ? "it has none" : "name one of \(layers.joined(separator: ", "))")
    case .lockedByWriter(let path, let process):
      "another process\(process.map { " (\($0))" } ?? "") is writing to \(path); "
        + "end it first or read only"
    case .lockedByLoad(let path, let process):
      "another process (\(process)) is loading a large file into \(path) alone; "
        + "read it when that is done"
    case .openedReadOnly: "the ledger is open for reading only; open it for writing"
    case .recordExists(let kind, let id): "\(kind.rawValue) \(id) exists with other content"
    case .foreignIDTaken(let kind, let foreignID, let holder):
      "row \(foreignID.id) of \(foreignID.source) is stored as \(kind.rawValue) \(holder) already"
    case .recordRedacted(let kind, let id):
      "\(kind.rawValue) \(id) was redacted; it cannot be stored again"
    case .unknownRecord(let kind, let id): "there is no \(kind.rawValue) \(id) in the ledger"
    case .unknownEntry(let sequence): "the ledger has no entry \(sequence)"
    case .unreadableRecord(let kind, let id, let error): "\(kind.rawValue) \(id): \(error)"
    case .damaged(let what): "the ledger is damaged: \(what); run `sijil doctor`"
    case .diskFull: "no space is left for the ledger; free some and try again"
    case .writerStopped:
      "an earlier write failed and the ledger takes no more; open it again after a check"
    case .storage(let code, let message): "the ledger's storage failed (\(code)): \(message)"
    }
  }
}
