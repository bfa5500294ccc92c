/// Why a file could not be read or written as a whole.
///
/// Faults of single rows are no errors: they are collected as ``ImportIssue``s.
public enum InterchangeError: Error, Hashable, Sendable {
  /// The file cannot be opened or read.
  case unreadable(file: String, reason: String)
  /// The file has no first line to name its columns.
  case noHeader(file: String)
  /// The first line is no well-formed row.
  case malformedHeader(file: String, CSVFault.Reason)
  /// The first line names other columns than the schema does.
  case wrongColumns(file: String, missing: [String], unknown: [String], repeated: [String])
  /// A row is longer than the limit; it was not read to its end.
  case rowTooLong(file: String, line: Int, limit: Int)
  /// The columns are those of no table of the `sijil-csv` schema.
  case unknownTable(file: String, columns: [String])
  /// A folder holds no table of the `sijil-csv` schema.
  case noTables(folder: String)
  /// A schema that reads one file was given a folder.
  case folderNotTaken(folder: String, schema: ImportSchema)
  /// A mapping file says something that is not understood.
  case badMapping(file: String, reason: String)
  /// A stream of features breaks off, or is none.
  case brokenStream(file: String, FeatureStreamError)
  /// A FlatGeobuf file is broken.
  case flatGeobuf(file: String, FlatGeobufError)
  /// A GeoPackage has to be opened by whoever can.
  case notRead(file: String, schema: ImportSchema)
}

extension InterchangeError: CustomStringConvertible {
  /// One line: what is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
    case .noHeader(let file):
      "\(file): is empty; its first line must name the columns"
    case .malformedHeader(let file, let reason): "\(file): line 1: \(reason)"
    case .wrongColumns(let file, let missing, let unknown, let repeated):
      "\(file): line 1: "
        + [("missing", missing), ("unknown", unknown), ("repeated", repeated)]
        .filter { !$0.1.isEmpty }
        .map { "\($0.0) column\($0.1.count == 1 ? "" : "s") \($0.1.joined(separator: ", "))" }
        .joined(separator: "; ")
    case .rowTooLong(let file, let line, let limit):
      "\(file): line \(line): the row is longer than \(limit) bytes; is a quote left open?"
    case .unknownTable(let file, let columns):
      "\(file): line 1: no table of sijil-csv has the columns \(columns.joined(separator: ", "));"
        + " tables: \(SijilTable.allCases.map(\.fileName).joined(separator: ", "))"
    case .noTables(let folder):
      "\(folder): holds no table of sijil-csv, such as \(SijilTable.incidents.fileName)"
    case .folderNotTaken(let folder, let schema):
      "\(folder): is a folder; --schema \(schema.rawValue) reads one file"
    case .badMapping(let file, let reason): "\(file): no mapping: \(reason)"
    case .brokenStream(let file, let error): "\(file): \(error)"
    case .flatGeobuf(let file, let error): "\(file): \(error)"
    case .notRead(let file, let schema):
      "\(file): \(schema.rawValue) is not read here"
    }
  }
}
