extension Filter {
  /// The numbers, among which every matching row has that of a property.
  ///
  /// - Parameter slot: The slot of a number.
  /// - Returns: A range that is never narrower than the truth; infinite for open ends.
  /// - Complexity: O(*n*), *n* predicates.
  public func necessaryNumbers(of slot: Int) -> NecessaryRange<ClosedRange<Double>> {
    predicate.necessary(
      { $0.numbers(of: slot) },
      both: { first, second in
        .spanning(
          max(first.lowerBound, second.lowerBound), min(first.upperBound, second.upperBound))
      },
      either: { min($0.lowerBound, $1.lowerBound)...max($0.upperBound, $1.upperBound) })
  }
}

extension Predicate {
  fileprivate func numbers(of slot: Int) -> NecessaryRange<ClosedRange<Double>> {
    switch self {
    case .comparison(let comparison, let first, .constant(let value)) where first.isProperty(slot):
      comparison.range(to: value)
    case .comparison(let comparison, .constant(let value), let second) where second.isProperty(slot):
      comparison.mirrored.range(to: value)
    case .between(let value, .constant(let low), .constant(let high)) where value.isProperty(slot):
      if let low = low.double, let high = high.double {
        .spanning(low.nextDown, high.nextUp)
      } else {
        .anything
      }
    default: .anything
    }
  }
}

extension ComparisonOperator {
  /// The numbers that stand to one as the comparison says, and their neighbours: a whole number may
  /// have been rounded.
  fileprivate func range(to value: FilterValue) -> NecessaryRange<ClosedRange<Double>> {
    guard let value = value.double else { return .anything }
    return switch self {
    case .equal: .within(value.nextDown...value.nextUp)
    case .notEqual: .anything
    case .less, .lessOrEqual: .within(-.infinity...value.nextUp)
    case .greater, .greaterOrEqual: .within(value.nextDown...Double.infinity)
    }
  }
}

extension NecessaryRange where Bound == ClosedRange<Double> {
  fileprivate static func spanning(_ low: Double, _ high: Double) -> Self {
    low <= high ? .within(low...high) : .nothing
  }
}
