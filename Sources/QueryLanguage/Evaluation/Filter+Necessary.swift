public import SimpleFeatures

/// What every row that satisfies a filter has in one property, as far as the filter tells.
public enum NecessaryRange<Bound: Hashable & Sendable>: Hashable, Sendable {
  /// The filter does not tell.
  case anything
  /// The value meets the bound.
  case within(Bound)
  /// No row can satisfy the filter.
  case nothing
}

// Read off a filter so that an index can find candidates. Each is never narrower than the truth:
// parts of AND narrow, all parts of OR must tell, NOT and functions tell nothing.
extension Filter {
  /// The box that the geometry of every matching row meets.
  ///
  /// - Parameter slot: The slot of a geometry.
  /// - Returns: A box in CRS84; one with west > east crosses the antimeridian.
  /// - Complexity: O(*n*), *n* predicates.
  public func necessaryEnvelope(of slot: Int) -> NecessaryRange<Envelope> {
    predicate.necessary(
      { $0.envelope(of: slot) }, both: { first, second in first.narrowed(by: second) },
      either: { $0.union($1) })
  }

  /// The windows, with each of which the time of every matching row shares at least a second.
  ///
  /// - Parameter slot: The slot of a date, a moment or an interval.
  /// - Returns: One or two windows of seconds since 1970-01-01T00:00:00Z; `Int64.min` and `.max`
  ///   for open ends.
  /// - Complexity: O(*n*), *n* predicates.
  public func necessaryTimes(of slot: Int) -> NecessaryRange<[ClosedRange<Int64>]> {
    predicate.necessary(
      { $0.times(of: slot).listed },
      // Not what they have in common: an interval may meet two windows that share nothing.
      both: { first, second in .within(Self.narrowest(first + second)) },
      either: { first, second in
        let parts = [first, second].compactMap { $0.min { Self.length($0) < Self.length($1) } }
        let low = parts.map(\.lowerBound).min() ?? .min
        return [low...max(low, parts.map(\.upperBound).max() ?? .max)]
      })
  }

  /// The strings, one of which every matching row has in a property: `id = 'x'`, `id IN (…)`.
  ///
  /// - Parameter slot: The slot of a string.
  /// - Returns: The strings that may match.
  /// - Complexity: O(*n* + *s*), *n* predicates and *s* strings.
  public func necessaryStrings(of slot: Int) -> NecessaryRange<Set<String>> {
    predicate.necessary(
      { $0.strings(of: slot) },
      both: { first, second in
        let common = first.intersection(second)
        return common.isEmpty ? .nothing : .within(common)
      }, either: { $0.union($1) })
  }

  /// Of windows that must all be met, the one that begins last and the one that ends first.
  private static func narrowest(_ windows: [ClosedRange<Int64>]) -> [ClosedRange<Int64>] {
    guard let late = windows.max(by: { $0.lowerBound < $1.lowerBound }),
      let early = windows.min(by: { $0.upperBound < $1.upperBound })
    else { return windows }
    return late == early ? [late] : [late, early]
  }

  private static func length(_ window: ClosedRange<Int64>) -> Int64 {
    let (length, overflow) = window.upperBound.subtractingReportingOverflow(window.lowerBound)
    return overflow ? Int64.max : length
  }
}

extension Predicate {
  /// Joins what the parts tell.
  func necessary<Bound>(
    _ part: (Predicate) -> NecessaryRange<Bound>,
    both: (Bound, Bound) -> NecessaryRange<Bound>, either: (Bound, Bound) -> Bound
  ) -> NecessaryRange<Bound> {
    switch self {
    case .constant(false): return .nothing
    case .all(let parts):
      return parts.reduce(.anything) { range, next in
        switch (range, next.necessary(part, both: both, either: either)) {
        case (.nothing, _), (_, .nothing): .nothing
        case (.anything, let other), (let other, .anything): other
        case (.within(let first), .within(let second)): both(first, second)
        }
      }
    case .any(let parts):
      return parts.reduce(.nothing) { range, next in
        switch (range, next.necessary(part, both: both, either: either)) {
        case (.anything, _), (_, .anything): .anything
        case (.nothing, let other), (let other, .nothing): other
        case (.within(let first), .within(let second)): .within(either(first, second))
        }
      }
    default: return part(self)
    }
  }

