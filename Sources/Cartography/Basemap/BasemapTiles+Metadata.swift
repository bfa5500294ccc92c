import JSONText
import SimpleFeatures

extension BasemapTiles {
  /// The zoom that a map begins with: the whole city.
  static let centerZoom: UInt8 = 11

  /// Where a map begins: the middle of the recorded outlines, or of everything.
  func center(_ envelope: Envelope) -> Position {
    let banks = items.filter { $0.layer == .banks }
    return (Self.envelope(of: banks) ?? envelope).center
  }

  /// The archive's metadata: PMTiles 3 §5 with the members of TileJSON 3.0 that it leaves open.
  func metadata(_ envelope: Envelope) -> [UInt8] {
    var writer = JSONWriter(reserving: 4_096)
    writer.beginObject()
    for (name, text) in Self.words {
      writer.key(name)
      writer.string(text)
    }
    writer.key(PlacesDigest.member)
    writer.string(placesDigest)
    writer.key("minzoom")
    writer.integer(Self.zooms.lowerBound)
    writer.key("maxzoom")
    writer.integer(Self.zooms.upperBound)
    let center = center(envelope)
    Self.write(
      [envelope.west, envelope.south, envelope.east, envelope.north], as: "bounds", &writer)
    Self.write(
      [center.longitude, center.latitude, Double(Self.centerZoom)], as: "center", &writer)
    writer.key("vector_layers")
    writer.beginArray()
    for layer in BasemapLayer.allCases { Self.write(layer, &writer) }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  private static let words = [
    ("name", "Sijil basemap of Mosul"),
    (
      "description",
      "River, banks, outlines, districts, bridges and landmarks of Mosul from the register's own "
        + "places; shapes are approximate and say so"
    ),
    ("version", "1.0.0"), ("type", "baselayer"), ("format", "pbf"),
    (
      "attribution",
      "Sijil; outline and some points: Who's On First, GeoNames (CC BY 4.0); points: Airwars, "
        + "Wikipedia (CC BY-SA), Wikimapia; river: Natural Earth, COD-AB Iraq (CC BY-IGO)"
    ),
  ]

  /// Ten-millionths of a degree, as in the header.
  private static func write(_ degrees: [Double], as name: String, _ writer: inout JSONWriter) {
    writer.key(name)
    writer.beginArray()
    for degree in degrees { writer.number((degree * 1e7).rounded() / 1e7) }
    writer.endArray()
  }

  private static func write(_ layer: BasemapLayer, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("id")
    writer.string(layer.rawValue)
    writer.key("description")
    writer.string(layer.summary)
    writer.key("minzoom")
    writer.integer(layer.minimumZoom)
    writer.key("maxzoom")
    writer.integer(zooms.upperBound)
    writer.key("fields")
    writer.beginObject()
    for attribute in BasemapAttribute.allCases {
      writer.key(attribute.rawValue)
      writer.string(attribute.summary)
    }
    writer.endObject()
    writer.endObject()
  }
}
