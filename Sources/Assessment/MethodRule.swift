import Records

/// What one method counts for one measure, figure by figure, of those that some method may count.
struct MethodRule {
  let method: Method
  /// Whether counting words enter; see ``MethodResult/otherReading``.
  let takesWords: Bool
  let docket: Docket

  init(_ method: Method, otherReading: Bool = false, docket: Docket) {
    self.method = method
    takesWords = (method == .acled) != otherReading
    self.docket = docket
  }

  /// The figures counted for a measure and those left out, with the reason.
  struct Selection {
    var counted: [Contribution] = []
    var leftOut: [(reading: ClaimReading, why: LeftOut)] = []
    /// Echoes by the place of their group.
    var echoes: [Int: [ClaimID]] = [:]
    var isAssessed = false
  }

  func selection(for measure: Measure) -> Selection {
    var selection = Selection()
    var offered: [(reading: ClaimReading, figure: Contribution)] = []
    for reading in docket.countable(for: measure) {
      switch offer(reading) {
      case .success(var figure):
        figure.isFinding = docket.claim(of: reading).closesInquiry
        offered.append((reading, figure))
      case .failure(let why): selection.leftOut.append((reading, LeftOut(why.reason)))
      }
    }
    if measure == .allKilled { addCombatants(to: &offered) }
    if method == .airwars { preferAssessors(&offered, &selection) }
    collapseEchoes(offered, &selection)
    return selection
  }

  /// The numbers of one figure, or why the method does not count it.
  private func offer(_ reading: ClaimReading) -> Result<Contribution, Measure.Left> {
    guard let quantity = reading.quantity else { return .failure(.init(.noNumber)) }
    let bounds = BoundReading(quantity)
    let isOwnFinding = method == .airwars && docket.claim(of: reading).isAssessment
    if bounds.word != nil, !takesWords, !isOwnFinding { return .failure(.init(.word)) }
    switch method {
    case .ibc where bounds.isApproximate: return .failure(.init(.inexact))
    case .ucdp where !isReliable(docket.claim(of: reading)): return .failure(.init(.unreliable))
    case .acled:
      guard let number = bounds.acled else {
        return .failure(.init(bounds.word == nil ? .noNumber : .word))
      }
      return .success(
        Contribution(number: number, of: reading, isApproximate: bounds.isApproximate))
    default: return .success(Contribution(quantity, of: reading))
    }
  }

  /// Whether UCDP's low and high may rest on a claim: asserted by somebody who can be named.
  private func isReliable(_ claim: Claim) -> Bool {
    switch claim.modality {
    case .alleged, .unconfirmed: return false
    case .asserted, .provisional: break
    }
    guard claim.hand != .hearsay else { return false }
    let kind = docket.inPlay.sources[claim.claimant]?.kind
    return kind != .unattributed && kind != .encyclopedia
  }

  /// A claim that counts civilians and, apart, combatants gives the sum for all sides.
  private func addCombatants(to offered: inout [(reading: ClaimReading, figure: Contribution)]) {
    var combatants: [ClaimID: Contribution] = [:]
    for reading in docket.countable[.combatantsKilled] ?? [] {
      if case .success(let figure) = offer(reading) {
        combatants[reading.claim] = combatants[reading.claim] ?? figure
      }
    }
    for index in offered.indices where offered[index].reading.quantity?.unit == .civilians {
      if let more = combatants[offered[index].reading.claim] {
        offered[index].figure = offered[index].figure.adding(more)
      }
    }
  }

  private func preferAssessors(
    _ offered: inout [(reading: ClaimReading, figure: Contribution)], _ selection: inout Selection
  ) {
    let isFinding = { (reading: ClaimReading) in
      docket.claim(of: reading).isAssessment
    }
    guard offered.contains(where: { isFinding($0.reading) }) else { return }
    selection.isAssessed = true
    let findings = offered.filter { isFinding($0.reading) }.map(\.reading.claim)
    for (reading, _) in offered where !isFinding(reading) {
      selection.leftOut.append((reading, LeftOut(.outranked, because: findings.uniqued())))
    }
    offered.removeAll { !isFinding($0.reading) }
  }

  /// Leaves out the echoes that add no number of their own; a changed number stays.
  private func collapseEchoes(
    _ offered: [(reading: ClaimReading, figure: Contribution)], _ selection: inout Selection
  ) {
    var spans: [Int: OriginSpan] = [:]
    var kept = Array(repeating: true, count: offered.count)
    for pass in [false, true] {
      for (index, offer) in offered.enumerated()
      where docket.isEcho[offer.reading.entry] == pass {
        guard let group = docket.groups[offer.reading.entry] else { continue }
        if pass, spans[group, default: OriginSpan()].covers(offer.figure) {
          kept[index] = false
          selection.echoes[group, default: []].append(offer.reading.claim)
          let lead = docket.origins.groups[group].representative
          selection.leftOut.append((offer.reading, LeftOut(.echo, because: [lead])))
        } else {
          spans[group, default: OriginSpan()].take(offer.figure)
        }
      }
    }
    selection.counted = zip(offered, kept).filter(\.1).map(\.0.figure)
  }
}

extension Array where Element: Hashable {
  /// The elements without repetition, in order.
  func uniqued() -> [Element] {
    guard count > 1 else { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
