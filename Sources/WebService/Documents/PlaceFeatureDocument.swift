import Inquiry
import JSONText
import Records
import SimpleFeatures

extension JSONWriter {
  /// Writes a place as a GeoJSON feature with its recorded geometry, never a computed one.
  ///
  /// - Parameters:
  ///   - feature: The place.
  ///   - links: For a document of its own.
  ///   - system: What coordinates are in.
  mutating func placeFeature(
    _ feature: PlaceFeature, links: [Link] = [], in system: ReferenceSystem = .crs84
  ) {
    let place = feature.place
    beginObject()
    key("type")
    string("Feature")
    key("id")
    string(place.id.text)
    if !links.isEmpty { self.links(links) }
    key("geometry")
    geometry(place.location?.geometry, decimals: system.decimals, in: system)
    key("properties")
    beginObject()
    key("id")
    string(place.id.text)
    key("name")
    string(place.title)
    key("name_ar")
    string(place.name(in: .arabic))
    key("names")
    names(place.names)
    key("kind")
    string(place.kind.code)
    key("parent")
    string(place.parent?.text)
    key("bank")
    string(place.bank.code)
    location(of: feature)
    key("note")
    string(place.note)
    endObject()
    endObject()
  }

  private mutating func location(of feature: PlaceFeature) {
    let location = feature.place.location
    key("precision_m")
    number(location?.precisionMeters, decimals: 1)
    key("origin")
    string(location?.origin.code)
    key("approximate")
    boolean(location?.isApproximate)
    key("source")
    string(location?.source)
    key("area_basis")
    string(feature.area?.basis.code)
    key("area_approximate")
    boolean(feature.area?.isApproximate)
  }

  private mutating func names(_ names: [PlaceName]) {
    beginArray()
    for name in names {
      beginObject()
      key("text")
      string(name.text)
      key("language")
      string(name.language)
      key("script")
      string(name.script.code)
      key("kind")
      string(name.kind.code)
      endObject()
    }
    endArray()
  }
}
