extension JSONTextError {
  /// The byte of the fault, counted from 0; `nil` where the text as a whole is refused.
  public var offset: Int? {
    switch self {
    case .unexpectedEnd(let offset), .unexpectedByte(_, let offset), .trailingBytes(let offset),
      .tooDeep(_, let offset), .duplicateName(_, let offset), .badNumber(let offset),
      .badEscape(let offset), .notUTF8(let offset):
      offset
    case .tooLong: nil
    }
  }

  /// The same fault of a text that stands inside a larger one.
  ///
  /// - Parameter distance: Where the text starts in the larger one, in bytes.
  /// - Returns: The fault with its byte counted from the start of the larger text.
  public func moved(by distance: Int) -> JSONTextError {
    switch self {
    case .unexpectedEnd(let offset): .unexpectedEnd(offset: offset + distance)
    case .unexpectedByte(let byte, let offset): .unexpectedByte(byte, offset: offset + distance)
    case .trailingBytes(let offset): .trailingBytes(offset: offset + distance)
    case .tooDeep(let limit, let offset): .tooDeep(limit: limit, offset: offset + distance)
    case .tooLong: self
    case .duplicateName(let name, let offset): .duplicateName(name, offset: offset + distance)
    case .badNumber(let offset): .badNumber(offset: offset + distance)
    case .badEscape(let offset): .badEscape(offset: offset + distance)
    case .notUTF8(let offset): .notUTF8(offset: offset + distance)
    }
  }
}
