public import Inquiry
import JSONText
import Records
import SimpleFeatures
public import Tiles

/// Makes the archive of the basemap from the places of the register.
///
/// The same places give the same bytes, in whatever order they come. Nothing but the register's own
/// geometry is drawn: what is approximate says so in every tile.
public struct BasemapTiles: Sendable {
  /// What is drawn: one place in one layer.
  struct Item {
    let layer: BasemapLayer
    let minimumZoom: Int
    let properties: [VectorTile.Property]
    let geometry: Geometry
  }

  let items: [Item]
  /// Places that are nowhere in the tiles, for they have no place of their own.
  public let placesWithoutGeometry: Int
  /// What tells a register of the same places from others.
  let placesDigest: String

  /// The zooms of the archive.
  public static let zooms = 0...14
  /// Units along a tile's side.
  public static let extent: UInt16 = 4_096
  /// Units around a tile that are drawn too: 4 of 256 pixels.
  public static let buffer: UInt16 = 64
  /// How far a left-out point may lie from its line below the last zoom, units: a quarter pixel.
  static let tolerance = 4.0

  /// Takes the places.
  ///
  /// - Parameter features: Every place with the area that questions use.
  public init(places features: [PlaceFeature]) {
    let sorted = features.sorted { $0.place.id < $1.place.id }
    let drawn = sorted.map { feature in
      BasemapLayer.layers(of: feature).map { part in
        Item(
          layer: part.layer,
          minimumZoom: part.layer.minimumZoom(of: feature.place.kind),
          properties: BasemapAttribute.properties(of: feature, in: part.layer),
          geometry: part.geometry)
      }
    }
    items = drawn.flatMap { $0 }
    placesWithoutGeometry = drawn.count { $0.isEmpty }
    placesDigest = PlacesDigest.text(of: features.map(\.place))
  }

  /// An archive and what is in it.
  public struct Product: Sendable {
    /// The archive.
    public let bytes: [UInt8]
    /// How many tiles it has.
    public let tileCount: Int
    /// How many places each layer has, in the order of the layers.
    public let counts: [(layer: BasemapLayer, places: Int)]
    /// Shapes that are too small for a zoom of their layer, counted zoom by zoom.
    public let leftOut: Int
  }

  /// The archive.
  ///
  /// - Returns: Its bytes with the counts.
  /// - Throws: `TilesError` for a position outside the world, or when no place has a geometry.
  public func build() throws(TilesError) -> Product {
    guard let envelope = Self.envelope(of: items) else {
      throw .archive(.emptyDirectory, offset: 0)
    }
    var writer = PMTilesWriter(
      metadata: metadata(envelope), envelope: envelope, center: center(envelope),
      centerZoom: Self.centerZoom)
    var (tileCount, leftOut) = (0, 0)
    for zoom in Self.zooms {
      let shapes = try shapes(at: zoom)
      leftOut += shapes.count { $0.geometry.isEmpty }
      for (address, tile) in Self.tiles(of: shapes) {
        try writer.add(try tile.encoded(), at: address)
        tileCount += 1
      }
    }
    let counts = BasemapLayer.allCases.map { layer in
      (layer, items.count { $0.layer == layer })
    }
    return Product(
      bytes: try writer.archive(), tileCount: tileCount, counts: counts, leftOut: leftOut)
  }

  /// The box around some items.
  static func envelope(of items: [Item]) -> Envelope? {
    items.compactMap(\.geometry.envelope).reduce(nil) { $0?.union($1) ?? $1 }
  }

  private typealias Shape = (item: Item, geometry: ZoomGeometry)

  private func shapes(at zoom: Int) throws(TilesError) -> [Shape] {
    var shapes: [Shape] = []
    for item in items where item.minimumZoom <= zoom {
      let geometry = try ZoomGeometry(
        item.geometry, zoom: zoom, extent: Self.extent,
        tolerance: zoom < Self.zooms.upperBound ? Self.tolerance : 0)
      shapes.append((item, geometry))
    }
    return shapes
  }

  /// The tiles of one zoom that have any feature.
  private static func tiles(of shapes: [Shape]) -> [TileAddress: VectorTile] {
    var features: [TileAddress: [BasemapLayer: [VectorTile.Feature]]] = [:]
    for (item, geometry) in shapes {
      for address in geometry.tiles(buffer: buffer) {
        for part in geometry.geometries(in: address, buffer: buffer) {
          let feature = VectorTile.Feature(properties: item.properties, geometry: part)
          features[address, default: [:]][item.layer, default: []].append(feature)
        }
      }
    }
    return features.mapValues { layers in
      VectorTile(
        layers: BasemapLayer.allCases.compactMap { layer in
          layers[layer].map {
            VectorTile.Layer(name: layer.rawValue, extent: UInt32(extent), features: $0)
          }
        })
    }
  }
}
