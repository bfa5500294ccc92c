/// A parsed JSON value.
///
/// Numbers keep their text, so that an integer is never rounded on its way through a double.
///
/// - Note: Source – RFC 8259.
public enum JSONValue: Hashable, Sendable {
  /// The literal `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number, by its own digits.
  case number(JSONNumber)
  /// A string with its escapes resolved.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object.
  case object(JSONObject)
}

/// A JSON number by the digits it was written with.
public struct JSONNumber: Hashable, Sendable {
  /// The digits as written, following the grammar of RFC 8259 §6.
  public let text: String

  /// Wraps digits that follow the grammar already.
  ///
  /// - Parameter text: A number of RFC 8259 §6.
  public init(_ text: String) { self.text = text }

  /// The value when it is an integer that fits, written without fraction or exponent.
  public var integer: Int? { Int(text) }

  /// The nearest double, or `nil` where it is not finite.
  public var double: Double? {
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }
}

/// The members of a JSON object in the order written; names are unique.
public struct JSONObject: Hashable, Sendable {
  /// One name and its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: JSONValue

    /// Makes a member.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - value: The value.
    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The members in the order written.
  public let members: [Member]

  /// Makes an object.
  ///
  /// - Parameter members: Members with unique names.
  public init(_ members: [Member]) { self.members = members }

  /// The value of a member.
  ///
  /// - Parameter name: The member's name.
  /// - Complexity: O(*n*), *n* members; our objects are small.
  public subscript(name: String) -> JSONValue? {
    members.first { $0.name == name }?.value
  }
}

extension JSONValue {
  /// The string, when the value is one.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The integer, when the value is a number that is one.
  public var integer: Int? {
    if case .number(let number) = self { number.integer } else { nil }
  }

  /// The finite double, when the value is a number.
  public var double: Double? {
    if case .number(let number) = self { number.double } else { nil }
  }

  /// The truth value, when the value is one.
  public var boolean: Bool? {
    if case .boolean(let truth) = self { truth } else { nil }
  }

  /// The elements, when the value is an array.
  public var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members, when the value is an object.
  public var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// Whether the value is the literal `null`.
  public var isNull: Bool { self == .null }
}
