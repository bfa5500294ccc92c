import Records

extension Testimony {
  /// The claims as compact evidence, with the claims that surely replace each.
  ///
  /// - Parameters:
  ///   - signals: What a computed grade needs of a claim.
  ///   - origin: Where a claim comes from.
  /// - Returns: Evidence in the order of the entries.
  /// - Complexity: O(*n*), *n* claims and edges.
  func plainEvidence(
    signals: (Claim) -> ClaimSignals = { _ in [] }, origin: (ClaimID) -> UInt32 = { _ in 0 }
  ) -> [Evidence<ClaimID>] {
    let superseders = superseders
    return entries.map { entry in
      Evidence(
        entry.claim, certainty: entry.certainty, supersededBy: superseders[entry.id] ?? [],
        signals: signals(entry.claim), origin: origin(entry.id))
    }
  }

  /// For each claim, those that surely supersede or correct it, in the order of the testimony.
  var superseders: [ClaimID: [ClaimID]] {
    var superseders: [ClaimID: [ClaimID]] = [:]
    for entry in entries {
      for edge in entry.claim.edges
      where edge.certainty == .certain
        && ContradictionKind(edge.kind)?.isSuccession == true
      {
        superseders[edge.target, default: []].append(entry.id)
      }
    }
    return superseders
  }
}
