/// A form of input that can be imported, by the name that the command line uses.
public enum ImportSchema: String, CaseIterable, Sendable {
  /// Sijil's own tables: a folder of them or a single one.
  case sijilCSV = "sijil-csv"
  /// The UCDP Georeferenced Event Dataset.
  case ucdpGED = "ucdp-ged"
  /// Places from Who's On First, reduced to a table.
  case placesCSV = "places-csv"
  /// A plain table of incidents with a point and figures each.
  case incidentsCSV = "incidents-csv"
}
