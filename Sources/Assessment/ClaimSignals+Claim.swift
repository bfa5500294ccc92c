public import Records

extension ClaimSignals {
  /// What a computed grade needs of a claim.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - sources: Claimants by identifier; one that is missing is judged by the claim alone.
  ///   - slot: The number of a party by its name, from 1.
  /// - Complexity: O(*q* + *p*), its figures and parties.
  public init(_ claim: Claim, sources: [SourceID: Source], slot: (String) -> Int) {
    self.init(claim, by: Claimant(claim.claimant, in: sources), slot: slot)
  }

  /// What a computed grade needs of a claim whose claimant was looked up.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - claimant: Who makes it.
  ///   - slot: The number of a party by its name, from 1.
  /// - Complexity: O(*q* + *p*), its figures and parties.
  public init(_ claim: borrowing Claim, by claimant: Claimant, slot: (String) -> Int) {
    let standing = claimant.standing
    var signals: ClaimSignals = []
    if claim.deniesOrDoubtsFirst { signals.insert(.denies) }
    if claim.countsOnlyArea { signals.insert(.countsArea) }
    if claim.isAssessment { signals.insert(.isFinding) }
    if claim.hasNameableClaimant && !standing.isUnreliable && !standing.isPartyToFighting
      && claim.modality != .unconfirmed
    {
      signals.insert(.isCredible)
    }
    guard claim.polarity == .affirmed else {
      self = signals
      return
    }
    if claim.kinds.contains(.retracts) { signals.insert(.retracts) }
    if claim.reportsHarmOfEvent { signals.insert(.reportsHarm) }
    signals.formUnion(claim.admissions(mayBeBelligerent: standing.mayBeBelligerent))
    signals.formUnion(claim.discountings)
    let parties = claim.partiesBlamed
    if parties.count > 1 { signals.insert(.blamesSeveral) }
    self = parties.first.map { signals.blaming(slot($0)) } ?? signals
  }
}

extension Claim {
  /// The known parties that the claim holds responsible for this event, each once, as named.
  ///
  /// A count of an area over a period and a tactic in general blame nobody for one event; an
  /// unknown shooter is no party; what nobody in particular says, or what the relay itself marks
  /// as unconfirmed, blames nobody.
  public var partiesBlamed: [String] {
    guard polarity == .affirmed, hasNameableClaimant, modality != .unconfirmed, !countsOnlyArea,
      kinds.first != .statesTactic
    else { return [] }
    var parties: [String] = []
    for party in attributedTo where party.isKnownParty && !parties.contains(party) {
      parties.append(party)
    }
    return parties
  }

  /// Whether the claimant could be named or asked: not rumour and not nobody.
  var hasNameableClaimant: Bool { hand != .unattributed && hand != .hearsay }

  /// Whether the claim's main point is that something is not so or not known.
  var deniesOrDoubtsFirst: Bool {
    polarity != .affirmed || kinds.first == .denies || kinds.first == .doubts
  }

  /// Whether all that it counts is an area over a period.
  var countsOnlyArea: Bool {
    kinds.first == .contextCount
      || (!quantities.isEmpty && quantities.allSatisfy { $0.scope == .areaPeriod })
  }

  /// Whether it says that people who are not fighters were harmed in the event.
  ///
  /// Words without a number count; a figure of at most nought does not, and neither do fighters.
  var reportsHarmOfEvent: Bool {
    guard !countsOnlyArea, !deniesOrDoubtsFirst else { return false }
    let harmed = quantities.filter { $0.scope != .areaPeriod && $0.status.isHarm }
    if harmed.isEmpty { return kinds.contains(where: \.isReportOfHarm) }
    return harmed.contains(where: mayCountCivilians)
  }

  /// Whether a figure is of anybody who is not said to be a fighter: not nought, and not the dead of
  /// all sides beside the claim's own civilians.
  private func mayCountCivilians(_ quantity: Quantity) -> Bool {
    quantity.unit.countsPeopleOrBodies && quantity.maximum != 0
      && !quantities.givesCiviliansApart(from: quantity)
  }

  fileprivate func admissions(mayBeBelligerent: Bool) -> ClaimSignals {
    var signals: ClaimSignals = []
    guard mayBeBelligerent, hasNameableClaimant, modality == .asserted || modality == .provisional
    else { return signals }
    if kinds.contains(.acknowledgesStrike) { signals.insert(.acknowledgesStrike) }
    // "Probably" is no acceptance.
    guard modality == .asserted else { return signals }
    if kinds.contains(.acceptsHarm) { signals.insert(.acceptsHarm) }
    let concedes = quantities.contains {
      $0.scope != .areaPeriod && $0.status.isHarm && mayCountCivilians($0)
    }
    if kinds.contains(.concedesFigure) && concedes { signals.insert(.concedesFigure) }
    if verdict == .credible { signals.insert(.findsCredible) }
    return signals
  }

  fileprivate var discountings: ClaimSignals {
    guard modality == .asserted, hasNameableClaimant,
      kinds.contains(.assesses) || kinds.contains(.closesInquiry)
    else { return [] }
    var signals: ClaimSignals = grade == .discounted && verdict == nil ? [.discounts] : []
    let dead = quantities.filter { $0.scope == .event && $0.status == .killed }
    let fighters = dead.contains {
      $0.unit == .combatants && ($0.maximum ?? $0.minimum ?? 0) > 0
    }
    let others = dead.contains(where: mayCountCivilians)
    if fighters && !others { signals.insert(.findsOnlyFighters) }
    return signals
  }
}

extension String {
  /// Whether the name stands for a party: `unknown` and an empty name do not.
  var isKnownParty: Bool { !isEmpty && (utf8.count != 7 || lowercased() != "unknown") }
}

extension CasualtyStatus {
  /// Whether people in this state have been harmed in body.
  var isHarm: Bool {
    switch self {
    case .killed, .injured, .buried, .killedOrBuried, .killedOrInjured, .recovered, .trapped,
      .missing:
      true
    case .displaced, .present, .rescued, .damaged, .destroyed, .involved: false
    }
  }
}

extension CountingUnit {
  /// Whether the unit counts people who are not said to be fighters, alone or by family.
  var countsPeopleOrBodies: Bool {
    switch self {
    case .persons, .civilians, .children, .women, .men, .bodies, .families, .households,
      .casualties:
      true
    case .combatants, .houses, .buildings, .strikes, .attacks: false
    }
  }
}

extension ClaimKind {
  /// Whether a claim of this kind reports harm even where it gives no figure.
  var isReportOfHarm: Bool {
    switch self {
    case .reportsDeaths, .reportsInjuries, .reportsCasualties, .reportsBodiesRecovered,
      .reportsBuried, .acceptsHarm, .concedesFigure:
      true
    default: false
    }
  }
}
