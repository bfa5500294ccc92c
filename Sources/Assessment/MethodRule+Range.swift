import Records

extension MethodRule {
  /// The result for a measure, without what removals would change.
  func range(of measure: Measure) -> ExplainedRange {
    guard measure != .allKilled || method == .ucdp || method == .acled else { return .unknown }
    let selection = selection(for: measure)
    let rules = rules(isAssessed: selection.isAssessed)
    var range = ExplainedRange(
      minimum: lowest(of: selection, rules.low), maximum: highest(of: selection, rules.high))
    switch method {
    case .acled: range.maximum = range.minimum
    case .ucdp: range.best = best(in: range, selection)
    case .airwars, .ibc, .constraint: break
    }
    return range
  }

  /// What belligerents concede of their own strikes.
  func conceded(of measure: Measure) -> ExplainedRange {
    var selection = Selection()
    for reading in docket.countable[measure] ?? [] {
      guard docket.claim(of: reading).concedes, let quantity = reading.quantity else { continue }
      selection.counted.append(Contribution(quantity, of: reading))
    }
    return ExplainedRange(
      minimum: lowest(of: selection, .conceded), maximum: highest(of: selection, .conceded))
  }

  private func rules(isAssessed: Bool) -> (low: RangeRule, high: RangeRule) {
    switch method {
    case .airwars where isAssessed: (.assessorRange, .assessorRange)
    case .airwars, .ibc, .constraint: (.lowestReported, .highestReported)
    case .ucdp: (.lowestReliable, .highestReliable)
    case .acled: (.mostConservative, .mostConservative)
    }
  }

  private func lowest(of selection: Selection, _ rule: RangeRule) -> ExplainedEnd? {
    guard let value = selection.counted.compactMap(\.low).min() else { return nil }
    return end(value, selection.counted.filter { $0.low == value }, rule, selection, isOpen: false)
  }

  private func highest(of selection: Selection, _ rule: RangeRule) -> ExplainedEnd? {
    guard let value = selection.counted.compactMap(\.high).max() else { return nil }
    let deciding = selection.counted.filter { $0.high == value }
    return end(value, deciding, rule, selection, isOpen: deciding.contains(where: \.isOpen))
  }

  private func end(
    _ value: Int, _ deciding: [Contribution], _ rule: RangeRule, _ selection: Selection,
    isOpen: Bool
  ) -> ExplainedEnd {
    // The figures of one claim follow each other.
    var claims: [ClaimID] = []
    var last: Int?
    for figure in deciding where figure.entry != last {
      claims.append(figure.claim)
      last = figure.entry
    }
    var echoes: [ClaimID] = []
    if !selection.echoes.isEmpty {
      let groups = Set(deciding.compactMap { docket.groups[$0.entry] })
      echoes = groups.sorted().flatMap { selection.echoes[$0] ?? [] }.uniqued()
    }
    return ExplainedEnd(
      value: value, isOpen: isOpen, isApproximate: deciding.allSatisfy(\.isApproximate),
      rule: rule, claims: claims, echoes: echoes.filter { !claims.contains($0) })
  }

  /// UCDP's most likely number, where it needs no coder: the finding of a closed inquiry, else the
  /// only number there is.
  private func best(in range: ExplainedRange, _ selection: Selection) -> ExplainedEnd? {
    let findings = selection.counted.filter { $0.low != nil && $0.isFinding }
    // The testimony is in the order of publication, so the last is the latest.
    if let last = findings.last, let value = last.low {
      return end(value, [last], .inquiryFinding, selection, isOpen: false)
    }
    guard let low = range.minimum, let high = range.maximum, low.value == high.value else {
      return nil
    }
    let sole = selection.counted.filter { $0.low == low.value }
    return end(low.value, sole, .soleFigure, selection, isOpen: high.isOpen)
  }
}

extension Claim {
  /// Whether a belligerent concedes a figure of its own strike.
  var concedes: Bool { kinds.contains(.concedesFigure) || kinds.contains(.acceptsHarm) }

  /// Whether the claim ends an inquiry with a finding.
  var closesInquiry: Bool { kinds.contains(.closesInquiry) }

  /// Whether the claim says that people came to harm.
  var reportsHarm: Bool {
    kinds.contains { kind in
      switch kind {
      case .reportsDeaths, .reportsInjuries, .reportsCasualties, .reportsBodiesRecovered,
        .reportsBuried, .acceptsHarm, .concedesFigure:
        true
      default: false
      }
    }
  }
}
