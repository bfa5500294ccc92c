import Records

/// The claims in play as every explained finding hears them: what stands, what was replaced but
/// was said, and from which independent origin.
struct HeardClaims {
  struct Heard {
    let entry: Testimony.Entry
    let evidence: Evidence<ClaimID>
    /// Whether no claim in play replaces it.
    let isStanding: Bool

    var id: ClaimID { entry.id }
    var signals: ClaimSignals { evidence.signals }
    var isCertain: Bool { evidence.isCertain }
    /// Undated claims count as the latest.
    var day: CivilDate { evidence.publicDay ?? .latest }
  }

  /// Every claim in play as compact evidence.
  let evidence: [Evidence<ClaimID>]
  /// Those that no other in play replaces.
  let standing: [Evidence<ClaimID>]
  /// Those that were not taken back, in the order of the testimony.
  let heard: [Heard]
  /// The sources that are known.
  let sources: [SourceID: Source]
  let origins: Origins

  init(_ testimony: Testimony) {
    let origins = Origins(testimony)
    let keys = testimony.originKeys(origins)
    var parties = PartySlots()
    let evidence = zip(testimony.entries, testimony.evidence()).map { entry, plain in
      plain.with(
        ClaimSignals(entry.claim, sources: testimony.sources) { parties.slot(of: $0) },
        origin: keys[entry.id] ?? 0)
    }
    let standing = Supersession.standing(among: evidence)
    let signals = Dictionary(
      standing.map { ($0.claim, $0.signals) }, uniquingKeysWith: { first, _ in first })
    heard = zip(testimony.entries, evidence).compactMap { entry, item in
      let isStanding = signals[item.claim] != nil
      let isWithdrawn =
        !isStanding
        && item.supersededBy.contains { signals[$0]?.contains(.retracts) == true }
      return isWithdrawn ? nil : Heard(entry: entry, evidence: item, isStanding: isStanding)
    }
    self.evidence = evidence
    self.standing = standing
    self.origins = origins
    sources = testimony.sources
  }

  /// What the rules say of the claims, or of those alone that surely speak of the incident.
  func decision(certainOnly: Bool = false) -> GradeDecision {
    guard certainOnly else { return GradeTally.decision(inPlay: evidence, standing: standing) }
    return GradeTally.decision(
      inPlay: evidence.filter(\.isCertain), standing: standing.filter(\.isCertain))
  }

  /// Standing claims with any of some signals.
  func standing(with signals: ClaimSignals, certainOnly: Bool) -> [Heard] {
    heard.filter {
      $0.isStanding && (!certainOnly || $0.isCertain) && !$0.signals.isDisjoint(with: signals)
    }
  }

  /// Credible reports of harm, one list for each independent origin, by their first claims.
  var reportsByOrigin: [[Heard]] {
    heard.filter { $0.signals.isIndependentReport && $0.evidence.origin != 0 }
      .grouped { $0.evidence.origin }.map(\.members)
  }

  /// The parties blamed by standing claims and who blames each, by their first claims.
  var accusers: [(party: String, members: [Heard])] {
    heard.filter(\.isStanding)
      .flatMap { heard in heard.entry.claim.partiesBlamed.map { (party: $0, heard: heard) } }
      .grouped { $0.party }.map { ($0.key, $0.members.map(\.heard)) }
  }
}

extension ClaimSignals {
  /// Whether the claim counts as a source of its own: credible, of harm, and no recorder's finding.
  var isIndependentReport: Bool {
    contains([.reportsHarm, .isCredible]) && !contains(.isFinding)
  }
}

extension Array {
  /// The elements by a key, in the order in which the keys are met.
  func grouped<Key: Hashable>(by key: (Element) -> Key) -> [(key: Key, members: [Element])] {
    var groups: [(key: Key, members: [Element])] = []
    var places: [Key: Int] = [:]
    for element in self {
      let key = key(element)
      if let place = places[key] {
        groups[place].members.append(element)
      } else {
        places[key] = groups.count
        groups.append((key, [element]))
      }
    }
    return groups
  }
}

extension Testimony {
  /// A number for the origin of each claim that has an independent one.
  ///
  /// Stricter than a count of origins: claims that may have one origin, and claimants who speak for
  /// one body, share a number, so that two numbers are surely two sources. What nobody in
  /// particular says, or an unnamed claimant through an unnamed relay, has none.
  ///
  /// - Parameter origins: The origins of the same claims.
  /// - Returns: Numbers from 1.
  /// - Complexity: O(*n* log *n*), *n* claims and edges.
  func originKeys(_ origins: Origins) -> [ClaimID: UInt32] {
    var sets = DisjointSets(count: origins.groups.count)
    var bodies: [SourceID: Int] = [:]
    let claimants = Dictionary(
      entries.map { ($0.id, $0.claim.claimant) }, uniquingKeysWith: { first, _ in first })
    for (index, group) in origins.groups.enumerated() {
      for link in group.links {
        if let other = origins.index(of: link.source) { sets.join(index, other) }
      }
      guard group.dependence != .unattributed, let claimant = claimants[group.representative],
        let body = sources.affiliations(of: claimant).last
      else { continue }
      if let first = bodies[body] { sets.join(index, first) } else { bodies[body] = index }
    }
    var keys: [ClaimID: UInt32] = [:]
    for (index, group) in origins.groups.enumerated() {
      if group.dependence == .unattributed || group.dependence == .anonymousThroughAnonymous {
        continue
      }
      let key = UInt32(clamping: sets.root(of: index) + 1)
      for member in group.members { keys[member] = key }
    }
    return keys
  }
}
