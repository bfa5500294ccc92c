public import QueryLanguage

/// What a question asks of the properties of features, and the order of its answer.
public struct PropertyQuestion<Property: FeatureProperty>: Hashable, Sendable {
  /// Every one of them has to hold.
  public var filters: [ParsedFilter] = []
  /// The order of the answer, the first key first; equals stay in the stable order.
  public var order: [SortKey<Property>] = []

  /// Asks nothing.
  public init() {}

  /// Whether every feature passes.
  public var isOpen: Bool { filters.isEmpty }
}

/// A property that an answer is put in the order of.
public struct SortKey<Property: FeatureProperty>: Hashable, Sendable {
  /// The property.
  public let property: Property
  /// Whether the greatest comes first.
  public let isDescending: Bool

  /// Makes a key.
  ///
  /// - Parameters:
  ///   - property: The property.
  ///   - isDescending: Whether the greatest comes first.
  public init(_ property: Property, isDescending: Bool = false) {
    self.property = property
    self.isDescending = isDescending
  }
}

/// Filters checked against the properties of one collection, ready to be asked.
public struct FeatureFilter<Property: FeatureProperty>: Sendable {
  /// The filters, all of which have to hold.
  public let filters: [Filter]
  private let properties: [Property?]

  /// Checks filters.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - hasGeometry: Whether a filter may ask for the geometry.
  ///   - functions: The functions that it may call.
  ///   - relations: Decides relations between geometries.
  /// - Throws: `FilterError` with the place in the filter.
  public init(
    _ question: PropertyQuestion<Property>, hasGeometry: Bool = true,
    functions: [FilterFunction] = [], relations: SpatialRelations
  ) throws(FilterError) {
    let list = FeatureQueryables<Property>(hasGeometry: hasGeometry)
    properties = list.properties
    var filters: [Filter] = []
    for filter in question.filters {
      filters.append(
        try Filter(
          checking: filter, against: list.queryables, functions: functions, relations: relations))
    }
    self.filters = filters
  }

  /// Whether a feature passes every filter.
  ///
  /// - Parameters:
  ///   - value: Reads a property; `nil` asks for the geometry.
  ///   - calling: Makes the results of functions of the row, by filter.
  /// - Returns: `true` where all hold; unknown is no.
  /// - Throws: `FilterError` where a relation or a function fails.
  public func matches(
    _ value: (Property?) -> FilterValue,
    calling: (Int, FilterCall, [FilterValue]) throws(FilterError) -> FilterValue = {
      _, call, arguments throws(FilterError) in try Filter.unanswered(call, arguments)
    }
  ) throws(FilterError) -> Bool {
    for (index, filter) in filters.enumerated() {
      let holds = try filter.matches({ value(properties[$0]) }) {
        call, arguments throws(FilterError) in try calling(index, call, arguments)
      }
      guard holds else { return false }
    }
    return true
  }

  /// The slot of the geometry in every filter.
  public var geometrySlot: Int { properties.count - 1 }
}

extension Array {
  /// The elements in the order of sort keys; unknown values come last, whichever way.
  ///
  /// - Parameters:
  ///   - keys: The order, the first key first.
  ///   - value: Reads a property of an element.
  /// - Returns: The elements; equals keep their order.
  /// - Complexity: O(*n* log *n*) comparisons, each property read once for each element.
  public func sorted<Property: FeatureProperty>(
    by keys: [SortKey<Property>], _ value: (Element, Property) -> FilterValue
  ) -> [Element] {
    guard !keys.isEmpty else { return self }
    let rows = enumerated().map { index, element in
      (index: index, values: keys.map { value(element, $0.property) })
    }
    return rows.sorted { first, second in
      for (place, key) in keys.enumerated() {
        let order = first.values[place].sortOrder(
          relativeTo: second.values[place], isDescending: key.isDescending)
        if order != 0 { return order < 0 }
      }
      return first.index < second.index
    }.map { self[$0.index] }
  }

  /// Where the page after one element begins.
  ///
  /// - Parameters:
  ///   - last: The last element of the page before; `nil` for the first page.
  ///   - isSorted: Whether the elements are in another order than that of their identifiers; then
  ///     an element that is gone has nothing after it.
  ///   - id: The identifier of an element.
  /// - Returns: An index, `endIndex` when nothing follows.
  /// - Complexity: O(*n*).
  public func begin<ID: Comparable>(
    after last: ID?, isSorted: Bool, _ id: (Element) -> ID
  ) -> Int {
    guard let last else { return startIndex }
    let begin =
      isSorted
      ? firstIndex { id($0) == last }.map { $0 + 1 } : firstIndex { id($0) > last }
    return begin ?? endIndex
  }
}
