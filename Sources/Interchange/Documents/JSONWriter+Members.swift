import JSONText
import Records

// Members of documents, one line each: an absent value is written as null, never left out.
extension JSONWriter {
  /// Writes an object whose members the closure writes.
  mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginObject()
    members(&self)
    endObject()
  }

  /// Writes an array with one value for each item.
  mutating func array<Items: Sequence>(
    _ items: Items, _ value: (inout JSONWriter, Items.Element) -> Void
  ) {
    beginArray()
    for item in items { value(&self, item) }
    endArray()
  }

  mutating func member(_ name: String, _ value: String?) {
    key(name)
    string(value)
  }

  mutating func member(_ name: String, _ value: Int?) {
    key(name)
    integer(value)
  }

  mutating func member(_ name: String, _ value: Bool?) {
    key(name)
    boolean(value)
  }

  mutating func member(_ name: String, day: CivilDate?) { member(name, day?.description) }

  mutating func member<Record>(_ name: String, ids: [Identifier<Record>]?) {
    key(name)
    identifiers(ids)
  }

  mutating func member(_ name: String, object members: (inout JSONWriter) -> Void) {
    key(name)
    object(members)
  }

  mutating func member<Items: Sequence>(
    _ name: String, array items: Items, _ value: (inout JSONWriter, Items.Element) -> Void
  ) {
    key(name)
    array(items, value)
  }
}

extension JSONWriter {
  /// Writes a day as `YYYY-MM-DD`, or `null`.
  mutating func day(_ day: CivilDate?) {
    guard let day else { return null() }
    let (year, month, dayOfMonth) = day.components
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 10) { text in
      func put(_ number: Int, _ place: Int, digits: Int) {
        var rest = number
        for digit in (0..<digits).reversed() {
          text[place + digit] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        }
      }
      put(year, 0, digits: 4)
      text[4] = UInt8(ascii: "-")
      put(month, 5, digits: 2)
      text[7] = UInt8(ascii: "-")
      put(dayOfMonth, 8, digits: 2)
      string(plain: UnsafeBufferPointer(text))
    }
  }
}
