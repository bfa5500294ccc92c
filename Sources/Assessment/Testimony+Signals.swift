public import Records

extension Testimony {
  /// The claims as compact evidence that can be graded: with signals and origins.
  ///
  /// - Returns: One piece of evidence for each entry, in order.
  /// - Complexity: O(*n* log *n*), *n* claims and edges.
  public func gradedEvidence() -> [Evidence<ClaimID>] {
    gradedEvidence(signals(), Origins(self))
  }

  func gradedEvidence(
    _ signals: [ClaimID: ClaimSignals], _ origins: Origins
  ) -> [Evidence<ClaimID>] {
    let keys = originKeys(origins)
    return evidence().map { $0.with(signals[$0.claim] ?? [], origin: keys[$0.claim] ?? 0) }
  }

  /// The signals of every claim.
  ///
  /// - Complexity: O(*n*), *n* figures and parties.
  func signals() -> [ClaimID: ClaimSignals] {
    var parties = PartySlots()
    var signals: [ClaimID: ClaimSignals] = [:]
    signals.reserveCapacity(entries.count)
    for entry in entries {
      signals[entry.id] = ClaimSignals(entry.claim, sources: sources) { parties.slot(of: $0) }
    }
    return signals
  }

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
