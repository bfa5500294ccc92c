public import Records

/// The range of one incident on its way into a total, and how it stands to others.
public struct IncidentTerm: Hashable, Sendable {
  /// The incident.
  public let incident: IncidentID
  /// Its range for one measure under one method.
  public let range: HarmRange<ClaimID>
  /// How it stands to other incidents.
  public let links: [IncidentLink]

  /// Makes a term.
  ///
  /// - Parameters:
  ///   - incident: The incident.
  ///   - range: Its range for one measure under one method.
  ///   - links: How it stands to other incidents.
  public init(incident: IncidentID, range: HarmRange<ClaimID>, links: [IncidentLink]) {
    self.incident = incident
    self.range = range
    self.links = links
  }
}

extension ExplainedRange {
  /// The two ends without their reasons, as totals and columns take them.
  public var compact: HarmRange<ClaimID> {
    HarmRange(minimum: minimum.map(\.compact), maximum: maximum.map(\.compact))
  }
}

extension ExplainedEnd {
  fileprivate var compact: RangeEnd<ClaimID> {
    RangeEnd(value: value, claims: claims, rule: rule, isOpen: isOpen)
  }
}

/// Two incidents of which nobody knows that they are apart.
public struct IncidentOverlap: Hashable, Sendable {
  /// The incident that holds the link.
  public let incident: IncidentID
  /// The other one.
  public let other: IncidentID
  /// How they stand to each other.
  public let kind: IncidentLinkKind
  /// Why, in our words.
  public let reason: String?
  /// Whether both are in the total; a link may lead out of the area asked about.
  public let isInside: Bool
}

/// The sum of a number over incidents.
public struct TotalEnd: Hashable, Sendable {
  /// The sum, persons; held at the largest number.
  public let value: Int
  /// Whether it is open above: a term leaves it open, or an incident has a floor and no ceiling.
  public let isOpen: Bool
  /// The claims behind every term, by incident.
  public let claims: [ClaimID]
  /// The incidents that gave a term.
  public let incidents: [IncidentID]
}

/// A total under one hypothesis about which incidents are one event.
public struct HypothesisTotal: Hashable, Sendable {
  /// The events that the hypothesis counts, each as the incidents it takes for one.
  public let events: [[IncidentID]]
  /// The sum of the lower ends; `nil` when none is known.
  public let minimum: TotalEnd?
  /// The sum of the upper ends; `nil` when none is known.
  public let maximum: TotalEnd?
}

/// Totals over incidents under both hypotheses: events are never silently added up.
///
/// *Split* takes every incident for an event of its own; *merge* takes those that are
/// `possibly-same-event` or `conflated-with` for one event, whose range runs from the lowest to the
/// highest of theirs. A `part-of` link is no hypothesis: the part is inside the whole, and both
/// totals count the greater of the two once.
///
/// - Note: Source – docs/methodology.md, Merge and split.
public struct IncidentTotals: Hashable, Sendable {
  /// Every incident an event of its own.
  public let split: HypothesisTotal
  /// Incidents that may be one event taken for one.
  public let merged: HypothesisTotal
  /// The links that make the two differ, and those that lead outside.
  public let overlaps: [IncidentOverlap]
  /// Incidents without any number: they add nothing, and are not nought.
  public let unknown: [IncidentID]

  /// Whether the two totals rest on different events; then neither may stand alone.
  public var isAmbiguous: Bool { split.events != merged.events }

  /// Adds up.
  ///
  /// - Parameter terms: One for each incident, in any order; a second for the same one is ignored.
  /// - Complexity: O(*n* log *n*), *n* incidents and links.
  public init(_ terms: some Sequence<IncidentTerm>) {
    var seen: Set<IncidentID> = []
    let terms = terms.sorted { $0.incident < $1.incident }
      .filter { seen.insert($0.incident).inserted }
    let places = Dictionary(
      zip(terms.map(\.incident), terms.indices), uniquingKeysWith: { first, _ in first })
    var wholes = DisjointSets(count: terms.count)
    var events = DisjointSets(count: terms.count)
    var overlaps: [IncidentOverlap] = []
    for (index, term) in terms.enumerated() {
      for link in term.links where link.target != term.incident {
        let other = places[link.target]
        if let other {
          events.join(index, other)
          if link.kind == .partOf { wholes.join(index, other) }
        }
        overlaps.append(
          IncidentOverlap(
            incident: term.incident, other: link.target, kind: link.kind, reason: link.reason,
            isInside: other != nil))
      }
    }
    let whole = wholes.sets().map { EventTerm(whole: $0.map { terms[$0] }) }
    let eventOf = terms.indices.map { events.root(of: $0) }
    let groups = Dictionary(grouping: whole) { places[$0.incidents[0]].map { eventOf[$0] } ?? -1 }
    let merged = groups.values.map { EventTerm(merging: $0) }
      .sorted { $0.incidents.lexicographicallyPrecedes($1.incidents) }
    split = HypothesisTotal(whole)
    self.merged = HypothesisTotal(merged)
    self.overlaps = overlaps
    unknown = terms.filter(\.range.isUnknown).map(\.incident)
  }
}
