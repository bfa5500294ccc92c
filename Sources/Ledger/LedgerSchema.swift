/// The ledger's own tables.
///
/// Current rows live in the layers, replaced ones in the history tables. A row's `fid` is the
/// number of its version, given in the order of writing and never again, over both tables: so the
/// versions of one kind count 1, 2, 3 … without a gap, an entry's are a run of them, and a missing
/// one shows.
enum LedgerSchema {
  /// The version of these tables.
  static let format = 1

  static var all: String {
    GeoPackageSchema.tables + entries + helpers
      + RecordKind.allCases.map { layer($0) + history($0) }.joined()
  }

  private static let entries = """
    CREATE TABLE ledger_format (version INTEGER NOT NULL);
    INSERT INTO ledger_format VALUES (\(format));
    CREATE TABLE ledger_entries (
      sequence INTEGER PRIMARY KEY,
      recorded_at TEXT NOT NULL,
      author TEXT NOT NULL,
      reason TEXT NOT NULL,
      sources_added INTEGER NOT NULL,
      places_added INTEGER NOT NULL,
      incidents_added INTEGER NOT NULL,
      claims_added INTEGER NOT NULL,
      sources_replacing INTEGER NOT NULL,
      places_replacing INTEGER NOT NULL,
      incidents_replacing INTEGER NOT NULL,
      claims_replacing INTEGER NOT NULL,
      redactions INTEGER NOT NULL,
      origin_file TEXT,
      origin_hash BLOB,
      origin_schema TEXT,
      rows_hash BLOB NOT NULL,
      previous_hash BLOB NOT NULL,
      hash BLOB NOT NULL
    );
    CREATE TRIGGER ledger_entries_update BEFORE UPDATE ON ledger_entries
      BEGIN SELECT RAISE(ABORT, 'entries of a ledger never change'); END;
    CREATE TRIGGER ledger_entries_delete BEFORE DELETE ON ledger_entries
      BEGIN SELECT RAISE(ABORT, 'entries of a ledger never go'); END;
    CREATE TABLE ledger_redactions (
      number INTEGER PRIMARY KEY,
      entry INTEGER NOT NULL,
      kind INTEGER NOT NULL,
      id TEXT NOT NULL,
      first_entry INTEGER NOT NULL,
      reason TEXT NOT NULL,
      UNIQUE (kind, id)
    );
    """

  /// Which claims name an incident, and which records' points hang on a place, by version.
  private static let helpers = """
    CREATE TABLE claim_incidents (
      incident TEXT NOT NULL,
      claim_fid INTEGER NOT NULL,
      PRIMARY KEY (incident, claim_fid)
    ) WITHOUT ROWID;
    CREATE TABLE location_places (
      place TEXT NOT NULL,
      kind INTEGER NOT NULL,
      fid INTEGER NOT NULL,
      PRIMARY KEY (place, kind, fid)
    ) WITHOUT ROWID;
    """

  /// The columns that repeat parts of a record, so that other programs can style and filter.
  static func columns(of kind: RecordKind) -> [(name: String, type: String)] {
    switch kind {
    case .source:
      [("name", "TEXT"), ("kind", "TEXT"), ("affiliation", "TEXT"), ("language", "TEXT")]
    case .place:
      [
        ("kind", "TEXT"), ("name_en", "TEXT"), ("name_ar", "TEXT"), ("bank", "TEXT"),
        ("parent", "TEXT"), ("precision_m", "DOUBLE"), ("approximate", "BOOLEAN"),
        ("origin", "TEXT"), ("note", "TEXT"),
      ]
    case .incident:
      [
        ("title", "TEXT"), ("kind", "TEXT"), ("event_start", "DATE"), ("event_end", "DATE"),
        ("event_time", "TEXT"), ("time_precision", "TEXT"), ("location_scale", "TEXT"),
        ("radius_m", "DOUBLE"), ("candidate_count", "INTEGER"), ("foreign_source", "TEXT"),
        ("foreign_id", "TEXT"), ("note", "TEXT"),
      ]
    case .claim:
      [
        ("claimant", "TEXT"), ("kind", "TEXT"), ("polarity", "TEXT"), ("statement", "TEXT"),
        ("minimum", "INTEGER"), ("maximum", "INTEGER"), ("unit", "TEXT"), ("status", "TEXT"),
        ("bound", "TEXT"), ("place_as_stated", "TEXT"), ("published", "DATE"),
        ("incidents", "TEXT"), ("foreign_source", "TEXT"), ("foreign_id", "TEXT"),
        ("note", "TEXT"),
      ]
    }
  }

  private static func layer(_ kind: RecordKind) -> String {
    let geometry = kind.isLayer ? "geom \(kind == .place ? "GEOMETRY" : "POINT")," : ""
    let columns = columns(of: kind).map { "\($0.name) \($0.type)," }.joined(separator: "\n  ")
    let hasForeignID = kind == .incident || kind == .claim
    return """
      CREATE TABLE \(kind.table) (
        fid INTEGER PRIMARY KEY NOT NULL,
        \(geometry)
        id TEXT NOT NULL UNIQUE,
        \(columns)
        recorded_entry INTEGER NOT NULL,
        redacted_entry INTEGER,
        hash BLOB NOT NULL,
        record TEXT NOT NULL
      );

      """
        + (hasForeignID
          ? """
          CREATE UNIQUE INDEX \(kind.table)_foreign ON \(kind.table)(foreign_source, foreign_id)
            WHERE foreign_id IS NOT NULL;
          """ : "")
  }

  private static func history(_ kind: RecordKind) -> String {
    """
    CREATE TABLE \(kind.historyTable) (
      fid INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL,
      recorded_entry INTEGER NOT NULL,
      replaced_entry INTEGER NOT NULL,
      redacted_entry INTEGER,
      hash BLOB NOT NULL,
      record TEXT NOT NULL
    );
    CREATE INDEX \(kind.historyTable)_id ON \(kind.historyTable)(id);
    """
  }
}
