public import Assessment
public import Records
public import SimpleFeatures

/// The one question that every surface asks: command-line flags and HTTP parameters are two
/// parsers of it.
public struct IncidentQuery: Hashable, Sendable {
  /// The area asked about.
  public var area: QueryArea?
  /// What counts as being in the area.
  public var match = Match.possible
  /// Whether incidents without a usable place belong to the answer of an area query.
  ///
  /// The command line leaves them out and counts them; OGC API Features Part 1 wants them in
  /// (`/req/core/fc-bbox-response` C).
  public var includesUnplaced = false
  /// Only incidents that may have happened in this span.
  public var time: DayInterval?
  /// Whether incidents without a time belong to the answer of a query with a span.
  public var includesUndated = true
  /// Only what had been published by the end of this day.
  public var asOf: CivilDate?
  /// Only what this ledger held then.
  public var asRecorded: Instant?
  /// Words that the title or the stated places contain, folded.
  public var text: String?
  /// Only these kinds; empty means any.
  public var kinds: Set<IncidentKind> = []
  /// Only these grades, a recorder's or where there is none that of our rules; empty means any.
  public var grades: Set<Grade> = []
  /// Only incidents that a claim attributes to a party whose name contains this.
  public var attributedTo: String?
  /// Only incidents whose killed or injured may reach this number.
  public var minimumHarm: Int?
  /// Whose rule makes the ranges that features carry.
  ///
  /// Filters go by the compact `airwars` ranges whatever this says; another method reads the whole
  /// claims of the page's incidents.
  public var method = Method.airwars
  /// Which geometry a filter of the properties means.
  public var geometry = IncidentGeometry.support
  /// The incidents nearest to a position, nearest first.
  public var nearest: NearestQuery?
  /// Whether features say in which districts they lie; a map asks for none.
  public var includesDistricts = true
  /// How many features a page holds at most; 0 asks for the counts alone.
  public var limit = 100
  /// What is asked of the properties, and the order of the answer.
  public var properties = PropertyQuestion<IncidentProperty>()
  /// How many of those that match are passed over first.
  public var offset = 0
  /// Where the page begins.
  public var cursor: PageCursor?

  /// Asks for everything.
  public init() {}
}

/// What counts as being in an area.
public enum Match: String, Vocabulary {
  /// The whole support lies inside.
  case certain
  /// Some of the support lies inside.
  case possible

  /// The list's name in messages.
  public static let name = "match"
}

/// An area to ask about.
public enum QueryArea: Hashable, Sendable {
  /// A box in longitude and latitude.
  case envelope(Envelope)
  /// A polygon or several.
  case geometry(Geometry)
  /// The area of a place of the gazetteer.
  case place(PlaceID)
  /// Everywhere within a distance of a position.
  case disc(center: Position, radiusMeters: Double)
}

/// A question for the nearest incidents.
public struct NearestQuery: Hashable, Sendable {
  /// From where.
  public var position: Position
  /// How many.
  public var count: Int

  /// Asks for the nearest.
  ///
  /// - Parameters:
  ///   - position: From where.
  ///   - count: How many.
  public init(position: Position, count: Int) {
    self.position = position
    self.count = count
  }
}
