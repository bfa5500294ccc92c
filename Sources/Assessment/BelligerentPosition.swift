public import Records

/// What one belligerent says last of an allegation against itself.
///
/// An opened inquiry reads as `open`, an acceptance of harm or a conceded figure as
/// `credible-substantiated`. A statement that another in play replaces is history; of statements
/// of one day the one that admits more stands.
///
/// - Note: Source – Airwars and the Coalition's monthly reports; docs/methodology.md, Grades.
public struct BelligerentPosition: Hashable, Sendable {
  /// One statement.
  public struct Statement: Hashable, Sendable {
    /// The verdict that it gives.
    public let verdict: BelligerentVerdict
    /// The claim.
    public let claim: ClaimID
    /// The day it became public.
    public let publicDay: CivilDate?
    /// Whether no claim in play replaces it.
    public let isStanding: Bool
  }

  /// The belligerent, by the name that claims blame it under where one of them fits.
  public let belligerent: String
  /// The verdict that stands.
  public let verdict: BelligerentVerdict
  /// The claims that give it, never none.
  public let claims: [ClaimID]
  /// The day from which it stands; `nil` when that is not known.
  public let since: CivilDate?
  /// Everything the belligerent said, in the order of the testimony.
  public let statements: [Statement]
}

extension BelligerentPosition {
  /// The positions of all belligerents that speak of themselves, by name.
  ///
  /// - Parameter testimony: The claims in play.
  /// - Returns: One position for each.
  /// - Complexity: O(*n* log *n*), *n* claims and edges.
  public static func positions(in testimony: Testimony) -> [BelligerentPosition] {
    positions(HeardClaims(testimony))
  }

  static func positions(_ claims: HeardClaims) -> [BelligerentPosition] {
    let byID = Dictionary(claims.heard.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let said = claims.heard.compactMap { heard -> (name: String, statement: Statement)? in
      guard heard.isCertain, claims.mayGiveVerdict(heard) else { return nil }
      let claim = claims.claim(heard)
      guard
        let verdict = claim.ownVerdict(signals: heard.signals, sources: claims.sources)
      else { return nil }
      // An echo speaks for whoever made the statement that it repeats.
      let origin = claims.origins.group(of: heard.id)?.representative ?? heard.id
      let speaker = byID[origin].map { claims.claim($0) } ?? claim
      return (
        claim.belligerent(in: claims.sources, speaker: speaker.claimant),
        Statement(
          verdict: verdict, claim: heard.id, publicDay: heard.publicDay,
          isStanding: heard.isStanding)
      )
    }
    return said.grouped { $0.name }
      .compactMap { BelligerentPosition($0.key, $0.members.map(\.statement)) }
      .sorted { $0.belligerent < $1.belligerent }
  }

  private init?(_ name: String, _ statements: [Statement]) {
    let standing = statements.filter(\.isStanding)
    let latest = standing.map { $0.publicDay ?? .latest }.max()
    let last = standing.filter { ($0.publicDay ?? .latest) == latest }
    guard let verdict = last.map(\.verdict).min(by: { $0.admission < $1.admission }) else {
      return nil
    }
    belligerent = name
    self.verdict = verdict
    claims = last.filter { $0.verdict == verdict }.map(\.claim)
    since = last.first?.publicDay
    self.statements = statements
  }
}

extension BelligerentVerdict {
  /// Which of two verdicts of one day stands: the lesser number, which admits more.
  fileprivate var admission: Int {
    switch self {
    case .credible: 0
    case .nonCredible: 1
    case .duplicate: 2
    case .notYetAssessed: 3
    case .open: 4
    }
  }
}

extension Claim {
  /// What the claim says of the claimant's own side, if it does.
  fileprivate func ownVerdict(
    signals: ClaimSignals, sources: [SourceID: Source]
  ) -> BelligerentVerdict? {
    guard polarity == .affirmed else { return nil }
    if !signals.isDisjoint(with: .accepts) { return .credible }
    if let verdict { return verdict }
    guard kinds.contains(.opensInquiry) else { return nil }
    let speaksForItself =
      sources[claimant] == nil || SourceStanding(of: claimant, in: sources).isPartyToFighting
    return speaksForItself ? .open : nil
  }

  /// The name of the belligerent: a party that the claim itself holds responsible and that the
  /// speaker speaks for, then the first such party, then the body behind the speaker.
  fileprivate func belligerent(in sources: [SourceID: Source], speaker: SourceID) -> String {
    let names = sources.affiliations(of: speaker).map { sources[$0]?.name ?? $0.text }
    let parties = partiesBlamed
    return parties.first(where: names.contains) ?? parties.first ?? names.last ?? speaker.text
  }
}
