public import Records

/// The claims about one incident sorted for counting: what no method counts, and why.
struct Docket {
  let asOf: CivilDate?
  /// Every claim asked about, in play or not.
  let testimony: Testimony
  /// What was public by the day.
  let inPlay: Testimony
  let origins: Origins
  /// Every figure of every claim, in the order of the testimony.
  let readings: [ClaimReading]
  /// The figures that some method may count, by measure.
  let countable: [Measure: [ClaimReading]]
  // By the place of each claim in the testimony, for identifiers are slow to look up:
  /// Why the whole claim is out, whatever its figures.
  let reasons: [LeftOut?]
  /// Whether the claim surely repeats another one in play and does not lead its group.
  let isEcho: [Bool]
  /// The place of its group among the origins; `nil` when it is not in play.
  let groups: [Int?]

  init(_ testimony: Testimony, asOf: CivilDate?) {
    self.asOf = asOf
    self.testimony = testimony
    let inPlay = testimony.published(by: asOf)
    self.inPlay = inPlay
    origins = Origins(inPlay)
    let places = testimony.entries.map { [origins] in origins.index(of: $0.id) }
    groups = places
    let echoes = Docket.echoes(in: origins)
    isEcho =
      echoes.isEmpty
      ? Array(repeating: false, count: places.count)
      : testimony.entries.map { echoes.contains($0.id) }
    let reasons = Docket.reasons(testimony, inPlay: inPlay, asOf: asOf)
    self.reasons = reasons
    var readings: [ClaimReading] = []
    readings.reserveCapacity(testimony.entries.count)
    for (place, entry) in testimony.entries.enumerated() {
      Docket.read(entry.claim, at: place, leftOut: reasons[place], into: &readings)
    }
    self.readings = readings
    var countable: [Measure: [ClaimReading]] = [:]
    for reading in readings where reading.leftOut == nil {
      if let measure = reading.measure { countable[measure, default: []].append(reading) }
    }
    self.countable = countable
  }

  /// The claim of a figure.
  func claim(of reading: ClaimReading) -> Claim { testimony.entries[reading.entry].claim }

  /// The figures that some method may count for a measure.
  ///
  /// For all sides together these are the figures of killed, except that a claim with a figure of
  /// its own for all sides gives that one alone.
  func countable(for measure: Measure) -> [ClaimReading] {
    guard measure == .allKilled else { return countable[measure] ?? [] }
    let killed = countable[.killed] ?? []
    guard let whole = countable[.allKilled] else { return killed }
    let hasWhole = Set(whole.map(\.entry))
    return (killed.filter { !hasWhole.contains($0.entry) } + whole).sorted { $0.entry < $1.entry }
  }

  private static func echoes(in origins: Origins) -> Set<ClaimID> {
    var echoes: Set<ClaimID> = []
    for group in origins.groups {
      for link in group.links where link.certainty == .certain {
        if link.echo != group.representative { echoes.insert(link.echo) }
      }
    }
    return echoes
  }

  private static func read(
    _ claim: Claim, at place: Int, leftOut: LeftOut?, into readings: inout [ClaimReading]
  ) {
    if claim.quantities.isEmpty {
      readings.append(
        ClaimReading(
          claim: claim.id, quantity: nil, measure: nil, leftOut: leftOut ?? LeftOut(.noNumber),
          entry: place))
    }
    for quantity in claim.quantities {
      switch Measure.reading(quantity, of: claim) {
      case .success(let measure):
        readings.append(
          ClaimReading(
            claim: claim.id, quantity: quantity, measure: measure, leftOut: leftOut, entry: place))
      case .failure(let left):
        readings.append(
          ClaimReading(
            claim: claim.id, quantity: quantity, measure: nil,
            leftOut: leftOut ?? LeftOut(left.reason), entry: place))
      }
    }
  }

  /// Why whole claims are out, whatever their figures.
  private static func reasons(
    _ testimony: Testimony, inPlay: Testimony, asOf: CivilDate?
  ) -> [LeftOut?] {
    let evidence = inPlay.evidence()
    let isReplacing = evidence.contains { !$0.supersededBy.isEmpty }
    let standing = isReplacing ? Set(Supersession.standing(among: evidence).map(\.claim)) : []
    let present =
      isReplacing ? Set(inPlay.entries.filter { $0.certainty == .certain }.map(\.id)) : []
    // What is in play keeps its order, so its evidence is met one by one.
    var next = evidence.makeIterator()
    return testimony.entries.map { entry in
      if let asOf {
        guard let day = entry.claim.publicDay else { return LeftOut(.undated) }
        if day > asOf { return LeftOut(.notYetPublished) }
      }
      let item = next.next()
      if entry.claim.polarity != .affirmed { return LeftOut(.denial) }
      if entry.certainty != .certain { return LeftOut(.possiblyAnotherEvent) }
      guard isReplacing, !standing.contains(entry.id) else { return nil }
      let successors = item?.supersededBy.filter { present.contains($0) } ?? []
      return LeftOut(.superseded, because: successors.sorted())
    }
  }
}

extension Testimony {
  /// The claims as compact evidence, each with those that replace it.
  ///
  /// - Returns: One piece of evidence for each entry, in order.
  /// - Complexity: O(*n* log *n*), *n* claims and edges.
  public func evidence() -> [Evidence<ClaimID>] {
    var superseders: [ClaimID: [ClaimID]] = [:]
    var counts: [SourceID: [RunningCount<ClaimID>]] = [:]
    for entry in entries {
      for edge in entry.claim.edges where edge.certainty == .certain && edge.kind.replacesTarget {
        superseders[edge.target, default: []].append(entry.id)
      }
      if entry.certainty == .certain, let count = RunningCount(entry.claim, key: entry.id) {
        counts[count.claimant, default: []].append(count)
      }
    }
    for counts in counts.values where counts.count > 1 {
      for (replaced, successor) in RunningCount.successions(among: counts) {
        superseders[replaced, default: []].append(successor)
      }
    }
    return entries.map { entry in
      Evidence(
        entry.claim, certainty: entry.certainty, supersededBy: superseders[entry.id] ?? [])
    }
  }
}

extension ClaimEdgeKind {
  /// Whether the target of the edge no longer counts once the claim that holds it is public.
  public var replacesTarget: Bool { self == .supersedes || self == .corrects }
}
