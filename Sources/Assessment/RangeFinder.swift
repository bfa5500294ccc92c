public import Records

/// Finds the range of people in one state, from recorders' findings and from reports apart.
@usableFromInline
struct RangeFinder<Key: Hashable & Sendable>: Sendable {
  @usableFromInline let status: CasualtyStatus
  @usableFromInline var assessed = RangeEnds<Key>()
  @usableFromInline var reported = RangeEnds<Key>()

  @inlinable
  init(of status: CasualtyStatus) { self.status = status }

  /// Takes one figure of a claim.
  @inlinable
  mutating func take(_ figure: Figure, of claim: Key, isFinding: Bool) {
    guard figure.countsPeople(as: status) else { return }
    if isFinding { assessed.take(figure, of: claim) }
    // A word bounds; only a number is a reported figure.
    if !figure.isWord { reported.take(figure, of: claim) }
  }

  /// The greatest number of the range, or the least where it has no upper end.
  @inlinable var reach: Int? {
    let ends = assessed.isEmpty ? reported : assessed
    return ends.highClaims.isEmpty ? ends.lowClaims.isEmpty ? nil : ends.low : ends.high
  }

  @inlinable
  func range<Other>(_ name: (Key) -> Other) -> HarmRange<Other> {
    assessed.isEmpty
      ? reported.range(.lowestReported, .highestReported, name)
      : assessed.range(.assessorRange, .assessorRange, name)
  }
}

/// The lowest and the highest figure so far and who gave them.
@usableFromInline
struct RangeEnds<Key: Hashable & Sendable>: Sendable {
  @usableFromInline var low = Int.max
  @usableFromInline var high = Int.min
  @usableFromInline var lowClaims = FewKeys<Key>()
  @usableFromInline var highClaims = FewKeys<Key>()
  @usableFromInline var isOpen = false

  @inlinable init() {}

  @inlinable var isEmpty: Bool { lowClaims.isEmpty && highClaims.isEmpty }

  @inlinable
  mutating func take(_ figure: Figure, of claim: Key) {
    if let least = figure.minimum, least <= low {
      if least < low { lowClaims.become(claim) } else { lowClaims.add(claim) }
      low = least
    }
    // "At least 40" is a report of 40 that sets no ceiling.
    if let most = figure.maximum ?? figure.minimum, most >= high {
      if most > high {
        highClaims.become(claim)
        isOpen = false
      } else {
        highClaims.add(claim)
      }
      high = most
      isOpen = isOpen || figure.maximum == nil
    }
  }

  @inlinable
  func range<Other>(
    _ lowRule: RangeRule, _ highRule: RangeRule, _ name: (Key) -> Other
  ) -> HarmRange<Other> {
    let lows = lowClaims.named(name)
    // Where one claim gives both ends they share its list.
    let highs = highClaims.isSame(as: lowClaims) ? lows : highClaims.named(name)
    return HarmRange(
      minimum: lows.isEmpty ? nil : RangeEnd(value: low, claims: lows, rule: lowRule),
      maximum: highs.isEmpty
        ? nil : RangeEnd(value: high, claims: highs, rule: highRule, isOpen: isOpen))
  }
}
