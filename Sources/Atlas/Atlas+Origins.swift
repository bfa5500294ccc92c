import Assessment
import Records

// Which claims about an incident go back to one statement.
extension Atlas {
  /// How many independent origins the claims about an incident have.
  func independentOrigins(of incident: Int, asOf: CivilDate?) -> Int {
    origins(of: incidents.claimOffsets[incident], asOf: asOf).tally.independentCount
  }

  /// The numbers of origins, by row; `nil` when no claim goes back to another, for then each keeps
  /// the number of its body.
  func originKeys(of rows: Range<Int>, asOf: CivilDate?) -> [UInt32]? {
    guard !claims.echoes.isEmpty,
      rows.contains(where: { claims.echoes[Int(incidents.claims[$0])] != nil })
    else { return nil }
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
      for echo in claims.echoes[Int(claim)] ?? [] {
        guard let source = ordinals.firstIndex(of: echo.source) else { continue }
        links.append(OriginTally.Link(echo: place, source: source, isCertain: echo.isCertain))
      }
    }
    return (places, OriginTally(ordinals.map { claims.origins[Int($0)] }, links: links))
  }
}
