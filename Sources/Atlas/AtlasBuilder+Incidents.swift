import Records

// Puts incidents in the stable order and their claims beside them.
extension AtlasBuilder {
  /// The incidents in the stable order with their claims and asserters, and where each is.
  ///
  /// What was gathered is given up on the way, so that two copies never stand side by side.
  mutating func takeIncidents() -> (IncidentColumns, IdentifierTable<IncidentID>) {
    let order = whole.incidents.stableOrder()
    var asserting: [ClaimID] = []
    asserting.reserveCapacity(whole.asserters.count)
    for recorded in order {
      asserting += whole.asserters[whole.incidents.candidateOffsets[Int(recorded)]]
    }
    whole.asserters = []
    var columns = whole.incidents.reordered(order)
    whole.incidents = IncidentColumns()
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
      if rows.count > 1 { sort(&filed[rows]) }
      append(filed[rows], to: &columns)
    }
    whole.memberships = []
  }

  /// The incident of each membership, as an ordinal; -1 where there is no such incident.
  private func ordinals(
    in columns: IncidentColumns, _ table: IdentifierTable<IncidentID>
  ) -> [Int32] {
    var found: [Int32] = []
    found.reserveCapacity(whole.memberships.count)
    for (index, membership) in whole.memberships.enumerated() {
      // The claims of one incident mostly follow each other.
      if index > 0, whole.memberships[index - 1].incident == membership.incident {
        found.append(found[index - 1])
      } else {
        let ordinal = table.ordinal(of: membership.incident, in: columns.ids)
        found.append(ordinal.map { Int32(clamping: $0) } ?? -1)
      }
    }
    return found
  }

  /// Sorts memberships by the day the claim became public, then by identifier, then surely before
  /// possibly.
  private func sort(_ rows: inout ArraySlice<Int32>) {
    // One integer decides all but claims of one day; those runs are short.
    var keys = rows.map { row in
      let day = whole.memberships[Int(row)].publicDay
      return UInt64(UInt32(bitPattern: day ^ .min)) << 32 | UInt64(UInt32(bitPattern: row))
    }
    keys.sort()
    for (place, key) in zip(rows.indices, keys) { rows[place] = Int32(truncatingIfNeeded: key) }
    var first = 0
    while first < keys.count {
      var end = first + 1
      while end < keys.count, keys[end] >> 32 == keys[first] >> 32 { end += 1 }
      if end - first > 1 {
        rows[rows.startIndex + first..<rows.startIndex + end].sort { isBefore(Int($0), Int($1)) }
      }
      first = end
    }
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (whole.memberships[left], whole.memberships[right])
    if a.claim != b.claim {
      return whole.claims.ids[Int(a.claim)] < whole.claims.ids[Int(b.claim)]
    }
    return a.isCertain && !b.isCertain
  }

  /// Closes the claims of the next incident; a claim linked twice counts once, surely if either
  /// link is sure.
  private func append(_ filed: ArraySlice<Int32>, to columns: inout IncidentColumns) {
    var last: Int32 = -1
    for membership in filed {
      let membership = whole.memberships[Int(membership)]
      guard membership.claim != last else { continue }
      last = membership.claim
      columns.claims.append(membership.claim)
      columns.claimIsCertain.append(membership.isCertain)
    }
    columns.claimOffsets.close(at: columns.claims.count)
    // They are sorted by that day, undated ones last.
    let first = filed.first.map { whole.memberships[Int($0)].publicDay }
    columns.reportedFrom.append(first ?? ClaimColumns.noDay)
  }

  /// Finds the claim that asserts each candidate: mostly one about the same incident.
  private func resolve(_ asserting: [ClaimID], in columns: inout IncidentColumns) {
    var missing: [ClaimID: [Int]] = [:]
    for incident in 0..<columns.count {
      let own = columns.claims[columns.claimOffsets[incident]]
      for candidate in columns.candidateOffsets[incident] {
        let id = asserting[candidate]
        if let claim = own.first(where: { whole.claims.ids[Int($0)] == id }) {
          columns.candidates.asserters[candidate] = claim
        } else {
          missing[id, default: []].append(candidate)
        }
      }
    }
    guard !missing.isEmpty else { return }
    for (claim, id) in whole.claims.ids.enumerated() {
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
