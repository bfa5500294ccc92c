/// The four kinds of records that a ledger holds.
public enum RecordKind: String, CaseIterable, Hashable, Sendable {
  /// Whoever makes claims or hands them on.
  case source
  /// Named places.
  case place
  /// Hypotheses of what belongs together.
  case incident
  /// Statements.
  case claim

  /// The table of current rows, which is also the name of the layer.
  var table: String { rawValue + "s" }

  /// The table of rows that were replaced.
  var historyTable: String { table + "_history" }

  /// Whether the table is a layer with a geometry.
  var isLayer: Bool { self != .source }

  /// The number by which helper tables name the kind.
  var number: Int {
    switch self {
    case .source: 0
    case .place: 1
    case .incident: 2
    case .claim: 3
    }
  }
}

/// How many records of each kind.
public struct RecordCounts: Hashable, Sendable {
  /// Sources.
  public var sources: Int
  /// Places.
  public var places: Int
  /// Incidents.
  public var incidents: Int
  /// Claims.
  public var claims: Int

  /// Makes counts.
  ///
  /// - Parameters:
  ///   - sources: Sources.
  ///   - places: Places.
  ///   - incidents: Incidents.
  ///   - claims: Claims.
  public init(sources: Int = 0, places: Int = 0, incidents: Int = 0, claims: Int = 0) {
    self.sources = sources
    self.places = places
    self.incidents = incidents
    self.claims = claims
  }

  /// All kinds together.
  public var total: Int { sources + places + incidents + claims }

  /// The count of one kind.
  ///
  /// - Parameter kind: The kind.
  public subscript(kind: RecordKind) -> Int {
    get {
      switch kind {
      case .source: sources
      case .place: places
      case .incident: incidents
      case .claim: claims
      }
    }
    set {
      switch kind {
      case .source: sources = newValue
      case .place: places = newValue
      case .incident: incidents = newValue
      case .claim: claims = newValue
      }
    }
  }
}
