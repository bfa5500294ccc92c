public import Records

/// One page of an answer, with counts over the whole answer.
public struct IncidentPage: Sendable {
  /// The features of this page in the stable order.
  public let features: [IncidentFeature]
  /// How many incidents match in all.
  public let numberMatched: Int
  /// How the matching incidents, and those left out for want of a place or a time, divide.
  public let counts: MatchCounts
  /// Where the next page begins; `nil` on the last.
  public let next: PageCursor?
  /// The question answered, with its defaults filled in.
  public let query: IncidentQuery
  /// The state of the data that answered.
  public let dataVersion: DataVersion

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - features: The features of this page.
  ///   - numberMatched: How many incidents match in all.
  ///   - counts: How they divide.
  ///   - next: Where the next page begins.
  ///   - query: The question answered.
  ///   - dataVersion: The state of the data that answered.
  public init(
    features: [IncidentFeature], numberMatched: Int, counts: MatchCounts, next: PageCursor?,
    query: IncidentQuery, dataVersion: DataVersion
  ) {
    self.features = features
    self.numberMatched = numberMatched
    self.counts = counts
    self.next = next
    self.query = query
    self.dataVersion = dataVersion
  }
}

/// How the incidents that pass every other filter divide by place and time.
public struct MatchCounts: Hashable, Sendable {
  /// Surely inside the area (or all, when no area was asked about).
  public var certain = 0
  /// Possibly inside.
  public var possible = 0
  /// With a place, and outside.
  public var excluded = 0
  /// Without a usable place.
  public var unplaced = 0
  /// Without a time, where a span was asked about.
  public var undated = 0
  /// Not yet reported on the day asked about.
  public var notYetReported = 0

  /// All zero.
  public init() {}
}

/// The state of the data: changes with every write, never otherwise.
public struct DataVersion: Hashable, Sendable {
  /// The ledger's last entry; 0 before the first.
  public let sequence: Int
  /// That entry's hash, in hexadecimal.
  public let hash: String
  /// When it was recorded.
  public let recordedAt: Instant?

  /// Makes a version.
  ///
  /// - Parameters:
  ///   - sequence: The ledger's last entry.
  ///   - hash: That entry's hash, in hexadecimal.
  ///   - recordedAt: When it was recorded.
  public init(sequence: Int, hash: String, recordedAt: Instant?) {
    self.sequence = sequence
    self.hash = hash
    self.recordedAt = recordedAt
  }
}
