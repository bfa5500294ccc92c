import Inquiry
public import JSONText
public import Records

// Lists that several documents and formats hold.
extension JSONWriter {
  /// Writes the districts that an incident surely or possibly lies in.
  mutating func districts(_ districts: [DistrictMembership]) {
    beginArray()
    for district in districts {
      beginObject()
      key(separated: #","id":"#)
      string(plain: district.place.text)
      key(separated: #","name":"#)
      string(district.name)
      key(separated: #","certainty":"#)
      string(plain: district.certainty.code)
      key(separated: #","share":"#)
      number(district.share, decimals: 4)
      key(separated: #","approximate":"#)
      boolean(district.isApproximate)
      endObject()
    }
    endArray()
  }

  /// Writes identifiers as an array, or `null` where there is nothing to point at.
  ///
  /// - Parameter ids: The identifiers; `nil` for none known.
  public mutating func identifiers<Record>(_ ids: [Identifier<Record>]?) {
    guard let ids else { return null() }
    beginArray()
    for id in ids { string(plain: id.text) }
    endArray()
  }

  /// Writes an array of strings.
  ///
  /// - Parameter texts: Any texts.
  public mutating func strings(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }
}
