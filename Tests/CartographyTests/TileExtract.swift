import Foundation
import JSONText
import SimpleFeatures
import Tiles

/// A user's extract in miniature, made with our own writers: one feature of a kind each.
struct TileExtract {
  /// A shape in a layer with its text properties.
  struct Feature {
    var layer: String
    var properties: [String: String]
    var geometry: Geometry
    var id: UInt64?
  }

  var features: [Feature]
  var zooms = 9...14
  var attribution = #"<a href="https://example.org">© Someone &amp; Sons</a>"#
  /// Layers that the metadata lists; those of the features by default.
  var layers: [String]?
  /// Tiles in whose place these bytes stand.
  var damaged: [TileAddress: [UInt8]] = [:]

  /// The envelope of the shapes.
  var envelope: Envelope {
    features.compactMap(\.geometry.envelope).reduce(nil) { $0?.union($1) ?? $1 } ?? .world
  }

  var metadata: [UInt8] {
    var writer = JSONWriter(reserving: 512)
    writer.beginObject()
    writer.key("attribution")
    writer.string(attribution)
    writer.key("vector_layers")
    writer.beginArray()
    for layer in layers ?? Set(features.map(\.layer)).sorted() {
      writer.beginObject()
      writer.key("id")
      writer.string(layer)
      writer.key("fields")
      writer.beginObject()
      writer.endObject()
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  /// The tiles by address, unpacked.
  func tiles() throws -> [TileAddress: [UInt8]] {
    var layers: [TileAddress: [String: [VectorTile.Feature]]] = [:]
    for zoom in zooms {
      for feature in features {
        let shape = try ZoomGeometry(feature.geometry, zoom: zoom)
        for address in shape.tiles(buffer: 64) {
          for part in shape.geometries(in: address, buffer: 64) {
            layers[address, default: [:]][feature.layer, default: []].append(
              VectorTile.Feature(
                id: feature.id,
                properties: feature.properties.sorted { $0.key < $1.key }
                  .map { VectorTile.Property($0.key, .string($0.value)) },
                geometry: part))
          }
        }
      }
    }
    var tiles = try layers.mapValues { layers in
      try VectorTile(
        layers: layers.sorted { $0.key < $1.key }.map {
          VectorTile.Layer(name: $0.key, features: $0.value)
        }
      ).encoded()
    }
    for (address, bytes) in damaged { tiles[address] = bytes }
    return tiles
  }

  func archive() throws -> [UInt8] {
    var writer = PMTilesWriter(
      metadata: metadata, envelope: envelope, center: envelope.center, centerZoom: 10)
    for (address, bytes) in try tiles() { try writer.add(bytes, at: address) }
    return try writer.archive()
  }
}

extension TileExtract {
  static func line(_ points: (Double, Double)...) -> Geometry {
    .lineString(LineString(points.map { Position(longitude: $0.0, latitude: $0.1) }))
  }

  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Geometry {
    let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return .polygon(
      Polygon(
        exteriorRing: LinearRing(corners.map { Position(longitude: $0.0, latitude: $0.1) })))
  }

  /// A city of one main road, street, railway, river, canal, lake, park and quarter, in the words
  /// of a schema, with things that are not drawn.
  static func city(
    road: (String, [String: String]), street: (String, [String: String]),
    railway: (String, [String: String]), river: (String, [String: String]),
    canal: (String, [String: String]), lake: (String, [String: String]),
    park: (String, [String: String]), quarter: (String, [String: String]),
    undrawn: [(String, [String: String])]
  ) -> TileExtract {
    func feature(_ what: (String, [String: String]), _ geometry: Geometry) -> Feature {
      Feature(layer: what.0, properties: what.1, geometry: geometry)
    }
    return TileExtract(
      features: [
        feature(road, line((42.98, 36.30), (43.28, 36.38))),
        feature(street, line((43.12, 36.28), (43.12, 36.40))),
        feature(railway, line((43.00, 36.38), (43.25, 36.27))),
        feature(river, line((43.02, 36.42), (43.15, 36.34), (43.22, 36.26))),
        feature(canal, line((43.20, 36.40), (43.24, 36.41))),
        feature(lake, box(43.02, 36.40, 43.06, 36.42)),
        feature(park, box(43.16, 36.36, 43.20, 36.39)),
        feature(quarter, box(43.00, 36.25, 43.03, 36.27)),
      ]
        + undrawn.flatMap { what in
          [
            feature(what, line((43.1, 36.3), (43.2, 36.3))),
            feature(what, box(43.1, 36.3, 43.12, 36.31)),
            feature(what, .point(Position(longitude: 43.1, latitude: 36.3))),
          ]
        })
  }

  /// The basemap of Protomaps; version 4, or 3 with its prefix.
  static func protomaps(version: Int) -> TileExtract {
    let key = version < 4 ? "pmap:kind" : "kind"
    let running = version < 4 ? "physical_line" : "water"
    return city(
      road: ("roads", [key: "major_road"]), street: ("roads", [key: "minor_road"]),
      railway: ("roads", [key: "rail"]), river: (running, [key: "river"]),
      canal: (running, [key: "canal"]), lake: ("water", [key: "lake"]),
      park: ("landuse", [key: "park"]), quarter: ("landuse", [key: "residential"]),
      undrawn: [
        ("roads", [key: "path"]), ("roads", [key: "ferry"]), ("buildings", [key: "building"]),
        ("earth", [key: "earth"]), ("boundaries", [key: "country"]), ("places", [:]),
        ("landuse", [key: "pier"]),
      ])
  }

  static var openMapTiles: TileExtract {
    city(
      road: ("transportation", ["class": "primary"]),
      street: ("transportation", ["class": "minor"]),
      railway: ("transportation", ["class": "rail"]), river: ("waterway", ["class": "river"]),
      canal: ("waterway", ["class": "canal"]), lake: ("water", ["class": "lake"]),
      park: ("landcover", ["class": "grass", "subclass": "park"]),
      quarter: ("landuse", ["class": "residential"]),
      undrawn: [
        ("transportation", ["class": "path"]), ("building", [:]), ("boundary", [:]),
        ("place", ["class": "city"]), ("landcover", ["class": "sand"]),
        ("transportation", ["class": "motorway_construction"]),
      ])
  }

  static let all: [(name: String, extract: TileExtract)] = [
    ("Protomaps 4", protomaps(version: 4)), ("Protomaps 3", protomaps(version: 3)),
    ("OpenMapTiles", openMapTiles),
  ]
}

/// A folder for the length of a test.
func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "sijil-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path)
}

/// Writes a file, and the folders above it.
func write(_ bytes: [UInt8], to path: String) throws {
  let file = URL(fileURLWithPath: path)
  try FileManager.default.createDirectory(
    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(bytes).write(to: file)
}
