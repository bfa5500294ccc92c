/// What became of the rows of one file: ``rowsIn`` = ``stored`` + ``refused`` + ``duplicates``.
public struct ImportReport: Hashable, Sendable {
  /// The file's name.
  public let file: String
  /// Rows read, without the header.
  public private(set) var rowsIn = 0
  /// Rows made into records.
  public private(set) var stored = 0
  /// Rows refused, each with at least one issue.
  public private(set) var refused = 0
  /// Rows whose record the ledger holds already.
  public private(set) var duplicates = 0
  /// What is wrong, in the order of the file; at most ``issueLimit`` are kept.
  public private(set) var issues: [ImportIssue] = []
  /// How many issues there are in all.
  public private(set) var issueCount = 0

  /// How many issues one report keeps.
  public static let issueLimit = 1_000

  /// Makes the report of a file of which nothing was read yet.
  ///
  /// - Parameter file: The file's name.
  public init(file: String) { self.file = file }

  /// Makes the report of a file that was read and checked as a whole.
  init(file: String, rowsIn: Int, refused: Int, duplicates: Int, issues: [ImportIssue]) {
    self.file = file
    self.rowsIn = rowsIn
    self.refused = refused
    self.duplicates = duplicates
    stored = rowsIn - refused - duplicates
    issueCount = issues.count
    self.issues = Array(issues.sorted { $0.row < $1.row }.prefix(Self.issueLimit))
  }

  /// What becomes of one row.
  enum Outcome {
    case stored, refused, duplicate
  }

  /// Counts one row.
  mutating func count(_ outcome: Outcome) {
    rowsIn += 1
    switch outcome {
    case .stored: stored += 1
    case .refused: refused += 1
    case .duplicate: duplicates += 1
    }
  }

  /// Adds what is wrong with a row.
  mutating func add(_ issue: ImportIssue) {
    issueCount += 1
    if issues.count < Self.issueLimit { issues.append(issue) }
  }

  /// Whether every row can be stored.
  public var isAccepted: Bool { issueCount == 0 }

  /// The report once the caller has stored nothing: every row that might have been is refused.
  ///
  /// - Returns: The same counts with nothing stored; the sum stays.
  public func withNothingStored() -> ImportReport {
    var report = self
    report.refused += report.stored
    report.stored = 0
    return report
  }
}

/// What became of one import: a report for each file that was read.
public struct ImportOutcome: Hashable, Sendable {
  /// The reports in the order read.
  public var reports: [ImportReport]

  /// Makes an outcome.
  ///
  /// - Parameter reports: The reports in the order read.
  public init(reports: [ImportReport]) { self.reports = reports }

  /// Whether every row of every file can be stored; if not, nothing should be.
  public var isAccepted: Bool { reports.allSatisfy(\.isAccepted) }
  /// Rows read in all files.
  public var rowsIn: Int { reports.reduce(0) { $0 + $1.rowsIn } }
  /// Rows made into records.
  public var stored: Int { reports.reduce(0) { $0 + $1.stored } }
  /// Rows refused.
  public var refused: Int { reports.reduce(0) { $0 + $1.refused } }
  /// Rows whose record the ledger holds already.
  public var duplicates: Int { reports.reduce(0) { $0 + $1.duplicates } }
  /// The issues of all files.
  public var issues: [ImportIssue] { reports.flatMap(\.issues) }

  /// The outcome once the caller has stored nothing.
  ///
  /// - Returns: The same counts with nothing stored; the sums stay.
  public func withNothingStored() -> ImportOutcome {
    ImportOutcome(reports: reports.map { $0.withNothingStored() })
  }
}
