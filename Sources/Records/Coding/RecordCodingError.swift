/// Why a record has no canonical form, or why bytes are not the canonical form of a record.
public enum RecordCodingError: Error, Hashable, Sendable {
  /// Something else stands where this was due.
  case expected(String, offset: Int)
  /// A code outside its closed list.
  case unknownCode(String, list: String, offset: Int)
  /// A text that breaks the rules of what it should be, such as an identifier or a date.
  case invalid(String, offset: Int)
  /// A text that is not UTF-8.
  case notUTF8(offset: Int)
  /// Bytes follow the record.
  case trailingBytes(offset: Int)
  /// A geometry nested deeper than the limit.
  case tooDeep(limit: Int, offset: Int)
  /// A value that cannot be written so that it reads back the same.
  case unwritable(String)
}

extension RecordCodingError: CustomStringConvertible {
  /// One line: what is wrong and at which byte, counted from 0.
  public var description: String {
    switch self {
    case .expected(let what, let offset): "record lacks \(what) at byte \(offset)"
    case .unknownCode(let code, let list, let offset):
      "\"\(code)\" is no \(list), at byte \(offset) of the record"
    case .invalid(let what, let offset): "not a valid \(what) at byte \(offset) of the record"
    case .notUTF8(let offset): "record is not UTF-8 at byte \(offset)"
    case .trailingBytes(let offset): "text follows the record at byte \(offset)"
    case .tooDeep(let limit, let offset):
      "geometry nested deeper than \(limit) at byte \(offset) of the record"
    case .unwritable(let what): "\(what) has no canonical form; give a finite, ordered value"
    }
  }
}
