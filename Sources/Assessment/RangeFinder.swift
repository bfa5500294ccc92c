public import Records

/// Finds the range of people in one state, from recorders' findings and from reports apart.
@usableFromInline
struct RangeFinder<Key: Hashable & Sendable> {
  @usableFromInline let status: CasualtyStatus
  @usableFromInline var assessed = RangeEnds<Key>()
  @usableFromInline var reported = RangeEnds<Key>()

  @inlinable
  init(of status: CasualtyStatus) { self.status = status }

  @inlinable
  mutating func take(_ item: Evidence<Key>, heedsAssessors: Bool) {
    for figure in item.figures where figure.countsPeople(as: status) {
      if item.isAssessment && heedsAssessors { assessed.take(figure, of: item.claim) }
      // A word bounds; only a number is a reported figure.
      if !figure.isWord { reported.take(figure, of: item.claim) }
    }
  }

  @inlinable var range: HarmRange<Key> {
    assessed.isEmpty
      ? reported.range(.lowestReported, .highestReported)
      : assessed.range(.assessorRange, .assessorRange)
  }
}

/// The lowest and the highest figure so far and who gave them.
@usableFromInline
struct RangeEnds<Key: Hashable & Sendable> {
  @usableFromInline var low = Int.max
  @usableFromInline var high = Int.min
  @usableFromInline var lowClaims: [Key] = []
  @usableFromInline var highClaims: [Key] = []
  @usableFromInline var isOpen = false

  @inlinable init() {}

  @inlinable var isEmpty: Bool { lowClaims.isEmpty && highClaims.isEmpty }

  @inlinable
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

  @inlinable
  func range(_ lowRule: RangeRule, _ highRule: RangeRule) -> HarmRange<Key> {
    HarmRange(
      minimum: lowClaims.isEmpty ? nil : RangeEnd(value: low, claims: lowClaims, rule: lowRule),
      maximum: highClaims.isEmpty
        ? nil : RangeEnd(value: high, claims: highClaims, rule: highRule, isOpen: isOpen))
  }
}
