import Records

// Puts incidents in the stable order and their claims beside them.
extension AtlasBuilder {
  /// Incidents in the stable order, still without their claims.
  struct Arranged: Sendable {
    var columns: IncidentColumns
    let table: IdentifierTable<IncidentID>
    /// Who asserts each candidate.
    let asserting: [ClaimID]
  }

  /// Puts the incidents in the stable order; none may be added afterwards.
  ///
  /// Called when all of them are there, while the claims are still being read. What was gathered is
  /// given up on the way, so that two copies never stand side by side.
  public mutating func arrangeIncidents() {
    guard arranged == nil else { return }
    let order = whole.incidents.stableOrder()
    var asserting: [ClaimID] = []
    asserting.reserveCapacity(whole.asserters.count)
    for recorded in order {
      asserting += whole.asserters[whole.incidents.candidateOffsets[Int(recorded)]]
    }
    whole.asserters = []
    let columns = whole.incidents.reordered(order)
    whole.incidents = IncidentColumns()
    arranged = Arranged(
      columns: columns, table: IdentifierTable(columns.ids), asserting: asserting)
  }

  /// The incidents in the stable order with their claims and asserters, and where each is.
  mutating func takeIncidents() -> (IncidentColumns, IdentifierTable<IncidentID>) {
    arrangeIncidents()
    precondition(whole.incidents.count == 0, "an incident was added after they were arranged")
    guard var taken = arranged.take() else { return (IncidentColumns(), IdentifierTable([])) }
    attachClaims(to: &taken.columns, table: taken.table)
    arrangeClaims(of: &taken.columns)
    resolve(taken.asserting, in: &taken.columns)
    return (taken.columns, taken.table)
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
    filed = sorted(filed, starts)
    for incident in 0..<columns.count {
      append(filed[starts[incident]..<starts[incident + 1]], to: &columns)
    }
    whole.memberships = []
  }

  /// Puts the claims in the order of the incidents that they are about.
  private mutating func arrangeClaims(of columns: inout IncidentColumns) {
    var place = [Int32](repeating: -1, count: whole.claims.count)
    var order: [Int32] = []
    order.reserveCapacity(place.count)
    for row in columns.claims.indices {
      let claim = Int(columns.claims[row])
      if place[claim] < 0 {
        place[claim] = Int32(clamping: order.count)
        order.append(Int32(clamping: claim))
      }
      columns.claims[row] = place[claim]
    }
    for claim in place.indices where place[claim] < 0 { order.append(Int32(clamping: claim)) }
    whole.claims.reorder(order)
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

  /// The memberships of each incident in order, parts of the incidents at once.
  private func sorted(_ filed: [Int32], _ starts: [Int]) -> [Int32] {
    let incidents = starts.count - 1
    let parts = max(1, min(8, incidents / 16_384))
    let (memberships, ids) = (whole.memberships, whole.claims.ids)
    return concurrentMap(parts) { part in
      let own = incidents * part / parts..<incidents * (part + 1) / parts
      let first = starts[own.lowerBound]
      var rows = Array(filed[first..<starts[own.upperBound]])
      for incident in own where starts[incident + 1] - starts[incident] > 1 {
        AtlasBuilder.sort(
          &rows[starts[incident] - first..<starts[incident + 1] - first], memberships, ids)
      }
      return rows
    }.flatMap { $0 }
  }

  /// Sorts memberships by the day the claim became public, then by identifier, then surely before
  /// possibly.
  private static func sort(
    _ rows: inout ArraySlice<Int32>, _ memberships: [AtlasPiece.Membership], _ ids: [ClaimID]
  ) {
    // One integer decides all but claims of one day; those runs are short.
    var keys = rows.map { row in
      let day = memberships[Int(row)].publicDay
      return UInt64(UInt32(bitPattern: day ^ .min)) << 32 | UInt64(UInt32(bitPattern: row))
    }
    keys.sort()
    for (place, key) in zip(rows.indices, keys) { rows[place] = Int32(truncatingIfNeeded: key) }
    var first = 0
    while first < keys.count {
      var end = first + 1
      while end < keys.count, keys[end] >> 32 == keys[first] >> 32 { end += 1 }
      if end - first > 1 {
        rows[rows.startIndex + first..<rows.startIndex + end].sort { left, right in
          let (a, b) = (memberships[Int(left)], memberships[Int(right)])
          if a.claim != b.claim { return ids[Int(a.claim)] < ids[Int(b.claim)] }
          return a.isCertain && !b.isCertain
        }
      }
      first = end
    }
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
