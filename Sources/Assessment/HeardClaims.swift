import Records

/// The claims in play as every explained finding hears them: what stands, what was replaced but
/// was said, and from which independent origin.
struct HeardClaims {
  /// One claim without its words: claims are large, and these are copied about.
  struct Heard {
    /// Its place in the testimony.
    let place: Int
    let id: ClaimID
    let signals: ClaimSignals
    /// Where it comes from; 0 is not proven independent of any other.
    let origin: UInt32
    let publicDay: CivilDate?
    let isCertain: Bool
    /// Whether no claim in play replaces it.
    let isStanding: Bool

    /// Undated claims count as the latest.
    var day: CivilDate { publicDay ?? .latest }
  }

  /// Every claim in play as compact evidence.
  let evidence: [Evidence<ClaimID>]
  /// Those that no other in play replaces.
  let standing: [Evidence<ClaimID>]
  /// Those that were not taken back, in the order of the testimony.
  let heard: [Heard]
  let origins: Origins
  /// Credible reports of harm, one list for each independent origin, by their first claims.
  let reportsByOrigin: [[Heard]]
  /// The parties blamed by standing claims and who blames each, by their first claims.
  let accusers: [(party: String, members: [Heard])]
  private let testimony: Testimony

  /// Hears the claims of a testimony.
  ///
  /// - Parameters:
  ///   - testimony: The claims in play.
  ///   - known: Signals read before, by claim, of this testimony or a larger one.
  init(_ testimony: Testimony, signals known: [ClaimID: ClaimSignals]? = nil) {
    let origins = Origins(testimony)
    let signals = known ?? testimony.signals()
    let evidence = testimony.gradedEvidence(signals, origins)
    let standing = Supersession.standing(among: evidence)
    let stands = Set(standing.lazy.map(\.claim))
    heard = evidence.enumerated().compactMap { place, item in
      let isStanding = stands.contains(item.claim)
      let isWithdrawn =
        !isStanding
        && item.supersededBy.contains {
          stands.contains($0) && signals[$0]?.contains(.retracts) == true
        }
      return isWithdrawn ? nil : Heard(item, place: place, isStanding: isStanding)
    }
    reportsByOrigin = heard.filter { $0.signals.isIndependentReport && $0.origin != 0 }
      .grouped { $0.origin }.map(\.members)
    accusers = heard.filter { $0.isStanding && $0.signals.party != 0 }
      .flatMap { heard in
        testimony.entries[heard.place].claim.partiesBlamed.map { (party: $0, heard: heard) }
      }.grouped { $0.party }.map { ($0.key, $0.members.map(\.heard)) }
    self.evidence = evidence
    self.standing = standing
    self.origins = origins
    self.testimony = testimony
  }

  /// The sources that are known.
  var sources: [SourceID: Source] { testimony.sources }

  /// Whether the claim opens an inquiry or gives a verdict.
  func mayGiveVerdict(_ heard: Heard) -> Bool {
    let place = heard.place
    return !heard.signals.isDisjoint(with: .accepts)
      || testimony.entries[place].claim.verdict != nil
      || testimony.entries[place].claim.kinds.contains(.opensInquiry)
  }

  /// The whole claim.
  func claim(_ heard: Heard) -> Claim { testimony.entries[heard.place].claim }

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
}

extension HeardClaims.Heard {
  fileprivate init(_ evidence: Evidence<ClaimID>, place: Int, isStanding: Bool) {
    self.init(
      place: place, id: evidence.claim, signals: evidence.signals, origin: evidence.origin,
      publicDay: evidence.publicDay, isCertain: evidence.isCertain, isStanding: isStanding)
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
