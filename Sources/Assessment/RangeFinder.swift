import Records

/// Finds the range of people in one state, from recorders' findings and from reports apart.
struct RangeFinder<Key: Hashable & Sendable> {
  private let status: CasualtyStatus
  private var assessed = RangeEnds<Key>()
  private var reported = RangeEnds<Key>()

  init(of status: CasualtyStatus) { self.status = status }

  mutating func take(_ item: Evidence<Key>, heedsAssessors: Bool) {
    for figure in item.figures where figure.countsPeople(as: status) {
      if item.isAssessment && heedsAssessors { assessed.take(figure, of: item.claim) }
      reported.take(figure, of: item.claim)
    }
  }

  var range: HarmRange<Key> {
    assessed.isEmpty
      ? reported.range(.lowestReported, .highestReported)
      : assessed.range(.assessorRange, .assessorRange)
  }
}

/// The lowest and the highest figure so far and who gave them.
private struct RangeEnds<Key: Hashable & Sendable> {
  private var low = Int.max
  private var high = Int.min
  private var lowClaims: [Key] = []
  private var highClaims: [Key] = []
  private var isOpen = false

  var isEmpty: Bool { lowClaims.isEmpty && highClaims.isEmpty }

  mutating func take(_ figure: Figure, of claim: Key) {
    if let least = figure.minimum, least <= low {
      if least < low { lowClaims.removeAll(keepingCapacity: true) }
      low = least
      // The figures of one claim follow each other.
      if lowClaims.last != claim { lowClaims.append(claim) }
    }
    // "At least 40" is a report of 40 that sets no ceiling.
    if let most = figure.maximum ?? figure.minimum, most >= high {
      if most > high {
        highClaims.removeAll(keepingCapacity: true)
        isOpen = false
      }
      high = most
      isOpen = isOpen || figure.maximum == nil
      if highClaims.last != claim { highClaims.append(claim) }
    }
  }

  func range(_ lowRule: RangeRule, _ highRule: RangeRule) -> HarmRange<Key> {
    HarmRange(
      minimum: lowClaims.isEmpty ? nil : RangeEnd(value: low, claims: lowClaims, rule: lowRule),
      maximum: highClaims.isEmpty
        ? nil : RangeEnd(value: high, claims: highClaims, rule: highRule, isOpen: isOpen))
  }
}
