public import JSONText
public import SimpleFeatures

/// Why a filter was refused, and where.
public struct FilterError: Error, Hashable, Sendable {
  /// The rule that was broken.
  public let fault: FilterFault
  /// Where in what was written.
  public let location: FilterLocation

  /// Makes an error.
  ///
  /// - Parameters:
  ///   - fault: The rule that was broken.
  ///   - location: Where.
  public init(_ fault: FilterFault, at location: FilterLocation = .unlocated) {
    self.fault = fault
    self.location = location
  }
}

/// A place in a filter.
public enum FilterLocation: Hashable, Sendable {
  /// A byte of the text, counted from 0.
  case text(offset: Int)
  /// A value of the JSON, as a JSON Pointer (RFC 6901); the empty pointer is the whole.
  case json(pointer: String)
  /// The filter was not written, but put together by a program.
  case unlocated
}

/// The rule that a filter breaks.
public enum FilterFault: Hashable, Sendable {
  /// Something else was due here.
  case unexpected(String, wanted: String)
  /// More bytes than the limit.
  case tooLong(limit: Int)
  /// Expressions nested deeper than the limit.
  case tooDeep(limit: Int)
  /// A list with more elements than the limit.
  case tooManyItems(limit: Int)
  /// Bytes that are not UTF-8.
  case notUTF8
  /// A control character, by its code.
  case controlCharacter(UInt8)
  /// A string without its closing quote.
  case unterminatedString
  /// A quoted name without its closing quote.
  case unterminatedName
  /// A number outside the grammar, or one with no finite value.
  case badNumber
  /// Not a day `YYYY-MM-DD` of the calendar.
  case badDate(String)
  /// Not a moment of RFC 3339.
  case badTimestamp(String)
  /// Not an end of an interval.
  case badIntervalEnd(String)
  /// An interval that ends before it starts.
  case reversedInterval
  /// An interval with a date at one end and a timestamp at the other.
  case mixedInterval
  /// A box whose south lies above its north.
  case reversedBox
  /// A geometry that breaks a rule.
  case geometry(GeometryFault)
  /// The bytes are not JSON.
  case json(JSONTextError)
  /// No property has this name; the nearest name, if one is near.
  case unknownProperty(String, nearest: String?)
  /// No function has this name; the nearest name, if one is near.
  case unknownFunction(String, nearest: String?)
  /// A function with the wrong number of arguments.
  case wrongArgumentCount(String, found: Int, wanted: Int)
  /// A value of a type that cannot stand here.
  case wrongType(FilterType, wanted: String)
  /// Two values that cannot be compared.
  case incomparable(FilterType, FilterType)
  /// An instant where the standard takes intervals only.
  case intervalsOnly(TemporalOperator)
  /// A function of the row where nobody answers for rows.
  case unanswered(String)
  /// A relation between two geometries could not be decided for a row; the reason.
  case undecided(SpatialOperator, reason: String)
}

extension FilterError: CustomStringConvertible {
  /// One line: where, what, and what to do where that is not plain.
  public var description: String {
    switch location {
    case .text(let offset): "filter refused at byte \(offset): \(fault)"
    case .json(let pointer): "filter refused at \(pointer.isEmpty ? "its root" : pointer): \(fault)"
    case .unlocated: "filter refused: \(fault)"
    }
  }
}

extension FilterFault: CustomStringConvertible {
  /// The rule in words.
  public var description: String {
    switch self {
    case .unexpected(let found, let wanted): "found \(found.onOneLine()), wanted \(wanted)"
    case .tooLong(let limit): "longer than \(limit) bytes"
    case .tooDeep(let limit): "nested deeper than \(limit) levels"
    case .tooManyItems(let limit): "a list of more than \(limit) elements"
    case .notUTF8: "bytes that are not UTF-8"
    case .controlCharacter(let code): "control character 0x\(String(code, radix: 16))"
    case .unterminatedString: "a string without its closing '"
    case .unterminatedName: "a name without its closing \""
    case .badNumber: "not a finite decimal number"
    case .badDate(let text): "'\(text.onOneLine())' is not a date; write YYYY-MM-DD"
    case .badTimestamp(let text):
      "'\(text.onOneLine())' is not a timestamp; write YYYY-MM-DDTHH:MM:SSZ"
    case .badIntervalEnd(let text):
      "'\(text.onOneLine())' is not an end of an interval; write a date, a timestamp or '..'"
    case .reversedInterval: "the interval ends before it starts"
    case .mixedInterval: "an interval needs two dates or two timestamps"
    case .reversedBox: "the box's south lies above its north"
    case .geometry(let fault): "geometry: \(fault)".onOneLine(limit: 160)
    case .json(let error): "\(error)".onOneLine(limit: 160)
    default: checkingDescription
    }
  }

  private var checkingDescription: String {
    switch self {
    case .unknownProperty(let name, let nearest):
      "there is no property \(name.onOneLine())" + Self.suggestion(nearest)
    case .unknownFunction(let name, let nearest):
      "there is no function \(name.onOneLine())" + Self.suggestion(nearest)
    case .wrongArgumentCount(let name, let found, let wanted):
      "\(name.onOneLine()) takes \(wanted) argument\(wanted == 1 ? "" : "s"), not \(found)"
    case .wrongType(let type, let wanted): "found \(type.phrase), wanted \(wanted)"
    case .incomparable(let first, let second):
      "\(first.phrase) cannot be compared with \(second.phrase)" + Self.hint(first, second)
    case .intervalsOnly(let relation):
      "\(relation.rawValue.uppercased()) takes intervals only; write INTERVAL(start, end)"
    case .unanswered(let name): "\(name) needs what is known of the row, which is not read here"
    case .undecided(let relation, let reason):
      "\(relation.rawValue.uppercased()): \(reason.onOneLine())"
    default: ""
    }
  }

  private static func suggestion(_ nearest: String?) -> String {
    nearest.map { "; did you mean \($0)?" } ?? ""
  }

  private static func hint(_ first: FilterType, _ second: FilterType) -> String {
    let types = [first, second]
    if types.contains(.interval) {
      return "; intervals are compared with T_INTERSECTS and its like"
    }
    if types.contains(.geometry) { return "; geometries are compared with S_EQUALS and its like" }
    if types.contains(.array) { return "; arrays are compared with A_EQUALS and its like" }
    if types.contains(.string), types.contains(.date) || types.contains(.timestamp) {
      return "; write DATE('…') or TIMESTAMP('…')"
    }
    return ""
  }
}
