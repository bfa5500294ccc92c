import Foundation
import Interchange
import Ledger
import Records
import Register

/// A ledger of the peers' incidents in a scratch folder; gone when the value is let go.
final class IncidentStore {
  let path: String
  private let folder: URL
  private static let moment = Instant(secondsSinceEpoch: 1_500_000_000)

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "sijil-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "store.gpkg").path
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The whole store's bytes, in millions.
  var megabytes: Double {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return Double(size ?? 0) / 1e6
  }

  /// Imports incidents as `sijil import --schema incidents-csv` does: one entry, its hash chain,
  /// versions, layers; on the disk and out of the log when it returns.
  func importIncidents(_ file: URL) throws -> RecordCounts {
    let ledger = try Ledger.create(at: path, createdAt: try Self.recordedAt)
    defer { ledger.close() }
    let outcome = try ledger.importFile(
      at: file, schema: .incidentsCSV, author: "bench", reason: "import",
      recordedAt: try Self.recordedAt, alone: true)
    guard outcome.isAccepted else { throw Refused(count: outcome.refused) }
    return try ledger.snapshot().counts
  }

  /// Adds the first of the peers' claims: no schema takes that table, so the records are made here.
  func addClaims(_ file: URL, count: Int) throws {
    let ledger = try Ledger.open(at: path, access: .readWrite)
    defer { ledger.close() }
    try ledger.append(author: "bench", reason: "claims", recordedAt: try Self.recordedAt) {
      var reader = try CSVReader(reading: file)
      let table = try ClaimTable(reader)
      var left = count
      while left > 0, let record = try reader.next() {
        left -= 1
        guard case .row(let row) = record, let claim = table.claim(row) else {
          throw Refused(count: 1)
        }
        try $0.insert(claim)
      }
    }
  }

  /// Rows of the peers' files were refused: the figures would not compare.
  struct Refused: Error {
    var count: Int
  }

  private static var recordedAt: Instant {
    get throws {
      guard let moment else { throw Refused(count: 0) }
      return moment
    }
  }
}

/// The columns of the peers' table of claims.
private struct ClaimTable {
  private let id: Int
  private let incident: Int
  private let date: Int
  private let least: Int
  private let most: Int
  private let claimant: SourceID

  init(_ reader: CSVReader) throws {
    func column(_ name: String) throws -> Int {
      guard let ordinal = reader.ordinal(of: name) else {
        throw PeerFiles.Missing(description: "\(reader.file) has no column \(name)")
      }
      return ordinal
    }
    id = try column("id")
    incident = try column("incident_id")
    date = try column("date")
    least = try column("killed_min")
    most = try column("killed_max")
    guard let claimant = SourceID("peers") else {
      throw PeerFiles.Missing(description: "no source")
    }
    self.claimant = claimant
  }

  func claim(_ row: CSVRow) -> Claim? {
    guard let id = row.text(id).flatMap({ ClaimID($0) }),
      let incident = row.text(incident).flatMap({ IncidentID($0) }),
      let day = row.text(date).flatMap({ CivilDate($0) }),
      let killed = Quantity(
        minimum: row.text(least).flatMap { Int($0) }, maximum: row.text(most).flatMap { Int($0) },
        unit: .persons, status: .killed, bound: .between)
    else { return nil }
    return Claim(
      id: id, claimant: claimant, kinds: [.reportsDeaths], quantities: [killed],
      published: StatedTime(day),
      incidents: [IncidentMembership(incident: incident, certainty: .certain)])
  }
}
