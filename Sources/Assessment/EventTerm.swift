import Records

/// What one event adds to a total, whichever incidents are taken for it.
struct EventTerm {
  let incidents: [IncidentID]
  let minimum: Term?
  let maximum: Term?
  /// Whether an incident in it has a floor and no ceiling: no sum of ceilings then is one.
  let lacksCeiling: Bool

  struct Term {
    let value: Int
    let isOpen: Bool
    let claims: [ClaimID]
    let incidents: [IncidentID]

    init(_ end: RangeEnd<ClaimID>, of incident: IncidentID) {
      value = end.value
      isOpen = end.isOpen
      claims = end.claims
      incidents = [incident]
    }

    init(joining terms: [Term]) {
      value = terms.first?.value ?? 0
      isOpen = terms.contains(where: \.isOpen)
      claims = terms.flatMap(\.claims).uniqued()
      incidents = terms.flatMap(\.incidents).uniqued()
    }
  }

  /// A whole with its parts: the greatest of their numbers, for each lies inside the whole.
  init(whole terms: [IncidentTerm]) {
    incidents = terms.map(\.incident)
    let lows = terms.compactMap { term in
      term.range.minimum.map { Term($0, of: term.incident) }
    }
    let highs = terms.compactMap { term in
      term.range.maximum.map { Term($0, of: term.incident) }
    }
    minimum = EventTerm.extreme(lows, by: >)
    maximum = EventTerm.extreme(highs, by: >)
    lacksCeiling = terms.contains { $0.range.minimum != nil && $0.range.maximum == nil }
  }

  /// Incidents taken for one event: from the lowest to the highest of their numbers.
  init(merging terms: [EventTerm]) {
    incidents = terms.flatMap(\.incidents).sorted()
    minimum = EventTerm.extreme(terms.compactMap(\.minimum), by: <)
    maximum = EventTerm.extreme(terms.compactMap(\.maximum), by: >)
    lacksCeiling = terms.contains(where: \.lacksCeiling)
  }

  private static func extreme(_ terms: [Term], by isFirst: (Int, Int) -> Bool) -> Term? {
    guard let first = terms.map(\.value).min(by: isFirst) else { return nil }
    return Term(joining: terms.filter { $0.value == first })
  }
}

extension HypothesisTotal {
  init(_ terms: [EventTerm]) {
    events = terms.map { $0.incidents.sorted() }
      .sorted { $0.lexicographicallyPrecedes($1) }
    minimum = TotalEnd(terms.compactMap(\.minimum))
    maximum = TotalEnd(
      terms.compactMap(\.maximum), lacksTerm: terms.contains(where: \.lacksCeiling))
  }
}

extension TotalEnd {
  fileprivate init?(_ terms: [EventTerm.Term], lacksTerm: Bool = false) {
    guard !terms.isEmpty else { return nil }
    value = terms.reduce(0) { $0.saturatingSum($1.value) }
    isOpen = lacksTerm || terms.contains(where: \.isOpen)
    claims = terms.flatMap(\.claims).uniqued()
    incidents = terms.flatMap(\.incidents).uniqued()
  }
}