  fileprivate func envelope(of slot: Int) -> NecessaryRange<Envelope> {
    guard case .spatial(let test) = self, test.relation != .disjoint,
      test.first.isProperty(slot), let fixed = test.fixed
    else { return .anything }
    if let envelope = fixed.envelope { return .within(envelope) }
    // Only an empty geometry is equal to an empty one, and no box finds it.
    return test.relation == .equals ? .anything : .nothing
  }

  fileprivate func strings(of slot: Int) -> NecessaryRange<Set<String>> {
    switch self {
    case .comparison(.equal, let first, .constant(.string(let text))) where first.isProperty(slot),
      .comparison(.equal, .constant(.string(let text)), let first) where first.isProperty(slot):
      .within([text])
    case .inStrings(let first, let texts) where first.isProperty(slot): .within(texts)
    default: .anything
    }
  }

  fileprivate func times(of slot: Int) -> NecessaryRange<ClosedRange<Int64>> {
    switch self {
    case .comparison(let comparison, let first, .constant(.time(let span)))
    where first.isProperty(slot):
      return comparison.window(around: span)
    case .comparison(let comparison, .constant(.time(let span)), let second)
    where second.isProperty(slot):
      return comparison.mirrored.window(around: span)
    case .between(let value, .constant(.time(let low)), .constant(.time(let high)))
    where value.isProperty(slot):
      return .between(low.firstSecond, high.lastSecond)
    case .temporal(let relation, let first, .constant(.time(let span))):
      return relation.window(of: slot, in: first, around: span)
    case .temporal(let relation, .constant(.time(let span)), let second):
      return relation.mirrored.window(of: slot, in: second, around: span)
    default: return .anything
    }
  }
}

extension Operand {
  /// Whether it is the property in a slot, as it is.
  func isProperty(_ slot: Int) -> Bool {
    if case .property(slot) = self { true } else { false }
  }
}

extension NecessaryRange where Bound == ClosedRange<Int64> {
  fileprivate var listed: NecessaryRange<[ClosedRange<Int64>]> {
    switch self {
    case .anything: .anything
    case .within(let window): .within([window])
    case .nothing: .nothing
    }
  }

  fileprivate static func between(_ low: Int64, _ high: Int64) -> Self {
    low <= high ? .within(low...high) : .nothing
  }
}

extension ComparisonOperator {
  fileprivate func window(around span: TimeSpan) -> NecessaryRange<ClosedRange<Int64>> {
    switch self {
    case .equal: .between(span.firstSecond, span.lastSecond)
    case .notEqual: .anything
    case .less: .before(span)
    case .lessOrEqual: .between(.min, span.lastSecond)
    case .greater: .after(span)
    case .greaterOrEqual: .between(span.firstSecond, .max)
    }
  }
}

extension NecessaryRange where Bound == ClosedRange<Int64> {
  fileprivate static func before(_ span: TimeSpan) -> Self {
    span.firstSecond == .min ? .nothing : .within(.min...(span.firstSecond - 1))
  }

  fileprivate static func after(_ span: TimeSpan) -> Self {
    span.lastSecond == .max ? .nothing : .within((span.lastSecond + 1)...Int64.max)
  }
}

extension TemporalOperator {
  /// The window of a property that is the first operand, or an end of it.
  fileprivate func window(
    of slot: Int, in operand: Operand, around span: TimeSpan
  ) -> NecessaryRange<ClosedRange<Int64>> {
    if operand.isProperty(slot) {
      switch self {
      case .disjoint: return .anything
      case .before: return .before(span)
      case .after: return .after(span)
      default: return .between(span.firstSecond, span.lastSecond)
      }
    }
    guard case .interval(let start, let end) = operand, self != .disjoint else { return .anything }
    let isStart = start?.isProperty(slot) == true
    guard isStart || end?.isProperty(slot) == true else { return .anything }
    switch self {
    case .before: return .before(span)
    case .after: return .after(span)
    // The interval starts no later than the literal ends, and ends no earlier than that starts.
    default: return isStart ? .between(.min, span.lastSecond) : .between(span.firstSecond, .max)
    }
  }
}

extension Envelope {
  /// What a geometry that meets both boxes must meet: one of them, for it may meet each elsewhere.
  fileprivate func narrowed(by other: Envelope) -> NecessaryRange<Envelope> {
    .within(width * height <= other.width * other.height ? self : other)
  }
}
