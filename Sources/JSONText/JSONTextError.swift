/// Why bytes are not an acceptable JSON text, and at which byte.
public enum JSONTextError: Error, Hashable, Sendable {
  /// The text ended inside a value.
  case unexpectedEnd(offset: Int)
  /// A byte that cannot stand here.
  case unexpectedByte(UInt8, offset: Int)
  /// Bytes follow the value.
  case trailingBytes(offset: Int)
  /// Nesting deeper than the limit.
  case tooDeep(limit: Int, offset: Int)
  /// More bytes than the limit.
  case tooLong(limit: Int)
  /// A member name appears twice in one object.
  case duplicateName(String, offset: Int)
  /// A number outside the grammar, or one with no finite value.
  case badNumber(offset: Int)
  /// A bad escape, or a surrogate without its pair.
  case badEscape(offset: Int)
  /// Bytes that are not UTF-8.
  case notUTF8(offset: Int)
}

extension JSONTextError: CustomStringConvertible {
  /// One line: what is wrong and at which byte, counted from 0.
  public var description: String {
    switch self {
    case .unexpectedEnd(let offset): "JSON ends early at byte \(offset)"
    case .unexpectedByte(let byte, let offset):
      "unexpected byte 0x\(String(byte, radix: 16)) in JSON at byte \(offset)"
    case .trailingBytes(let offset): "text follows the JSON value at byte \(offset)"
    case .tooDeep(let limit, let offset):
      "JSON nested deeper than \(limit) levels at byte \(offset)"
    case .tooLong(let limit): "JSON is longer than \(limit) bytes"
    case .duplicateName(let name, let offset):
      "member \"\(name)\" appears twice in one JSON object, again at byte \(offset)"
    case .badNumber(let offset): "not a finite JSON number at byte \(offset)"
    case .badEscape(let offset): "bad escape in a JSON string at byte \(offset)"
    case .notUTF8(let offset): "JSON is not UTF-8 at byte \(offset)"
    }
  }
}
