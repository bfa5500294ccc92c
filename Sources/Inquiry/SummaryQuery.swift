public import Assessment
public import Records

/// What a table of totals has a row for.
public enum SummaryDimension: String, Vocabulary {
  /// The district that an incident lies in.
  case district
  /// The month in which it happened.
  case month
  /// The party that its claims hold responsible.
  case attribution
  /// The grade that a recorder gave.
  case grade

  /// The list's name in messages.
  public static let name = "dimension"
}

/// A question for a table of totals: which incidents, by what, and under which method.
public struct SummaryQuery: Hashable, Sendable {
  /// Which incidents; its page and limit mean nothing here, for a table holds every match.
  public var incidents: IncidentQuery
  /// What the rows are.
  public var dimension: SummaryDimension
  /// The method whose ranges are added up.
  public var method: Method { incidents.method }

  /// How many incidents a method other than `airwars` adds up at most: it reads every claim.
  public static let explainedLimit = 10_000

  /// Asks for a table.
  ///
  /// - Parameters:
  ///   - incidents: Which incidents.
  ///   - dimension: What the rows are.
  ///   - method: The method whose ranges are added up; `nil` for that of the incidents' question.
  public init(
    _ incidents: IncidentQuery = IncidentQuery(), by dimension: SummaryDimension,
    method: Method? = nil
  ) {
    self.incidents = incidents
    self.dimension = dimension
    if let method { self.incidents.method = method }
  }
}

/// Why an incident stands in none of the rows that a dimension names.
public enum SummaryRest: String, Vocabulary {
  /// Several districts, months or parties are in question, and none surely holds it.
  case severalPossible = "spans-several"
  /// It has a place, but in no district: outside them all, or known no finer than a city.
  case noDistrict = "in-no-district"
  /// No claim names a place that is known.
  case unplaced = "without-a-place"
  /// No claim gives it a day.
  case undated = "without-a-date"
  /// No claim holds a party responsible.
  case unattributed = "nobody-named"
  /// No recorder graded it.
  case ungraded = "not-graded"

  /// The list's name in messages.
  public static let name = "row"

  /// The row's name for people.
  public var words: String {
    switch self {
    case .severalPossible: "spans several"
    case .noDistrict: "in no district"
    case .unplaced: "without a place"
    case .undated: "without a date"
    case .unattributed: "nobody named"
    case .ungraded: "not graded"
    }
  }
}

/// What a row of a table stands for.
public enum SummaryGroup: Hashable, Sendable {
  /// A district.
  case district(PlaceID, name: String)
  /// A month.
  case month(year: Int, month: Int)
  /// A party, as claims name it.
  case party(String)
  /// A grade.
  case grade(Grade)
  /// What fits no other row.
  case rest(SummaryRest)

  /// The row's name for programs; of a party, its name.
  public var code: String {
    switch self {
    case .district(let id, _): id.text
    case .month(let year, let month): SummaryGroup.text(year: year, month: month)
    case .party(let name): name
    case .grade(let grade): grade.code
    case .rest(let rest): rest.code
    }
  }

  /// The row's name for people; a district's and a party's come from data.
  public var label: String {
    switch self {
    case .district(_, let name): name
    case .month, .party, .grade: code
    case .rest(let rest): rest.words
    }
  }

  /// Whether it is a row for what fits no other.
  public var isRest: Bool {
    if case .rest = self { true } else { false }
  }

  private static func text(year: Int, month: Int) -> String {
    let padding = String(repeating: "0", count: max(0, 4 - "\(year)".count))
    return "\(padding)\(year)-\(month < 10 ? "0" : "")\(month)"
  }
}
