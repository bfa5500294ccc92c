import Records

// Puts incidents in the stable order and their claims beside them.
extension AtlasBuilder {
  /// The incidents in the stable order with their claims and asserters, and where each is.
  ///
  /// What was gathered is given up on the way, so that two copies never stand side by side.
  mutating func takeIncidents() -> (IncidentColumns, IdentifierTable<IncidentID>) {
    let order = incidents.stableOrder()
    var columns = IncidentColumns()
    columns.reserveCapacity(order.count, candidates: incidents.candidates.count)
    var asserting: [ClaimID] = []
    asserting.reserveCapacity(asserters.count)
    for recorded in order {
      columns.append(Int(recorded), of: incidents)
      asserting.append(contentsOf: asserters[incidents.candidateOffsets[Int(recorded)]])
    }
    incidents = IncidentColumns()
    asserters = []
    let table = IdentifierTable(columns.ids)
    attachClaims(to: &columns, table: table)
    resolve(asserting, in: &columns)
    return (columns, table)
  }

  /// Files every claim under its incident.
  private mutating func attachClaims(
    to columns: inout IncidentColumns, table: IdentifierTable<IncidentID>
  ) {
    let found = ordinals(in: columns, table)
    // A counting sort by incident: the claims of one are then sorted by themselves.
    var next = [Int](repeating: 0, count: columns.count + 1)
    for incident in found where incident >= 0 { next[Int(incident) + 1] += 1 }
    for incident in 0..<columns.count { next[incident + 1] += next[incident] }
    var filed = [Int32](repeating: 0, count: next[columns.count])
    let starts = next
    for (membership, incident) in found.enumerated() where incident >= 0 {
      filed[next[Int(incident)]] = Int32(clamping: membership)
      next[Int(incident)] += 1
    }
    columns.claims.reserveCapacity(filed.count)
    columns.claimIsCertain.reserveCapacity(filed.count)
    columns.claimOffsets.reserveCapacity(columns.count)
    columns.reportedFrom.reserveCapacity(columns.count)
    for incident in 0..<columns.count {
      let rows = starts[incident]..<starts[incident + 1]
      if rows.count > 1 { filed[rows].sort { isBefore(Int($0), Int($1)) } }
      append(filed[rows], to: &columns)
    }
    memberships = []
  }

  /// The incident of each membership, as an ordinal; -1 where there is no such incident.
  private func ordinals(
    in columns: IncidentColumns, _ table: IdentifierTable<IncidentID>
  ) -> [Int32] {
    var found: [Int32] = []
    found.reserveCapacity(memberships.count)
    for (index, membership) in memberships.enumerated() {
      // The claims of one incident mostly follow each other.
      if index > 0, memberships[index - 1].incident == membership.incident {
        found.append(found[index - 1])
      } else {
        let ordinal = table.ordinal(of: membership.incident, in: columns.ids)
        found.append(ordinal.map { Int32(clamping: $0) } ?? -1)
      }
    }
    return found
  }

  /// By the day a claim became public, then by identifier, then surely before possibly.
  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (memberships[left], memberships[right])
    let days = (claims.publicDays[Int(a.claim)], claims.publicDays[Int(b.claim)])
    if days.0 != days.1 { return days.0 < days.1 }
    if a.claim != b.claim { return claims.ids[Int(a.claim)] < claims.ids[Int(b.claim)] }
    return a.isCertain && !b.isCertain
  }

  /// Closes the claims of the next incident; a claim linked twice counts once, surely if either
  /// link is sure.
  private func append(_ filed: ArraySlice<Int32>, to columns: inout IncidentColumns) {
    var last: Int32 = -1
    for membership in filed {
      let membership = memberships[Int(membership)]
      guard membership.claim != last else { continue }
      last = membership.claim
      columns.claims.append(membership.claim)
      columns.claimIsCertain.append(membership.isCertain)
    }
    columns.claimOffsets.close(at: columns.claims.count)
    // They are sorted by that day, undated ones last.
    let first = filed.first.map { claims.publicDays[Int(memberships[Int($0)].claim)] }
    columns.reportedFrom.append(first ?? ClaimColumns.noDay)
  }

  /// Finds the claim that asserts each candidate: mostly one about the same incident.
  private func resolve(_ asserting: [ClaimID], in columns: inout IncidentColumns) {
    var missing: [ClaimID: [Int]] = [:]
    for incident in 0..<columns.count {
      let own = columns.claims[columns.claimOffsets[incident]]
      for candidate in columns.candidateOffsets[incident] {
        let id = asserting[candidate]
        if let claim = own.first(where: { claims.ids[Int($0)] == id }) {
          columns.candidates.asserters[candidate] = claim
        } else {
          missing[id, default: []].append(candidate)
        }
      }
    }
    guard !missing.isEmpty else { return }
    for (claim, id) in claims.ids.enumerated() {
      guard let candidates = missing.removeValue(forKey: id) else { continue }
      for candidate in candidates {
        columns.candidates.asserters[candidate] = Int32(clamping: claim)
      }
    }
    for (id, candidates) in missing {
      for candidate in candidates { columns.candidates.unknownAsserters[candidate] = id }
    }
  }
}
