/// A filter that was checked against the properties of its rows and made ready to be asked.
///
/// A value without mutable state: one filter may be asked from many tasks at once. Comparing
/// numbers and times allocates nothing.
public struct Filter: Sendable {
  /// The properties by slot: those given, then the unknown names of an open list.
  public let queryables: [Queryable]
  /// The calls of functions, by ordinal.
  public let calls: [FilterCall]
  let predicate: Predicate

  /// Checks a filter and makes it ready.
  ///
  /// - Parameters:
  ///   - filter: The filter as it was read.
  ///   - queryables: The properties that it may ask for.
  ///   - functions: The functions that it may call.
  ///   - relations: Decides relations between geometries.
  /// - Throws: ``FilterError`` for a name that is not there, an operand of the wrong type, or a
  ///   result that is no truth.
  /// - Complexity: O(*n* · *q*), *n* expressions and *q* properties.
  public init(
    checking filter: ParsedFilter, against queryables: Queryables,
    functions: [FilterFunction] = [], relations: SpatialRelations = .envelopesOnly
  ) throws(FilterError) {
    var checker = FilterChecker(
      filter, queryables: queryables, functions: functions, relations: relations)
    predicate = try checker.checkFilter(filter.expression)
    self.queryables = checker.properties
    calls = checker.calls
  }

  /// Whether a row satisfies the filter; an unknown answer does not.
  ///
  /// - Parameters:
  ///   - row: Reads the value of a property by its slot (``queryables``).
  ///   - calling: Makes the results of functions of the row; without it such a function
  ///     is refused.
  /// - Returns: `true` where the filter holds.
  /// - Throws: ``FilterError`` where a relation or a function fails.
  /// - Complexity: O(*n*), *n* expressions, and the cost of what they compare.
  public func matches(
    _ row: RowReading, calling: RowCalling = Filter.unanswered
  ) throws(FilterError) -> Bool {
    try predicate.truth(row, calling) ?? false
  }

  /// The answer for a row in three-valued logic.
  ///
  /// - Parameters:
  ///   - row: Reads the value of a property by its slot.
  ///   - calling: Makes the results of functions of the row.
  /// - Returns: `nil` for unknown.
  /// - Throws: ``FilterError`` where a relation or a function fails.
  public func truth(
    _ row: RowReading, calling: RowCalling = Filter.unanswered
  ) throws(FilterError) -> Bool? {
    try predicate.truth(row, calling)
  }

  /// Answers for no row.
  public static let unanswered:
    @Sendable (FilterCall, [FilterValue]) throws(FilterError) -> FilterValue =
      { call, _ throws(FilterError) in throw FilterError(.unanswered(call.name)) }

  /// The slot of a property.
  ///
  /// - Parameter name: The property's name.
  /// - Returns: `nil` when there is no property of that name.
  public func slot(of name: String) -> Int? { queryables.firstIndex { $0.name == name } }
}
