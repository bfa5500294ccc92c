public import Foundation

extension ImportSchema {
  /// The form of a file by its name, or a CSV's by its first line; `nil` when neither tells.
  ///
  /// - Parameter file: The file, or a folder of tables.
  /// - Throws: ``InterchangeError`` when a CSV cannot be read.
  public init?(guessing file: URL) throws(InterchangeError) {
    if let schema = ImportSchema(fileExtension: file.pathExtension) {
      self = schema
      return
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
      isFolder.boolValue
    {
      self = .sijilCSV
      return
    }
    guard file.pathExtension.lowercased() == "csv" else { return nil }
    self.init(columns: try CSVReader(reading: file).columns)
  }

  /// The schema of a CSV with these columns.
  init?(columns: [String]) {
    let names = Set(columns)
    func holds(_ required: [some ForeignColumn]) -> Bool {
      required.allSatisfy { names.contains($0.name) }
    }
    if holds(UCDPMapping.requiredColumns) {
      self = .ucdpGED
    } else if holds(ACLEDMapping.requiredColumns) {
      self = .acled
    } else if holds(PlacesMapping.requiredColumns) {
      self = .placesCSV
    } else if SijilTable(columns: columns) != nil {
      self = .sijilCSV
    } else if IncidentFields.plain.missing(among: columns).isEmpty {
      self = .incidentsCSV
    } else if names.isSuperset(of: ["id", "event_start", "killed_min", "longitude"]) {
      self = .csv
    } else if IncidentFields.airwars.missing(among: columns).isEmpty,
      IncidentFields.airwars.columns(among: columns)[.killedMinimum] != nil
    {
      self = .airwars
    } else {
      return nil
    }
  }
}

extension IncidentFields {
  /// Reads a mapping file.
  ///
  /// - Parameter file: JSON, as ``init(mapping:file:)`` takes it.
  /// - Throws: ``InterchangeError``.
  public init(mappingFile file: URL) throws(InterchangeError) {
    let bytes = try ByteChunks.contents(of: file, limit: 1 << 20)
    try self.init(mapping: bytes, file: file.lastPathComponent)
  }
}
