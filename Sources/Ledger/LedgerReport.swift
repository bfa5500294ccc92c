/// One line of what the doctor looked at.
public struct LedgerFinding: Hashable, Sendable {
  /// What was looked at.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    /// The storage's own check of pages and indexes.
    case storage
    /// Tables, indexes and triggers.
    case schema
    /// The chain of entries and the content it covers.
    case chain
    /// Columns, geometries and helper tables that repeat content.
    case copies
    /// Records that name records which are not there.
    case references
    /// Spatial indexes.
    case spatialIndexes = "spatial indexes"
    /// What GIS programs read first.
    case geoPackage = "GeoPackage"
    /// The write-ahead log.
    case log
    /// The writer's lock.
    case lock
  }

  /// How serious it is.
  public enum Severity: String, Hashable, Sendable {
    /// All is well.
    case sound
    /// Worth knowing; nothing is wrong.
    case notice
    /// Something is wrong.
    case damage
  }

  /// What was looked at.
  public var subject: Subject
  /// How serious it is.
  public var severity: Severity
  /// What was found, and what to do about it; one line.
  public var detail: String
}

extension LedgerFinding: CustomStringConvertible {
  /// One line.
  public var description: String { "\(subject.rawValue): \(severity.rawValue): \(detail)" }
}
