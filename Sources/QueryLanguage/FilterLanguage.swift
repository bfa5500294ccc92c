/// The languages in which a filter may be written.
///
/// - Note: Source – OGC 21-065r2 (CQL2) §§6–8; OGC 19-079r2 (Features Part 3) §9, `filter-lang`.
public enum FilterLanguage: String, CaseIterable, Hashable, Sendable {
  /// CQL2 as text.
  case cql2Text = "cql2-text"
  /// CQL2 as JSON.
  case cql2JSON = "cql2-json"
  /// The name of an early draft that GDAL asks for: CQL2 text with `ILIKE`.
  case cqlText = "cql-text"
}
