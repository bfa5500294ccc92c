/// A property that a filter may ask for.
public struct Queryable: Hashable, Sendable {
  /// The name, as filters write it; letter case counts.
  public let name: String
  /// The type of its values.
  public let type: FilterType

  /// Makes a property.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - type: The type of its values.
  public init(_ name: String, _ type: FilterType) {
    self.name = name
    self.type = type
  }
}

/// The properties that a filter may ask for: a property's slot is its place in the list.
///
/// - Note: Source – OGC 19-079r2 (Features Part 3) §6, queryables.
public struct Queryables: Hashable, Sendable {
  /// The properties by slot.
  public let properties: [Queryable]
  /// Whether other names are taken too, with values of any type.
  public let isOpen: Bool

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - properties: The properties; names are unique.
  ///   - isOpen: Whether other names are taken too, as for features whose schema is not known; each
  ///     gets the next slot (``Filter/queryables``).
  public init(_ properties: [Queryable], isOpen: Bool = false) {
    self.properties = properties
    self.isOpen = isOpen
  }
}

/// A function that is not of the standard.
///
/// - Note: Source – OGC 19-079r2 §8, the resource `/functions`.
public struct FilterFunction: Sendable {
  /// An argument.
  public struct Argument: Hashable, Sendable {
    /// What the argument is called in the description.
    public let title: String
    /// The type of its values.
    public let type: FilterType

    /// Makes an argument.
    ///
    /// - Parameters:
    ///   - title: What it is called in the description.
    ///   - type: The type of its values.
    public init(_ title: String, _ type: FilterType) {
      self.title = title
      self.type = type
    }
  }

  /// The name; letter case does not count in filters.
  public let name: String
  /// What the function says, for `/functions`.
  public let description: String
  /// The arguments in order.
  public let arguments: [Argument]
  /// The type of the result.
  public let returns: FilterType
  /// Makes the result of the arguments alone; `nil` for a function of the row, which is asked of
  /// the closure given to ``Filter/matches(_:calling:)``.
  public let evaluate: (@Sendable ([FilterValue]) throws(FilterError) -> FilterValue)?

  /// Makes a function.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - description: What the function says.
  ///   - arguments: The arguments in order.
  ///   - returns: The type of the result.
  ///   - evaluate: Makes the result, or `nil` for a function of the row.
  public init(
    name: String, description: String, arguments: [Argument], returns: FilterType,
    evaluate: (@Sendable ([FilterValue]) throws(FilterError) -> FilterValue)? = nil
  ) {
    self.name = name
    self.description = description
    self.arguments = arguments
    self.returns = returns
    self.evaluate = evaluate
  }
}

/// One call of a function in a filter.
public struct FilterCall: Sendable {
  /// The function's place in the table.
  public let function: Int
  /// The function's name in the table.
  public let name: String
  /// The call's place among the calls of the filter, to keep what was made ready for it.
  public let ordinal: Int
  /// The arguments that are the same for every row; `nil` for those that are not.
  public let constants: [FilterValue?]
}

/// Finds what a writer may have meant.
enum NearestName {
  /// The name at most two slips away, or the same in another letter case.
  ///
  /// - Complexity: O(*n* · *l*²), *n* names of length *l*; names longer than 64 bytes are not tried.
  static func nearest(to name: String, in names: [String]) -> String? {
    let lowered = name.lowercased()
    if let same = names.first(where: { $0.lowercased() == lowered }) { return same }
    let wanted = Array(lowered.utf8)
    guard wanted.count <= 64 else { return nil }
    let allowed = wanted.count < 4 ? 1 : 2
    let near = names.compactMap { candidate -> (String, Int)? in
      let bytes = Array(candidate.lowercased().utf8)
      guard bytes.count <= 64 else { return nil }
      let slips = distance(wanted, bytes)
      return slips <= allowed ? (candidate, slips) : nil
    }
    return near.min { $0.1 < $1.1 }?.0
  }

  /// The number of letters to change, add or leave out.
  ///
  /// - Note: Source – R. A. Wagner and M. J. Fischer, The string-to-string correction problem,
  ///   1974, doi:10.1145/321796.321811.
  private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var row = Array(0...second.count)
    for (index, byte) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in second.indices {
        let change = diagonal + (second[column] == byte ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, diagonal + 1, row[column] + 1)
      }
    }
    return row[second.count]
  }
}
