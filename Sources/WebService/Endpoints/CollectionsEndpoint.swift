import Interchange
import JSONText
import Records
import SimpleFeatures

extension Endpoint {
  /// `GET /collections`: every collection with its extent and links.
  static let collections = Endpoint(
    name: "collections", path: PathTemplate("/collections"), summary: "The collections.",
    offers: [.json, .html]
  ) { request in
    let links = [Link(request.selfURL, rel: "self", type: .json, title: "This document")]
    var writer = JSONWriter()
    writer.beginObject()
    writer.links(links)
    writer.key("collections")
    writer.beginArray()
    for collection in FeatureCollectionName.allCases {
      let extent = try await request.answering.extent(of: collection)
      writer.collection(collection, extent: extent, request: request)
    }
    writer.endArray()
    writer.endObject()
    let json = writer.takeBytes()
    if request.mediaType == .html { return try await request.collectionsPage(links, json: json) }
    return Answer(mediaType: .json, links: links, body: .bytes(json))
  }

  /// `GET /collections/{name}`: one collection, the same as in the list.
  static func collection(_ collection: FeatureCollectionName) -> Endpoint {
    Endpoint(
      name: "collection.\(collection.code)",
      path: PathTemplate(collection.path), summary: collection.summary,
      offers: [.json, .html]
    ) { request in
      var writer = JSONWriter()
      let extent = try await request.answering.extent(of: collection)
      writer.collection(collection, extent: extent, request: request)
      let json = writer.takeBytes()
      if request.mediaType == .html {
        return try await request.collectionPage(collection, json: json)
      }
      return Answer(mediaType: .json, links: collection.links(request), body: .bytes(json))
    }
  }
}

extension FeatureCollectionName {
  /// The links of the collection's own document.
  func links(_ request: EndpointRequest) -> [Link] {
    let address = request.url(path)
    return [
      Link(address, rel: "self", type: .json, title: title),
      Link(address + "/items", rel: "items", type: .geoJSON, title: "\(title) as GeoJSON"),
    ]
      + itemFormats.map {
        Link(
          "\(address)/items?f=\($0.formatNames[0])", rel: "items", type: $0,
          title: "\(title) as \($0.words)")
      } + [
        Link(
          address + "/queryables", rel: "http://www.opengis.net/def/rel/ogc/1.0/queryables",
          type: .schema, title: "What a filter may ask for"),
        Link(
          address + "/sortables", rel: "http://www.opengis.net/def/rel/ogc/1.0/sortables",
          type: .schema, title: "What an answer may be sorted by"),
        Link(
          address + "/schema", rel: "http://www.opengis.net/def/rel/ogc/1.0/schema",
          type: .schema, title: "The schema"),
        Link(
          address + "/schema/geojson", rel: "describedBy", type: .schema,
          title: "The schema of a GeoJSON feature"),
      ]
      + (hasMap
        ? [MediaType.png, .svg].map {
          Link(
            "\(address)/map?f=\($0.formatNames[0])", rel: Link.map, type: $0,
            title: "\(title) on a map as \($0.words)")
        } : [])
  }
}

extension JSONWriter {
  /// Writes the document of a collection.
  ///
  /// - Note: Source – OGC API Features Part 1 §7.14; `itemCount` is an extension that QGIS and
  ///   GDAL read.
  fileprivate mutating func collection(
    _ collection: FeatureCollectionName, extent: CollectionExtent, request: EndpointRequest
  ) {
    beginObject()
    key("id")
    string(collection.code)
    key("title")
    string(collection.title)
    key("description")
    string(collection.summary)
    key("itemType")
    string("feature")
    if collection.hasGeometry {
      key("crs")
      strings(ReferenceSystem.allCases.map(\.uri))
      key("storageCrs")
      string(ReferenceSystem.crs84.uri)
    }
    key("itemCount")
    integer(extent.count)
    if let known = extent.known, known != CollectionExtent.Known() {
      key("extent")
      self.extent(known)
    }
    links(collection.links(request))
    endObject()
  }

  /// Writes an extent.
  ///
  /// - Parameters:
  ///   - extent: What is known.
  ///   - storage: A system besides CRS84 in which the box is given too.
  mutating func extent(_ extent: CollectionExtent.Known, in storage: ReferenceSystem? = nil) {
    beginObject()
    if let box = extent.envelope {
      key("spatial")
      beginObject()
      key("bbox")
      beginArray()
      envelope(box)
      endArray()
      if let storage {
        key("storageCrsBbox")
        beginArray()
        beginArray()
        for coordinate in storage.corners(of: box) {
          number(coordinate, decimals: storage.decimals)
        }
        endArray()
        endArray()
      }
      endObject()
    }
    if let interval = extent.interval {
      key("temporal")
      beginObject()
      key("interval")
      beginArray()
      beginArray()
      string(interval.start.map { "\($0)T00:00:00Z" })
      string(interval.end.map { "\($0)T23:59:59Z" })
      endArray()
      endArray()
      endObject()
    }
    endObject()
  }
}
