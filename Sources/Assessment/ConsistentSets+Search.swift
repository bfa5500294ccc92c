import Records

extension ConsistentSets {
  init(_ bounds: Bounds, docket: Docket, combatants: [ClaimBound]) {
    let certain = bounds.certain
    var finder = ConsistentSetFinder(
      certain, exclusions: ConsistentSets.exclusions(certain, docket))
    let (found, report) = finder.sets()
    let killed = Dictionary(
      combatants.map { ($0.entry, $0.minimum) }, uniquingKeysWith: { first, _ in first })
    measure = bounds.measure
    self.bounds = certain
    leftOut = bounds.leftOut
    search = report
    sets = found.compactMap { places in
      ConsistentSet(
        places.map { certain[$0] }, among: bounds, docket: docket, combatants: killed)
    }.sorted { left, right in
      (right.independentCount, right.claims.count, left.floorOrNought, left.ceilingOrMax)
        < (left.independentCount, left.claims.count, right.floorOrNought, right.ceilingOrMax)
    }
  }

  /// Pairs of bounds whose claims cannot both be true by a certain edge.
  private static func exclusions(_ bounds: [ClaimBound], _ docket: Docket) -> [(Int, Int)] {
    let edges = bounds.enumerated().flatMap { index, bound in
      docket.testimony.entries[bound.entry].claim.edges.filter {
        $0.certainty == .certain && ($0.kind == .excludes || $0.kind == .denies)
      }.map { (index, $0.target) }
    }
    guard !edges.isEmpty else { return [] }
    let places = Dictionary(
      zip(bounds.map(\.claim), bounds.indices), uniquingKeysWith: { first, _ in first })
    var pairs: Set<[Int]> = []
    for (index, target) in edges {
      if let other = places[target], other != index {
        pairs.insert([min(index, other), max(index, other)])
      }
    }
    return pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
  }
}

extension ConsistentSet {
  fileprivate var ceilingOrMax: Int { maximum ?? .max }
  fileprivate var floorOrNought: Int { minimum ?? 0 }

  /// The set of some bounds; `nil` when no number satisfies all.
  fileprivate init?(
    _ members: [ClaimBound], among bounds: Bounds, docket: Docket, combatants: [Int: Int]
  ) {
    guard let least = members.map(\.minimum).max(), let most = members.map(\.ceiling).min(),
      least <= most
    else { return nil }
    // Nought is a floor only where a claim says that nobody came to harm.
    minimum = least == 0 && most > 0 ? nil : least
    maximum = most == .max ? nil : most
    claims = members.map(\.claim)
    floor = minimum == nil ? [] : members.filter { $0.minimum == least }.map(\.claim)
    ceiling = most == .max ? [] : members.filter { $0.ceiling == most }.map(\.claim)
    independentCount = docket.origins.independentCount(
      ofGroups: members.compactMap { docket.groups[$0.entry] })
    contradicts = bounds.certain.filter { $0.minimum > most || $0.ceiling < least }.map(\.claim)
    possible = bounds.possible.filter { $0.minimum <= most && $0.ceiling >= least }.map(\.claim)
    let fighters =
      combatants.isEmpty ? 0 : members.compactMap { combatants[$0.entry] }.max() ?? 0
    let relaxed = members.map { bound in
      bound.countsBodies ? max(0, bound.minimum - fighters) : bound.minimum
    }.max()
    minimumWithCombatants = relaxed == least ? nil : relaxed
  }
}
