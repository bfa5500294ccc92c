import Inquiry
import JSONText
import Records
import SimpleFeatures

extension JSONWriter {
  /// Writes a place as a GeoJSON feature with its recorded geometry, never a computed one.
  ///
  /// - Parameters:
  ///   - feature: The place.
  ///   - selection: The properties that it carries.
  ///   - links: For a document of its own.
  ///   - system: What coordinates are in.
  mutating func placeFeature(
    _ feature: PlaceFeature, _ selection: [PlaceProperty] = PlaceProperty.all,
    links: [Link] = [], in system: ReferenceSystem = .crs84
  ) {
    beginObject()
    key("type")
    string("Feature")
    key("id")
    string(feature.place.id.text)
    if !links.isEmpty { self.links(links) }
    key("geometry")
    geometry(feature.place.location?.geometry, decimals: system.decimals, in: system)
    key("properties")
    beginObject()
    for property in selection {
      key(property.name)
      value(of: property, feature)
    }
    endObject()
    endObject()
  }

  private mutating func value(of property: PlaceProperty, _ feature: PlaceFeature) {
    let place = feature.place
    switch property {
    case .id: string(place.id.text)
    case .number: integer(place.id.number)
    case .name: string(place.title)
    case .arabicName: string(place.name(in: .arabic))
    case .names: names(place.names)
    case .kind: string(place.kind.code)
    case .parent: string(place.parent?.text)
    case .bank: string(place.bank.code)
    case .precisionMeters: number(place.location?.precisionMeters, decimals: 1)
    case .origin: string(place.location?.origin.code)
    case .isApproximate: boolean(place.location?.isApproximate)
    case .source: string(place.location?.source)
    case .areaBasis: string(feature.area?.basis.code)
    case .areaIsApproximate: boolean(feature.area?.isApproximate)
    case .note: string(place.note)
    }
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
