import Inquiry
import JSONText
import Records

// Lists that several documents hold.
extension JSONWriter {
  /// Writes the districts that an incident surely or possibly lies in.
  mutating func districts(_ districts: [DistrictMembership]) {
    beginArray()
    for district in districts {
      beginObject()
      key("id")
      string(district.place.text)
      key("name")
      string(district.name)
      key("certainty")
      string(district.certainty.code)
      key("share")
      number(district.share, decimals: 4)
      key("approximate")
      boolean(district.isApproximate)
      endObject()
    }
    endArray()
  }

  /// Writes identifiers as an array, or `null` where there is nothing to point at.
  mutating func identifiers<Record>(_ ids: [Identifier<Record>]?) {
    guard let ids else { return null() }
    strings(ids.map(\.text))
  }

  /// Writes an array of strings.
  mutating func strings(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }
}
