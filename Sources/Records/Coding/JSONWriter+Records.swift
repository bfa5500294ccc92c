import JSONText
import SimpleFeatures

// The members of canonical JSON: what is unknown, empty or false is left out.
extension JSONWriter {
  mutating func member(_ name: StaticString, _ value: String) {
    key(plain: name)
    string(value)
  }

  mutating func member(_ name: StaticString, optional value: String?) {
    if let value { member(name, value) }
  }

  mutating func member<Record>(_ name: StaticString, _ value: Identifier<Record>?) {
    if let value { member(plain: name, value.text) }
  }

  mutating func member(_ name: StaticString, _ value: (some Vocabulary)?) {
    if let value { member(plain: name, value.code) }
  }

  mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(plain: name)
    integer(value)
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    guard value else { return }
    key(plain: name)
    boolean(true)
  }

  mutating func member(_ name: StaticString, _ value: Double) throws(RecordCodingError) {
    guard value.isFinite else { throw .unwritable("number in \"\(name)\"") }
    key(plain: name)
    number(value)
  }

  mutating func member(_ name: StaticString, _ value: StatedTime?) throws(RecordCodingError) {
    guard let value else { return }
    member(plain: name, try value.canonicalText)
  }

  mutating func list<Element>(
    _ name: StaticString, _ elements: [Element],
    _ write: (inout JSONWriter, Element) throws(RecordCodingError) -> Void
  ) throws(RecordCodingError) {
    guard !elements.isEmpty else { return }
    key(plain: name)
    beginArray()
    for element in elements { try write(&self, element) }
    endArray()
  }

  mutating func object(
    _ write: (inout JSONWriter) throws(RecordCodingError) -> Void
  ) throws(RecordCodingError) {
    beginObject()
    try write(&self)
    endObject()
  }
}

extension StatedTime {
  /// The text that reads back as the same time.
  fileprivate var canonicalText: String {
    get throws(RecordCodingError) {
      switch self {
      case .date(let date): return date.description
      case .instant(let instant): return instant.description
      case .interval:
        let text = description
        guard StatedTime(text) == self else { throw .unwritable("interval \(text)") }
        return text
      }
    }
  }
}

/// A day as `YYYY-MM-DD`, short enough for a string that needs no heap.
func dayText(year: Int, month: Int, day: Int) -> String {
  String(unsafeUninitializedCapacity: 10) { buffer in
    var rest = (year * 100 + month) * 100 + day
    for index in [9, 8, 6, 5, 3, 2, 1, 0] {
      buffer[index] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    buffer[4] = UInt8(ascii: "-")
    buffer[7] = UInt8(ascii: "-")
    return 10
  }
}
