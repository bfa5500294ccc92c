import GRDB
import Records
import SimpleFeatures

// The versions of one kind, current and replaced, in the order of their numbers.
extension Verifier {
  mutating func checkRows<Record: LedgerRecord>(of type: Record.Type) throws {
    let kind = Record.recordKind
    let columns = LedgerSchema.columns(of: kind).map(\.name) + (kind.isLayer ? ["geom"] : [])
    let rows = try PreparedStatement(
      """
      SELECT fid, id, recorded_entry, redacted_entry, hash, record, 1, \
      \(columns.joined(separator: ", ")) FROM \(kind.table)
      UNION ALL
      SELECT fid, id, recorded_entry, redacted_entry, hash, record, 0, \
      \(columns.map { _ in "NULL" }.joined(separator: ", ")) FROM \(kind.historyTable)
      ORDER BY fid
      """, in: database)
    defer { rows.reset() }
    var checker = try RowChecker<Record>(database, columns: columns)
    var last = 0
    var position = EntryPosition(entries: entries, kind: kind)
    while try rows.next() {
      let row = StoredRow(rows, hasColumns: rows.integer(6) == 1)
      if row.fid != last + 1 {
        report(
          row.fid == last ? .versionRepeated : .versionsMissing(row.fid - last - 1),
          entry: row.entry, kind.table, id: row.id)
      }
      last = row.fid
      versions[kind] += 1
      checkEntry(of: row, kind, &position)
      let faults = try checker.faults(in: row, rows, redactions[kind]?[row.id])
      for fault in faults { report(fault, entry: row.entry, kind.table, id: row.id) }
    }
    linkCount += checker.linkCount
    if position.end > last {
      report(.versionsMissing(position.end - last), kind.table)
    }
  }

  private mutating func checkEntry(
    of row: StoredRow, _ kind: RecordKind, _ position: inout EntryPosition
  ) {
    guard let index = position.entry(ofVersion: row.fid) else {
      report(.belongsToNoEntry, entry: row.entry, kind.table, id: row.id)
      return
    }
    let expected = entries[index].sequence
    if row.entry != expected {
      report(
        .wrongEntry(stated: row.entry, expected: expected), entry: expected, kind.table, id: row.id)
    }
    if let hash = row.hash { hashers[index].add(hash, of: kind) }
  }
}

/// A version's row, without the columns that only current ones have.
struct StoredRow {
  let fid: Int
  let id: String
  let entry: Int
  let redactedEntry: Int?
  let hash: LedgerDigest?
  let hasColumns: Bool

  init(_ row: PreparedStatement, hasColumns: Bool) {
    fid = row.integer(0)
    id = row.text(1)
    entry = row.integer(2)
    redactedEntry = row.isNull(3) ? nil : row.integer(3)
    hash = row.digest(4)
    self.hasColumns = hasColumns
  }
}

/// Tells which entry wrote a version: an entry's versions are a run of numbers.
struct EntryPosition {
  private let ends: [Int]
  private var index = 0

  init(entries: [LedgerEntry], kind: RecordKind) {
    var end = 0
    ends = entries.map { entry in
      // A damaged count must not overflow.
      end = end.addingReportingOverflow(max(0, entry.added[kind])).partialValue
      return end
    }
  }

  /// The last version that an entry counts.
  var end: Int { ends.last ?? 0 }

  /// The index of the entry; versions are asked for in order.
  mutating func entry(ofVersion fid: Int) -> Int? {
    while index < ends.count, ends[index] < fid { index += 1 }
    return index < ends.count ? index : nil
  }
}

/// Holds one kind's rows against their content.
struct RowChecker<Record: LedgerRecord> {
  private let columns: [String]
  private var resolver: PointResolver
  private let membership: PreparedStatement
  private let dependency: PreparedStatement
  /// How many links between claims and incidents the content asks for.
  private(set) var linkCount = 0

  init(_ database: Database, columns: [String]) throws {
    self.columns = columns
    resolver = try PointResolver(database)
    membership = try PreparedStatement(
      "SELECT 1 FROM claim_incidents WHERE incident = ? AND claim_fid = ?", in: database)
    dependency = try PreparedStatement(
      "SELECT 1 FROM location_places WHERE place = ? AND kind = ? AND fid = ?", in: database)
  }

  mutating func faults(
    in row: StoredRow, _ values: PreparedStatement, _ redaction: Redaction?
  ) throws -> [LedgerFault] {
    let bytes = values.bytes(5)
    if redaction != nil || row.redactedEntry != nil {
      return redactionFaults(in: row, values, redaction)
    }
    guard let hash = row.hash, LedgerDigest(hashing: UnsafeRawBufferPointer(bytes)) == hash else {
      return [.contentChanged]
    }
    let record: Record
    do {
      record = try Record(canonicalJSON: bytes)
    } catch {
      return [.contentUnreadable(error.description)]
    }
    var faults: [LedgerFault] = record.id.text == row.id ? [] : [.identifierDiffers]
    faults += try linkFaults(of: record, row)
    if row.hasColumns { faults += try columnFaults(of: record, row, values) }
    return faults
  }

  private func redactionFaults(
    in row: StoredRow, _ values: PreparedStatement, _ redaction: Redaction?
  ) -> [LedgerFault] {
    guard let redaction, row.redactedEntry == redaction.entry,
      Array(values.bytes(5)) == redaction.tombstone
    else { return [.redactionDiffers] }
    let isCleared = columns.indices.allSatisfy { values.isNull(Int32(7 + $0)) }
    return isCleared ? [] : [.redactionDiffers]
  }

  private mutating func columnFaults(
    of record: Record, _ row: StoredRow, _ values: PreparedStatement
  ) throws -> [LedgerFault] {
    resolver.placesAsked.removeAll(keepingCapacity: true)
    let point: LayerPoint?
    switch record {
    case let incident as Incident: point = try resolver.point(of: incident)
    case let claim as Claim: point = try resolver.point(of: claim)
    default: point = nil
    }
    var faults: [LedgerFault] = []
    for (index, value) in record.columnValues(at: point).enumerated()
    where values.value(Int32(7 + index)) != value {
      faults.append(.columnDiffers(columns[index]))
    }
    if Record.recordKind.isLayer {
      let geometry = record.ownGeometry ?? point.map { .point($0.position) }
      let expected = geometry.map { ColumnValue.blob(GeoPackageGeometry.encode($0)) } ?? .null
      if values.value(Int32(6 + columns.count)) != expected { faults.append(.geometryDiffers) }
    }
    for place in resolver.placesAsked {
      dependency.bind(place.text, at: 1)
      dependency.bind(Record.recordKind.number, at: 2)
      dependency.bind(row.fid, at: 3)
      if try !isFound(dependency) { faults.append(.dependencyMissing(place: place.text)) }
    }
    return faults
  }

  private mutating func linkFaults(of record: Record, _ row: StoredRow) throws -> [LedgerFault] {
    guard let claim = record as? Claim else { return [] }
    let incidents = Set(claim.incidents.map(\.incident))
    linkCount += incidents.count
    for incident in incidents {
      membership.bind(incident.text, at: 1)
      membership.bind(row.fid, at: 2)
      if try !isFound(membership) { return [.membershipsDiffer] }
    }
    return []
  }

  private func isFound(_ statement: PreparedStatement) throws -> Bool {
    defer { statement.reset() }
    return try statement.next()
  }
}
