public import Assessment
public import Records

/// One incident on its way into a table of totals.
public struct SummaryEntry: Sendable {
  /// The incident.
  public let incident: IncidentID
  /// The one row that it stands in.
  public let group: SummaryGroup
  /// Whether it surely matches the question.
  public let isCertainMatch: Bool
  /// Whether it surely belongs to the row.
  public let isCertainInGroup: Bool
  /// Its range of people killed, under the method asked for.
  public let killed: HarmRange<ClaimID>
  /// Its range of people injured, under the method asked for.
  public let injured: HarmRange<ClaimID>
  /// How it stands to other incidents.
  public let links: [IncidentLink]

  /// Makes an entry.
  ///
  /// - Parameters:
  ///   - incident: The incident.
  ///   - group: The one row that it stands in.
  ///   - isCertainMatch: Whether it surely matches the question.
  ///   - isCertainInGroup: Whether it surely belongs to the row.
  ///   - killed: Its range of people killed.
  ///   - injured: Its range of people injured.
  ///   - links: How it stands to other incidents.
  public init(
    incident: IncidentID, group: SummaryGroup, isCertainMatch: Bool, isCertainInGroup: Bool,
    killed: HarmRange<ClaimID>, injured: HarmRange<ClaimID>, links: [IncidentLink] = []
  ) {
    self.incident = incident
    self.group = group
    self.isCertainMatch = isCertainMatch
    self.isCertainInGroup = isCertainInGroup
    self.killed = killed
    self.injured = injured
    self.links = links
  }

  /// Whether it counts in the row without any doubt of place.
  public var isCertain: Bool { isCertainMatch && isCertainInGroup }
}

/// Some incidents of a row with what their claims add up to.
public struct SummaryCell: Hashable, Sendable {
  /// The incidents, in the order of identifiers.
  public let incidents: [IncidentID]
  /// People killed, under merge and under split; incidents without a figure are named.
  public let killed: IncidentTotals
  /// People injured, under merge and under split.
  public let injured: IncidentTotals

  /// The claims behind every sum of the cell, killed before injured; one may come more than once.
  public var claims: [ClaimID] {
    [killed.split, injured.split].flatMap {
      ($0.minimum?.claims ?? []) + ($0.maximum?.claims ?? [])
    }
  }

  /// Adds up.
  ///
  /// - Parameter entries: One for each incident, in any order.
  /// - Complexity: O(*n* log *n*), *n* incidents and links.
  public init(_ entries: some Sequence<SummaryEntry>) {
    incidents = entries.map(\.incident).sorted()
    killed = IncidentTotals(
      entries.map { IncidentTerm(incident: $0.incident, range: $0.killed, links: $0.links) })
    injured = IncidentTotals(
      entries.map { IncidentTerm(incident: $0.incident, range: $0.injured, links: $0.links) })
  }
}

/// One row of a table: an incident stands in exactly one.
public struct SummaryRow: Hashable, Sendable {
  /// What the row stands for; `nil` for the total.
  public let group: SummaryGroup?
  /// The incidents that surely match and surely belong here.
  public let certain: SummaryCell
  /// Those and the ones that only possibly do.
  public let all: SummaryCell

  init(_ group: SummaryGroup?, _ entries: [SummaryEntry]) {
    self.group = group
    let certain = entries.filter(\.isCertain)
    all = SummaryCell(entries)
    // Most rows hold no doubt: then there is nothing to add up twice.
    self.certain = certain.count == entries.count ? all : SummaryCell(certain)
  }

  /// How many incidents only possibly belong here.
  public var possibleCount: Int { all.incidents.count - certain.incidents.count }
}

/// A table of totals: every incident that matches in exactly one row, and their sum.
///
/// The numbers of incidents add up row by row, and so do the split totals, but for parts of a whole
/// that stand in another row; merged totals need not, for incidents that may be one event can
/// stand in two rows. That is why the total is worked out from the incidents, not from the rows.
///
/// - Note: Source – docs/methodology.md, Tables of totals.
public struct IncidentSummary: Sendable {
  /// The rows in order: named ones, then the rest.
  public let rows: [SummaryRow]
  /// All of them together.
  public let total: SummaryRow
  /// How many incidents match the question, as a page of it says.
  public let numberMatched: Int
  /// How they divide, as a page of the question says.
  public let counts: MatchCounts
  /// How many surely match and only possibly belong to their row; the total counts them as
  /// possible, so that every column adds up.
  public let doubtfulInRow: Int
  /// The question answered.
  public let query: SummaryQuery
  /// The state of the data that answered.
  public let dataVersion: DataVersion

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - entries: Every incident that matches, once.
  ///   - counts: How the matches divide.
  ///   - query: The question.
  ///   - dataVersion: The state of the data that answered.
  /// - Complexity: O(*n* log *n*), *n* incidents and links.
  public init(
    _ entries: [SummaryEntry], counts: MatchCounts, query: SummaryQuery, dataVersion: DataVersion
  ) {
    let groups = Dictionary(grouping: entries, by: \.group)
    rows = groups.sorted { left, right in
      RowOrder(left.key, left.value.count)
        < RowOrder(right.key, right.value.count)
    }.map { SummaryRow($0.key, $0.value) }
    total = SummaryRow(nil, entries)
    numberMatched = entries.count
    doubtfulInRow = entries.count { $0.isCertainMatch && !$0.isCertainInGroup }
    self.counts = counts
    self.query = query
    self.dataVersion = dataVersion
  }
}

/// Where a row stands: months by time, grades by decision, others by how many incidents they hold,
/// then by name; the rest last, in a fixed order.
private struct RowOrder: Comparable {
  private let rank: Int
  private let name: String

  init(_ group: SummaryGroup, _ count: Int) {
    name = group.label
    switch group {
    case .month(let year, let month): rank = year * 12 + month
    case .grade(let grade): rank = grade.decisionOrder
    case .district, .party: rank = -count
    case .rest(let rest):
      rank = .max - SummaryRest.allCases.count + (SummaryRest.allCases.firstIndex(of: rest) ?? 0)
    }
  }

  static func < (left: Self, right: Self) -> Bool {
    left.rank != right.rank ? left.rank < right.rank : left.name < right.name
  }
}
