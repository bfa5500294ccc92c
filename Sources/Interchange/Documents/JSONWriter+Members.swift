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
