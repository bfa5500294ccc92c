import Foundation
import JSONText
public import Records
import SimpleFeatures

// Features of layers, which come with a geometry beside their fields.
extension RecordImporter {
  /// Takes one feature after another from whoever can read the file, batch by batch.
  ///
  /// - Parameters:
  ///   - features: Calls its argument for each feature, with what is wrong where one cannot be read.
  ///   - file: The file's name.
  ///   - fields: Which fields say what.
  ///   - known: What the ledger holds already.
  ///   - sink: What takes the records of a batch.
  ///   - batchSize: Features a batch holds at most.
  ///   - onBatch: Takes a batch, never empty, and the progress so far.
  /// - Throws: What `features` and `onBatch` throw.
  /// - Returns: The counts and the issues.
  public static func read<Sink: RecordSink>(
    features: ((FeatureFinding) throws -> Void) throws -> Void, file: String,
    fields: IncidentFields = .exported, known: KnownRecords = .none, into sink: Sink.Type,
    batchSize: Int = 5_000, onBatch: (Sink, ImportProgress) throws -> Void
  ) throws -> ImportOutcome {
    let mapping = IncidentsMapping(known: known, file: file, fields: fields)
    var batcher = RowBatcher(mapping, into: sink, file: file, size: batchSize)
    // Both closures end with this call; the compiler takes one inside the other for re-entrance.
    try withoutActuallyEscaping(onBatch) { onBatch in
      try features { finding in try batcher.take(finding, onBatch) }
    }
    return try batcher.finish(onBatch)
  }

  /// A feature, or why it could not be read.
  public enum FeatureFinding: Sendable {
    /// A feature.
    case feature(ForeignFeature)
    /// What is wrong with the feature of a number.
    case refused(number: Int, field: String?, reason: String)
  }

  static func readGeoJSON<Sink: RecordSink>(
    _ file: URL, _ mapping: IncidentsMapping, _ batchSize: Int,
    _ onBatch: (Sink, ImportProgress) throws -> Void
  ) throws -> ImportOutcome {
    var chunks = try ByteChunks(reading: file)
    var batcher = RowBatcher(
      mapping, into: Sink.self, file: file.lastPathComponent, size: batchSize)
    batcher.bytes.total = chunks.total
    var splitter = FeatureSplitter()
    func drain() throws {
      do {
        while let piece = try splitter.next() {
          guard case .feature(let record) = piece else { continue }
          try batcher.take(FeatureFinding(record), onBatch)
        }
      } catch let error as FeatureStreamError {
        throw InterchangeError.brokenStream(file: file.lastPathComponent, error)
      }
    }
    while let chunk = try chunks.next() {
      batcher.bytes.read += chunk.count
      splitter.feed(chunk)
      try drain()
    }
    splitter.finish()
    try drain()
    return try batcher.finish(onBatch)
  }

  static func readFlatGeobuf<Sink: RecordSink>(
    _ file: URL, _ mapping: IncidentsMapping, _ batchSize: Int,
    _ onBatch: (Sink, ImportProgress) throws -> Void
  ) throws -> ImportOutcome {
    var batcher = RowBatcher(
      mapping, into: Sink.self, file: file.lastPathComponent, size: batchSize)
    do {
      var reader = try FlatGeobufReader(reading: file, altitude: .dropped)
      let names = reader.header.columns.map(\.name)
      var number = 0
      while let feature = try reader.next() {
        number += 1
        try batcher.take(
          .feature(ForeignFeature(feature, names: names, number: number)), onBatch)
      }
    } catch let error as FlatGeobufError {
      throw InterchangeError.flatGeobuf(file: file.lastPathComponent, error)
    }
    return try batcher.finish(onBatch)
  }
}

extension RecordImporter.FeatureFinding {
  /// Reads what was cut out of a stream.
  init(_ record: FeatureRecord) {
    do {
      self = .feature(try ForeignFeature(record.parsed(), number: record.index))
    } catch let error as SimpleFeaturesError {
      self = .refused(
        number: record.index, field: "geometry", reason: "at byte \(record.offset): \(error)")
    } catch let error as FeatureStreamError {
      self = .refused(number: record.index, field: nil, reason: error.description)
    } catch {
      self = .refused(number: record.index, field: nil, reason: "\(error)")
    }
  }
}

extension RowBatcher {
  /// Maps a feature, or counts one that could not be read.
  mutating func take(_ finding: RecordImporter.FeatureFinding, _ onBatch: Taking) throws {
    switch finding {
    case .feature(let feature):
      guard let row = feature.row else {
        return refuse(
          ImportIssue(file: file, row: feature.number, reason: "a text holds a zero byte"))
      }
      try take(row, columns: feature.names, geometry: feature.geometry, onBatch)
    case .refused(let number, let field, let reason):
      refuse(ImportIssue(file: file, row: number, column: field, reason: reason))
    }
  }

  private var file: String { report.file }
}
