extension FilterValue {
  /// Negative, 0 or positive as this value comes before, with or after another in a sorted answer.
  ///
  /// A value that is missing, or that cannot be compared with the other, comes last whichever way
  /// the answer is sorted: unknown is neither small nor great.
  ///
  /// - Parameters:
  ///   - other: A value of the same property.
  ///   - isDescending: Whether the greatest comes first.
  /// - Returns: A total order over the values of one property.
  public func sortOrder(relativeTo other: FilterValue, isDescending: Bool) -> Int {
    switch (self, other) {
    case (.null, .null): 0
    case (.null, _): 1
    case (_, .null): -1
    default: (order(relativeTo: other) ?? 0) * (isDescending ? -1 : 1)
    }
  }
}
