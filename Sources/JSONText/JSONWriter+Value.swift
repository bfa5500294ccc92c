extension JSONWriter {
  /// Writes a value as it was read, without white space.
  ///
  /// - Parameter value: Any value; numbers keep their digits.
  /// - Complexity: O(*n*), *n* bytes.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .boolean(let truth): boolean(truth)
    case .number(let number): raw(number.text.utf8)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let object):
      beginObject()
      for member in object.members {
        key(member.name)
        self.value(member.value)
      }
      endObject()
    }
  }
}
