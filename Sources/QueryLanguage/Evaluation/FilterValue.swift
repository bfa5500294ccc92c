public import SimpleFeatures

/// A value of a row, as filters see it.
public enum FilterValue: Hashable, Sendable {
  /// No value; whatever is asked of it is unknown.
  case null
  /// A truth.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A number; one that is not finite is unknown.
  case number(Double)
  /// A string.
  case string(String)
  /// A date, a moment or an interval.
  case time(TimeSpan)
  /// A geometry in CRS84.
  case geometry(Geometry)
  /// A list of values.
  case array([FilterValue])
}

extension FilterValue {
  /// The number, when the value is one and finite.
  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value.isFinite ? value : nil
    default: nil
    }
  }

  /// The string, when the value is one.
  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The time, when the value is one or a string that writes one.
  var time: TimeSpan? {
    switch self {
    case .time(let span): span
    case .string(let text): TimeSpan(text)
    default: nil
    }
  }

  /// The truth, when the value is one.
  var boolean: Bool? {
    if case .boolean(let truth) = self { truth } else { nil }
  }

  /// The elements, when the value is a list.
  var elements: [FilterValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// Negative, 0 or positive as this value comes before, with or after another; `nil` where that is
  /// unknown, for a value is missing or the two are of different kinds.
  func order(relativeTo other: FilterValue) -> Int? {
    switch (self, other) {
    case (.integer(let first), .integer(let second)): Self.order(first, second)
    case (.integer, .number), (.number, .integer), (.number, .number):
      if let first = double, let second = other.double { Self.order(first, second) } else { nil }
    case (.string(let first), .string(let second)): Self.order(first, second)
    case (.boolean(let first), .boolean(let second)): Self.order(first ? 1 : 0, second ? 1 : 0)
    case (.time, .time), (.time, .string), (.string, .time):
      if let first = time, let second = other.time { first.order(relativeTo: second) } else { nil }
    default: nil
    }
  }

  private static func order<Value: Comparable>(_ first: Value, _ second: Value) -> Int {
    first < second ? -1 : first == second ? 0 : 1
  }

  /// Whether two elements of arrays are the same; a missing value is the same as nothing.
  func isSame(as other: FilterValue) -> Bool {
    switch (self, other) {
    case (.null, _), (_, .null): false
    case (.geometry(let first), .geometry(let second)): first == second
    case (.array(let first), .array(let second)):
      first.count == second.count && zip(first, second).allSatisfy { $0.isSame(as: $1) }
    default: order(relativeTo: other) == 0
    }
  }
}

extension ArrayOperator {
  /// Whether the relation holds between two lists, taken as sets.
  ///
  /// - Complexity: O(*n* · *m*), their lengths.
  func holds(_ first: [FilterValue], _ second: [FilterValue]) -> Bool {
    func isCovered(_ parts: [FilterValue], by whole: [FilterValue]) -> Bool {
      parts.allSatisfy { part in whole.contains { $0.isSame(as: part) } }
    }
    switch self {
    case .contains: return isCovered(second, by: first)
    case .containedBy: return isCovered(first, by: second)
    case .equals: return isCovered(first, by: second) && isCovered(second, by: first)
    case .overlaps: return first.contains { value in second.contains { $0.isSame(as: value) } }
    }
  }
}
