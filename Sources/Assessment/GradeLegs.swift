import Records

/// The claims that a decision rests on, as legs: a rule needs a number of legs, and each leg is
/// there from the day of its first claim.
struct GradeLegs {
  private typealias Heard = HeardClaims.Heard

  private struct Leg {
    let role: GradeRole
    var party: String?
    let members: [Heard]

    var firstDay: CivilDate { members.map(\.day).min() ?? .latest }
  }

  /// Legs of which some must be there, and how many of them.
  private var needs: [(legs: [Leg], count: Int)] = []

  init(_ decision: GradeDecision, _ claims: HeardClaims) {
    switch decision {
    case .notYetReported: return
    case .ungraded: need([Leg(role: .reportsNoHarm, members: claims.heard)])
    case .graded(let rule): take(rule, claims)
    }
  }

  private mutating func take(_ rule: GradeRule, _ claims: HeardClaims) {
    switch rule {
    case .onlyFightersFound:
      need(leg(.findsOnlyFighters, claims.standing(with: .findsOnlyFighters, certainOnly: true)))
    case .discountedByAssessor:
      need(leg(.discounts, claims.standing(with: .discounts, certainOnly: true)))
    case .harmAccepted, .figureConceded, .foundCredible:
      need(leg(.acceptsHarm, claims.standing(with: .accepts, certainOnly: true)))
    case .rivalAttributions:
      need(claims.accusers.map { Leg(role: .blames, party: $0.party, members: $0.members) }, 2)
    case .sourcesAndKnownAction:
      needSources(claims)
      let known = ClaimSignals.accepts.union(.acknowledgesStrike)
      need(leg(.acknowledgesStrike, claims.standing(with: known, certainOnly: false)))
    case .sourcesAndLikelyAction:
      needSources(claims)
      need(
        leg(
          .namesActor,
          claims.heard.filter {
            $0.isStanding && $0.signals.party != 0 && $0.signals.contains(.isCredible)
          }))
    case .noActionKnown: needSources(claims)
    case .singleSource:
      let sources = claims.reportsByOrigin.map { Leg(role: .reportsHarm, members: $0) }
      let any = claims.heard.filter { $0.signals.contains(.reportsHarm) }
      need(sources.isEmpty ? leg(.reportsHarm, any) : sources)
    }
  }

  private mutating func needSources(_ claims: HeardClaims) {
    need(claims.reportsByOrigin.map { Leg(role: .reportsHarm, members: $0) }, 2)
  }

  private func leg(_ role: GradeRole, _ members: [Heard]) -> [Leg] {
    [Leg(role: role, members: members)]
  }

  private mutating func need(_ legs: [Leg], _ count: Int = 1) {
    needs.append((legs.filter { !$0.members.isEmpty }, count))
  }

  var reasons: [GradeReason] {
    needs.flatMap(\.legs).map {
      GradeReason(role: $0.role, party: $0.party, claims: $0.members.map(\.id))
    }
  }

  /// The day on which the last needed leg was there, and the claims of that day that put it there.
  var decisive: (CivilDate?, [ClaimID]) {
    var last: CivilDate?
    for (legs, count) in needs {
      // One claim that blames two parties gives two legs at once.
      let days = legs.map(\.firstDay).sorted().prefix(count)
      if let day = days.last { last = max(last ?? day, day) }
    }
    guard let last else { return (nil, []) }
    let claims = needs.flatMap(\.legs).filter { $0.firstDay == last }.flatMap(\.members)
      .filter { $0.day == last }.map(\.id).uniqued()
    return (last == .latest ? nil : last, claims)
  }
}
