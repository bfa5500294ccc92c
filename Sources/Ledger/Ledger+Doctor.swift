import GRDB

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Ledger {
  /// Looks at everything that can go wrong with a ledger: storage, schema, chain, copies,
  /// references, spatial indexes, GeoPackage metadata, log and lock.
  ///
  /// - Parameter anchor: An entry noted outside the ledger, to find an end that was cut off.
  /// - Returns: At least one line for each subject, the sound ones too.
  /// - Throws: ``LedgerError`` when the file cannot be read at all.
  /// - Complexity: O(*n* log *n*), *n* versions.
  public func examine(anchor: LedgerAnchor? = nil) throws -> [LedgerFinding] {
    let verification = try verify(anchor: anchor)
    var findings = Ledger.findings(from: verification)
    try storing {
      try readers.read { database in
        findings += try Ledger.referenceFindings(in: database)
        findings += try Ledger.indexFindings(in: database)
        findings += try Ledger.packageFindings(in: database)
      }
    }
    findings.append(logFinding)
    findings.append(lockFinding)
    return findings
  }

  /// Sorts a verification's problems by subject.
  private static func findings(from verification: LedgerVerification) -> [LedgerFinding] {
    var findings = verification.problems.map {
      LedgerFinding(subject: $0.fault.subject, severity: .damage, detail: $0.description)
    }
    let sound: [(LedgerFinding.Subject, String)] = [
      (.storage, "every page and index reads well"),
      (.schema, "tables, indexes and triggers are as made"),
      (.chain, "\(verification.entryCount) entries, \(verification.versions.total) versions"),
      (.copies, "columns, geometries and links repeat the content"),
    ]
    for (subject, detail) in sound where !findings.contains(where: { $0.subject == subject }) {
      findings.append(LedgerFinding(subject: subject, severity: .sound, detail: detail))
    }
    return findings
  }

  /// References are not enforced when a record is written, for a claim may come before what it
  /// speaks of; so their absence is a notice.
  private static func referenceFindings(in database: Database) throws -> [LedgerFinding] {
    let questions = [
      (
        "claims speak of incidents that are not there",
        """
        SELECT count(*) FROM claim_incidents m JOIN claims c ON c.fid = m.claim_fid
        WHERE NOT EXISTS (SELECT 1 FROM incidents i WHERE i.id = m.incident)
        """
      ),
      (
        "claims are by claimants that are not there",
        """
        SELECT count(*) FROM claims c WHERE redacted_entry IS NULL
          AND NOT EXISTS (SELECT 1 FROM sources s WHERE s.id = c.claimant)
        """
      ),
      (
        "places lie in places that are not there",
        """
        SELECT count(*) FROM places p WHERE parent IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM places q WHERE q.id = p.parent)
        """
      ),
    ]
    var findings: [LedgerFinding] = []
    for (text, sql) in questions {
      let count = try count(sql, in: database)
      guard count > 0 else { continue }
      findings.append(
        LedgerFinding(subject: .references, severity: .notice, detail: "\(count) \(text)"))
    }
    if try !isEmpty("PRAGMA foreign_key_check", in: database) {
      findings.append(
        LedgerFinding(
          subject: .references, severity: .damage, detail: "GeoPackage tables contradict each other"
        ))
    }
    return findings.isEmpty
      ? [LedgerFinding(subject: .references, severity: .sound, detail: "all lead somewhere")]
      : findings
  }

  private static func indexFindings(in database: Database) throws -> [LedgerFinding] {
    try RecordKind.allCases.filter(\.isLayer).map { kind in
      try LayerIndex.exists(for: kind, in: database)
        ? LedgerFinding(
          subject: .spatialIndexes, severity: .sound, detail: "layer \(kind.table) has one")
        : LedgerFinding(
          subject: .spatialIndexes, severity: .notice,
          detail: "layer \(kind.table) has none; GIS programs are faster with one: build it")
    }
  }

  private static func packageFindings(in database: Database) throws -> [LedgerFinding] {
    var faults: [String] = []
    if try count("PRAGMA application_id", in: database) != GeoPackageSchema.applicationID {
      faults.append("the application id is not that of a GeoPackage")
    }
    if try count("PRAGMA user_version", in: database) != GeoPackageSchema.userVersion {
      faults.append("the version is not 1.3")
    }
    for kind in RecordKind.allCases {
      let type = kind.isLayer ? "features" : "attributes"
      let registered = """
        SELECT count(*) FROM gpkg_contents c LEFT JOIN gpkg_geometry_columns g USING (table_name)
        WHERE table_name = '\(kind.table)' AND data_type = '\(type)'
          AND c.srs_id IS \(kind.isLayer ? "4326" : "NULL")
          AND g.srs_id IS \(kind.isLayer ? "4326" : "NULL")
          AND g.column_name IS \(kind.isLayer ? "'geom'" : "NULL")
        """
      if try count(registered, in: database) != 1 {
        faults.append("\(kind.table) is not announced as \(type)")
      }
    }
    return faults.isEmpty
      ? [LedgerFinding(subject: .geoPackage, severity: .sound, detail: "version 1.3")]
      : faults.map { LedgerFinding(subject: .geoPackage, severity: .damage, detail: $0) }
  }

  private static func count(_ sql: String, in database: Database) throws -> Int {
    let statement = try PreparedStatement(sql, in: database)
    defer { statement.reset() }
    return try statement.next() ? statement.integer(0) : 0
  }

  private static func isEmpty(_ sql: String, in database: Database) throws -> Bool {
    let statement = try PreparedStatement(sql, in: database)
    defer { statement.reset() }
    return try !statement.next()
  }

  private var logFinding: LedgerFinding {
    var status = stat()
    let bytes = stat(path + "-wal", &status) == 0 ? Int(status.st_size) : 0
    let limit = 64 << 20
    return bytes > limit
      ? LedgerFinding(
        subject: .log, severity: .notice,
        detail: "\(bytes >> 20) MB wait to be moved into the file; a writer does so when it closes")
      : LedgerFinding(subject: .log, severity: .sound, detail: "\(bytes) bytes")
  }

  private var lockFinding: LedgerFinding {
    let holder = WriterLock.holder(ofLedger: path)
    let detail =
      switch holder {
      case nil: "nobody writes"
      case Int(getpid()): "this process writes"
      case 0: "another process writes"
      case .some(let process): "process \(process) writes"
      }
    return LedgerFinding(subject: .lock, severity: .sound, detail: detail)
  }
}

extension LedgerFault {
  /// The doctor's heading for it.
  fileprivate var subject: LedgerFinding.Subject {
    switch self {
    case .storageDamaged: .storage
    case .schemaDiffers: .schema
    case .columnDiffers, .geometryDiffers, .membershipsDiffer, .dependencyMissing, .extentDiffers:
      .copies
    case .spatialIndexDiffers: .spatialIndexes
    default: .chain
    }
  }
}
