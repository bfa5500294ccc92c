import Assessment
import Records

// Which claims about an incident go back to one statement.
extension Atlas {
  /// How many independent origins the claims about an incident have.
  func independentOrigins(of incident: Int, asOf: CivilDate?) -> Int {
    let rows = incidents.claimOffsets[incident]
    // So few claimants are sooner compared with each other than hashed.
    guard rows.count <= 16, !hasEchoes(rows) else {
      return origins(of: rows, asOf: asOf).tally.independentCount
    }
    return rows.count { row in
      let claim = incidents.claims[row]
      let origin = claims.origins[Int(claim)]
      guard origin.body != 0, claims.isPublic(Int(claim), asOf: asOf) else { return false }
      return !rows[..<row].contains { earlier in
        let other = incidents.claims[earlier]
        let known = claims.origins[Int(other)]
        return known.claimant == origin.claimant && known.body != 0
          && claims.isPublic(Int(other), asOf: asOf)
      }
    }
  }

  private func hasEchoes(_ rows: Range<Int>) -> Bool {
    !claims.echoes.isEmpty && rows.contains { claims.echoes.has(incidents.claims[$0]) }
  }

  /// The numbers of origins, by row; `nil` when no claim goes back to another, for then each keeps
  /// the number of its body.
  func originKeys(of rows: Range<Int>, asOf: CivilDate?) -> [UInt32]? {
    guard hasEchoes(rows) else { return nil }
    let (places, tally) = origins(of: rows, asOf: asOf)
    return places.map { $0.map { tally.keys[$0] } ?? 0 }
  }

  /// Groups the claims in play by origin, and says where each row stands among them.
  private func origins(
    of rows: Range<Int>, asOf: CivilDate?
  ) -> (places: [Int?], tally: OriginTally) {
    var places: [Int?] = []
    var ordinals: [Int32] = []
    for row in rows {
      let claim = incidents.claims[row]
      let isInPlay = claims.isPublic(Int(claim), asOf: asOf)
      places.append(isInPlay ? ordinals.count : nil)
      if isInPlay { ordinals.append(claim) }
    }
    var links: [OriginTally.Link] = []
    for (place, claim) in ordinals.enumerated() {
      for echo in claims.echoes[claim] ?? [] {
        guard let source = ordinals.firstIndex(of: echo.source) else { continue }
        links.append(OriginTally.Link(echo: place, source: source, isCertain: echo.isCertain))
      }
    }
    return (places, OriginTally(ordinals.map { claims.origins[Int($0)] }, links: links))
  }
}
