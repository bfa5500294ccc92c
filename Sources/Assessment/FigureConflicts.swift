import Records

/// Finds pairs of claims whose figures cannot both be right.
///
/// Bodies recovered, and the dead of a part or a building, are a floor of the killed without a
/// ceiling; totals of the killed give both ends. Figures of an area over a period, of families and
/// of fighters are not compared. Only pairs that conflict are visited, so that ten thousand claims
/// that agree cost a sort.
struct FigureConflicts {
  /// What one claim allows of one total.
  struct Bounds {
    let claim: ClaimID
    let place: Int
    let day: CivilDate
    let least: Int
    /// `Int.max` for none.
    let greatest: Int
  }

  /// The conflicts found, as many as asked for.
  private(set) var conflicts: [FigureConflict] = []
  /// How many pairs of figures conflict in all, those of one claim with itself included.
  private(set) var total = 0
  private let limit: Int

  /// Compares the figures of some claims.
  ///
  /// - Parameters:
  ///   - entries: The claims, in the order that the places refer to.
  ///   - limit: The most conflicts to list.
  /// - Complexity: O(*n* log *n* + *k*), *n* figures, *k* conflicts listed.
  init(_ entries: [Testimony.Entry], limit: Int) {
    self.limit = max(limit, 0)
    findApart(Self.bounds(of: entries, killed: true), rule: .killedTotalsApart)
    findApart(Self.bounds(of: entries, killed: false), rule: .injuredTotalsApart)
    findFalls(Self.recovered(in: entries))
  }

  /// Pairs whose intervals have no number in common: for each floor, the ceilings below it are the
  /// head of the list sorted by ceiling.
  private mutating func findApart(_ bounds: [Bounds], rule: FigureConflict.Rule) {
    let ceilings = bounds.filter { $0.greatest < Int.max }
      .sorted { ($0.greatest, $0.place) < ($1.greatest, $1.place) }
    for high in bounds {
      let count = ceilings.firstPlace { $0.greatest >= high.least }
      for low in ceilings[..<count].prefix(limit - conflicts.count) {
        conflicts.append(FigureConflict(rule, high, low))
      }
      total += count
    }
  }

  /// Pairs in which a later or same-day count has less than an earlier one: floors met so far are
  /// kept sorted, and those above a ceiling are the tail of the list.
  private mutating func findFalls(_ counts: [Bounds]) {
    let ordered = counts.sorted { ($0.day, $0.place) < ($1.day, $1.place) }
    var floors: [Bounds] = []
    var start = 0
    while start < ordered.count {
      var end = start
      while end < ordered.count, ordered[end].day == ordered[start].day {
        let floor = ordered[end]
        floors.insert(floor, at: floors.firstPlace { $0.least > floor.least })
        end += 1
      }
      for low in ordered[start..<end] where low.greatest < Int.max {
        let first = floors.firstPlace { $0.least > low.greatest }
        total += floors.count - first
        for high in floors[first...].prefix(limit - conflicts.count) {
          conflicts.append(FigureConflict(.recoveredCountFalls, high, low))
        }
      }
      start = end
    }
  }

  /// What each claim allows of the killed or the injured.
  private static func bounds(of entries: [Testimony.Entry], killed: Bool) -> [Bounds] {
    let status: CasualtyStatus = killed ? .killed : .injured
    return entries.enumerated().flatMap { place, entry -> [Bounds] in
      guard entry.claim.polarity == .affirmed else { return [] }
      return entry.claim.quantities.compactMap { quantity in
        guard quantity.unit.countsAnyPeople, quantity.scope != .areaPeriod,
          quantity.status == status || (killed && quantity.isRecovery)
        else { return nil }
        let isTotal = quantity.scope == .event && quantity.status == status
        return Bounds(
          claim: entry.id, place: place, day: .latest, least: quantity.minimum ?? 0,
          greatest: isTotal ? quantity.maximum ?? Int.max : Int.max)
      }
    }
  }

  /// The dated counts of bodies recovered from the whole event.
  private static func recovered(in entries: [Testimony.Entry]) -> [Bounds] {
    entries.enumerated().flatMap { place, entry -> [Bounds] in
      guard entry.claim.polarity == .affirmed else { return [] }
      return entry.claim.quantities.compactMap { quantity in
        guard quantity.isRecovery, quantity.scope == .event,
          let day = quantity.asAt?.interval.end ?? entry.claim.publicDay
        else { return nil }
        return Bounds(
          claim: entry.id, place: place, day: day, least: quantity.minimum ?? 0,
          greatest: quantity.maximum ?? Int.max)
      }
    }
  }
}

extension FigureConflict {
  fileprivate init(_ rule: Rule, _ high: FigureConflicts.Bounds, _ low: FigureConflicts.Bounds) {
    self.init(
      rule: rule, higher: high.claim, least: high.least, lower: low.claim,
      greatest: low.greatest)
  }
}

extension Quantity {
  fileprivate var isRecovery: Bool { unit == .bodies && status == .recovered }
}

extension CountingUnit {
  /// Whether figures of the unit may be compared as people, as in a range.
  fileprivate var countsAnyPeople: Bool {
    self == .persons || self == .civilians || self == .bodies
  }
}

extension [FigureConflicts.Bounds] {
  /// The first place where something holds that holds from there on; the count if it never does.
  fileprivate func firstPlace(where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
