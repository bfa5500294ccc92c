/// The type of a property, an argument or a result.
public enum FilterType: String, CaseIterable, Hashable, Sendable {
  /// A truth.
  case boolean
  /// A whole number.
  case integer
  /// A number.
  case number
  /// A string.
  case string
  /// A day.
  case date
  /// A moment.
  case timestamp
  /// A span of days or seconds.
  case interval
  /// A geometry in CRS84.
  case geometry
  /// A list of values.
  case array
  /// Not known before a row is read; what does not fit is unknown then.
  case any

  /// The type with its article, for an error.
  var phrase: String {
    switch self {
    case .integer, .interval, .array: "an \(rawValue)"
    case .any: "a value of any type"
    default: "a \(rawValue)"
    }
  }

  /// Whether values of the type are numbers, or may be.
  var mayBeNumber: Bool { self == .integer || self == .number || self == .any }

  /// Whether values of the type are instants, or may be.
  var mayBeInstant: Bool { self == .date || self == .timestamp || self == .any }

  /// Whether a value of another type may stand where this one is wanted.
  func takes(_ other: FilterType) -> Bool {
    if self == other || self == .any || other == .any { return true }
    switch self {
    case .number: return other == .integer
    case .timestamp: return other == .date
    case .interval: return other == .date || other == .timestamp
    default: return false
    }
  }

  /// Whether values of two types can be compared.
  static func areComparable(_ first: FilterType, _ second: FilterType) -> Bool {
    let types = [first, second]
    if types.contains(where: { $0 == .interval || $0 == .geometry || $0 == .array }) {
      return false
    }
    if types.allSatisfy(\.mayBeNumber) || types.allSatisfy(\.mayBeInstant) { return true }
    return first == second || types.contains(.any)
  }
}
