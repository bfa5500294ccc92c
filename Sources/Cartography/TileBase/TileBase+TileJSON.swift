import JSONText
import SimpleFeatures

extension TileBase {
  /// The document by which clients find tiles.
  ///
  /// Members that the metadata does not have are left out; the attribution keeps its markup, as
  /// clients expect it.
  ///
  /// - Parameter template: The URL of a tile with `{z}`, `{x}` and `{y}` in it.
  /// - Returns: A JSON text.
  /// - Note: Source – TileJSON 3.0.0, §3.
  public func tileJSON(template: String) -> [UInt8] {
    var writer = JSONWriter(reserving: 4_096)
    writer.beginObject()
    writer.key("tilejson")
    writer.string("3.0.0")
    writer.key("tiles")
    writer.beginArray()
    writer.string(template)
    writer.endArray()
    writer.key("scheme")
    writer.string("xyz")
    for name in ["name", "description", "version", "attribution"] {
      guard let text = metadata[name]?.string else { continue }
      writer.key(name)
      writer.string(text)
    }
    writer.key("minzoom")
    writer.integer(zooms.lowerBound)
    writer.key("maxzoom")
    writer.integer(zooms.upperBound)
    if let bounds {
      writer.key("bounds")
      writer.beginArray()
      for edge in [bounds.west, bounds.south, bounds.east, bounds.north] { writer.number(edge) }
      writer.endArray()
    }
    for name in ["center", "vector_layers"] {
      guard let value = metadata[name] else { continue }
      writer.key(name)
      writer.value(value)
    }
    writer.endObject()
    return writer.bytes
  }
}
