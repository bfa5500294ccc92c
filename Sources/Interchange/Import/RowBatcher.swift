import Records
import SimpleFeatures

/// Takes rows of any file one by one, maps them and hands their records over batch by batch.
///
/// Once a row has an issue no further batch is handed over, but counting goes on.
struct RowBatcher<Mapping: RowMapping, Sink: RecordSink> {
  /// Takes a batch, never empty, and the progress so far.
  typealias Taking = (Sink, ImportProgress) throws -> Void

  private var mapping: Mapping
  private let size: Int
  private var columns = ForeignColumns<Mapping.Column>([])
  private var batch = Sink()
  private var rows = 0
  private(set) var report: ImportReport
  /// How much of the file has been read; the reader's to set.
  var bytes = (read: 0, total: 0)

  init(_ mapping: Mapping, into _: Sink.Type, file: String, size: Int) {
    self.mapping = mapping
    self.size = size
    report = ImportReport(file: file)
  }

  /// Maps one row.
  ///
  /// - Parameters:
  ///   - cells: Its cells.
  ///   - names: The columns; rows of one file may have different ones.
  ///   - geometry: Where the row lies, in files that say so outside the cells.
  ///   - onBatch: Takes a full batch.
  /// - Throws: What `onBatch` and the batch throw.
  mutating func take(
    _ cells: CSVRow, columns names: [String], geometry: Geometry? = nil, _ onBatch: Taking
  ) throws {
    if columns.names != names { columns = mapping.columns(named: names) }
    var row = ForeignRow(file: report.file, row: cells, columns: columns, geometry: geometry)
    let outcome = try mapping.map(&row, into: &batch)
    for issue in row.issues { report.add(issue) }
    report.count(row.isSound ? outcome : .refused)
    rows += 1
    guard rows == size else { return }
    try handOver(onBatch)
    batch = Sink(roomOf: batch)
    rows = 0
  }

  /// Counts a row that could not be read.
  mutating func refuse(_ issue: ImportIssue) {
    report.add(issue)
    report.count(.refused)
  }

  /// Hands the last batch over.
  mutating func finish(_ onBatch: Taking) throws -> ImportOutcome {
    try handOver(onBatch)
    return ImportOutcome(reports: [report])
  }

  private func handOver(_ onBatch: Taking) throws {
    guard report.isAccepted, !batch.isEmpty else { return }
    try onBatch(
      batch,
      ImportProgress(bytesRead: bytes.read, bytesTotal: bytes.total, rowsIn: report.rowsIn))
  }
}
