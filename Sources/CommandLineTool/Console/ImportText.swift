import Interchange

/// What came of an import, for people: one line per file, then every refused row.
struct ImportText {
  private let outcome: ImportOutcome

  init(_ outcome: ImportOutcome) { self.outcome = outcome }

  /// Counts go to standard output, refusals to the other stream.
  func write(to console: Console) throws {
    for report in outcome.reports where report.rowsIn > 0 || !report.isAccepted {
      try console.line(
        "\(report.file): \(report.rowsIn) rows = \(report.stored) stored + \(report.refused) refused "
          + "+ \(report.duplicates) duplicates")
      for issue in report.issues { console.note(issue.description) }
      let untold = report.issueCount - report.issues.count
      if untold > 0 { console.note("\(report.file): and \(untold) more refusals") }
    }
  }
}
