import Inquiry
import Interchange
import JSONText

/// The schemas of a collection: of its features, of what a filter may ask for, of what an answer may
/// be sorted by.
///
/// - Note: Source – OGC API Features Part 3 §6 and Part 5 §7; JSON Schema 2020-12. A geometry has a
///   `format` and no `type`, a property a `type` and no `$ref`.
struct SchemaDocument {
  enum Kind: String, CaseIterable {
    case schema
    case queryables
    case sortables
    /// A GeoJSON feature, whose properties are members of a member.
    case geoJSON = "schema/geojson"

    var words: String {
      switch self {
      case .schema: "The schema of"
      case .queryables: "What a filter may ask of"
      case .sortables: "What an answer may be sorted by:"
      case .geoJSON: "The schema of a GeoJSON feature of"
      }
    }
  }

  let kind: Kind
  let collection: FeatureCollectionName
  /// Its own address without a query.
  let address: String

  /// The document as UTF-8.
  var json: [UInt8] {
    var writer = JSONWriter(reserving: 16_384)
    writer.beginObject()
    writer.member("$schema", "https://json-schema.org/draft/2020-12/schema")
    writer.member("$id", address)
    writer.member("type", "object")
    writer.member("title", collection.title)
    writer.member("description", collection.summary)
    if kind == .geoJSON { feature(&writer) } else { flat(&writer) }
    writer.endObject()
    return writer.takeBytes()
  }

  private var listed: [PropertyDescription] {
    collection.properties.filter { property in
      switch kind {
      case .schema, .geoJSON: true
      case .queryables: property.isQueryable
      case .sortables: property.isSortable
      }
    }
  }

  private func flat(_ writer: inout JSONWriter) {
    writer.key("properties")
    writer.beginObject()
    for (place, property) in listed.enumerated() {
      writer.key(property.name)
      writer.beginObject()
      describe(property, &writer)
      if kind == .schema {
        if let role = property.role { writer.member("x-ogc-role", role) }
        writer.key("x-ogc-propertySeq")
        writer.integer(place + 1)
        writer.key("readOnly")
        writer.boolean(true)
      }
      writer.endObject()
    }
    if kind != .sortables, let format = collection.geometryFormat {
      writer.key(geometryName)
      writer.beginObject()
      writer.member("format", format)
      if kind == .schema { writer.member("x-ogc-role", "primary-geometry") }
      writer.endObject()
    }
    writer.endObject()
    writer.key("additionalProperties")
    writer.boolean(false)
  }

  /// GDAL and QGIS take the properties' types from here.
  private func feature(_ writer: inout JSONWriter) {
    writer.key("required")
    writer.strings(["type", "geometry", "properties"])
    writer.key("properties")
    writer.beginObject()
    writer.key("type")
    writer.beginObject()
    writer.key("const")
    writer.string("Feature")
    writer.endObject()
    writer.key("id")
    writer.beginObject()
    writer.member("type", "string")
    writer.endObject()
    writer.key("geometry")
    writer.beginObject()
    writer.key("type")
    writer.strings(collection.hasGeometry ? ["object", "null"] : ["null"])
    writer.endObject()
    writer.key("properties")
    writer.beginObject()
    writer.member("type", "object")
    writer.key("properties")
    writer.beginObject()
    for property in listed {
      writer.key(property.name)
      writer.beginObject()
      describe(property, &writer)
      writer.endObject()
    }
    writer.endObject()
    writer.endObject()
    writer.endObject()
  }

  private func describe(_ property: PropertyDescription, _ writer: inout JSONWriter) {
    writer.member("title", property.name)
    writer.member("description", property.summary)
    // GDAL 3.6 gives an integer of a schema 32 bits, whatever its format, and would cut the number.
    let isWide = kind == .geoJSON && property.name == numberName
    let type = isWide ? "number" : property.type.schemaType
    writer.key("type")
    // GDAL 3.6 takes a list of types for text, so null is allowed as OpenAPI 3.0 says it.
    writer.string(type)
    if kind == .geoJSON, property.isNullable {
      writer.key("nullable")
      writer.boolean(true)
    }
    if property.type == .day { writer.member("format", "date") }
    if property.type == .list, kind == .queryables {
      writer.key("items")
      writer.beginObject()
      writer.member("type", "string")
      writer.endObject()
    }
    if let codes = property.codes, kind != .geoJSON {
      writer.key("enum")
      writer.strings(codes)
    }
  }
}

extension PropertyType {
  /// The type of its values in JSON Schema.
  fileprivate var schemaType: String {
    switch self {
    case .text, .day: "string"
    case .integer: "integer"
    case .number: "number"
    case .truth: "boolean"
    case .list: "array"
    }
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }
}
