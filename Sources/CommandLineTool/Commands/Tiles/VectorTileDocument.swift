import JSONText
import Tiles

/// A vector tile as one line of JSON, in the tile's own coordinates.
enum VectorTileDocument {
  /// The line with its end.
  static func line(_ tile: VectorTile, at address: TileAddress) -> [UInt8] {
    var writer = JSONWriter(reserving: 4_096)
    writer.beginObject()
    writer.key("tile")
    writer.string(address.description)
    writer.key("layers")
    writer.beginArray()
    for layer in tile.layers { write(layer, &writer) }
    writer.endArray()
    writer.endObject()
    writer.lineFeed()
    return writer.bytes
  }

  private static func write(_ layer: VectorTile.Layer, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("name")
    writer.string(layer.name)
    writer.key("version")
    writer.integer(layer.version)
    writer.key("extent")
    writer.integer(layer.extent)
    writer.key("features")
    writer.beginArray()
    for feature in layer.features { write(feature, &writer) }
    writer.endArray()
    writer.endObject()
  }

  private static func write(_ feature: VectorTile.Feature, _ writer: inout JSONWriter) {
    writer.beginObject()
    if let id = feature.id {
      // Numbers of 64 bits are too large for some readers, and for the writer's integers.
      writer.key("id")
      writer.raw("\(id)".utf8)
    }
    writer.key("type")
    writer.string(feature.geometry.typeName)
    writer.key("geometry")
    write(feature.geometry, &writer)
    writer.key("properties")
    writer.beginObject()
    for property in feature.properties {
      writer.key(property.key)
      write(property.value, &writer)
    }
    writer.endObject()
    writer.endObject()
  }

  private static func write(_ geometry: TileGeometry, _ writer: inout JSONWriter) {
    writer.beginArray()
    switch geometry {
    case .points(let points): for point in points { write([point.x, point.y], &writer) }
    case .lines(let lines): for line in lines { write(line, &writer) }
    case .polygons(let polygons):
      for polygon in polygons {
        writer.beginArray()
        for ring in [polygon.exteriorRing] + polygon.interiorRings { write(ring, &writer) }
        writer.endArray()
      }
    case .unknown(let integers): for integer in integers { writer.integer(integer) }
    }
    writer.endArray()
  }

  private static func write(_ points: [TilePoint], _ writer: inout JSONWriter) {
    writer.beginArray()
    for point in points { write([point.x, point.y], &writer) }
    writer.endArray()
  }

  private static func write(_ pair: [Int32], _ writer: inout JSONWriter) {
    writer.beginArray()
    for ordinate in pair { writer.integer(ordinate) }
    writer.endArray()
  }

  private static func write(_ value: VectorTile.Value, _ writer: inout JSONWriter) {
    switch value {
    case .string(let text): writer.string(text)
    case .float(let number): writer.number(Double(number))
    case .double(let number): writer.number(number)
    case .int(let number), .sint(let number): writer.integer(number)
    case .uint(let number): writer.raw("\(number)".utf8)
    case .bool(let truth): writer.boolean(truth)
    }
  }
}

extension TileGeometry {
  /// The type in the format's words.
  var typeName: String {
    switch self {
    case .points: "point"
    case .lines: "linestring"
    case .polygons: "polygon"
    case .unknown: "unknown"
    }
  }

  /// How many points the shape has.
  var pointCount: Int? {
    switch self {
    case .points(let points): points.count
    case .lines(let lines): lines.reduce(0) { $0 + $1.count }
    case .polygons(let polygons):
      polygons.reduce(0) { sum, polygon in
        polygon.interiorRings.reduce(sum + polygon.exteriorRing.count) { $0 + $1.count }
      }
    case .unknown: nil
    }
  }
}
