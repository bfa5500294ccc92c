import Atlas
import Cartography
import Foundation
import Inquiry
import Interchange
import JSONText
import Records
import SimpleFeatures
import TestSupport
import Testing
import Tiles

/// The basemap's archive: the committed one, and what stands in it.
struct BasemapTilesTests {
  private func places() throws -> [PlaceFeature] {
    let batch = try SijilCSVReader.read(folder: Repository.data).batch
    let atlas = try AtlasBuilder(places: batch.places, sources: batch.sources)
      .build(version: DataVersion(sequence: 0, hash: "", recordedAt: nil))
    var query = PlaceQuery()
    query.limit = .max
    return try atlas.places(query).features
  }

  /// Every feature of every tile of a zoom.
  private func features(
    of archive: PMTilesArchive, zoom: Int
  ) throws -> [(layer: String, feature: VectorTile.Feature)] {
    var found: [(layer: String, feature: VectorTile.Feature)] = []
    for address in try archive.addresses(limit: 10_000) where address.zoom == zoom {
      let bytes = try #require(try archive.bytes(of: address))
      for layer in try VectorTile(decoding: bytes).layers {
        found += layer.features.map { (layer.name, $0) }
      }
    }
    return found
  }

  @Test func `the archive in tiles is what the data gives, byte for byte`() throws {
    let committed = try Data(contentsOf: Repository.root.appending(path: "tiles/mosul.pmtiles"))
    let places = try places()
    let built = try BasemapTiles(places: places).build()
    #expect(built.bytes == Array(committed), "run 'sijil tiles build' and commit the archive")
    #expect(built.bytes.count <= 300_000)
    var generator = SeededGenerator(seed: 14)
    print("seed \(generator.seed): replay with SIJIL_SEED=\(generator.seed)")
    let shuffled = places.shuffled(using: &generator)
    #expect(try BasemapTiles(places: shuffled).build().bytes == built.bytes)
  }

  @Test func `the archive keeps every rule and says what it is`() throws {
    let product = try BasemapTiles(places: try places()).build()
    let reader = MemoryReader(product.bytes)
    let check = ArchiveVerification(of: reader)
    #expect(check.problems.isEmpty, "\(check.problems)")
    #expect(check.addressedTiles == UInt64(product.tileCount))
    let archive = try PMTilesArchive(reader)
    let header = archive.header
    #expect(header.minimumZoom == 0 && header.maximumZoom == 14 && header.isClustered)
    #expect(header.internalCompression == .gzip && header.tileCompression == .gzip)
    let metadata = try archive.metadata()
    #expect(metadata["attribution"]?.string?.contains("Who's On First") == true)
    let layers = try #require(metadata["vector_layers"]?.array)
    #expect(layers.count == BasemapLayer.allCases.count)
  }

  @Test func `every place with a geometry is in the last zoom, and no place is made up`() throws {
    let places = try places()
    let basemap = BasemapTiles(places: places)
    let product = try basemap.build()
    let archive = try PMTilesArchive(MemoryReader(product.bytes))
    let found = try features(of: archive, zoom: 14)
    let drawn = Set(found.compactMap { $0.feature["id"] })
    let located = places.filter { $0.place.location != nil || $0.area?.basis == .bankHalf }
    #expect(drawn == Set(located.map { .string($0.place.id.text) }))
    #expect(basemap.placesWithoutGeometry == places.count - located.count)
    for (layer, feature) in found where layer == "districts" || layer == "banks" {
      #expect(feature["approximate"] == .bool(true))
    }
    let cells = places.filter { $0.area?.basis == .cell }.map { $0.place.id.text }
    for (layer, feature) in found where layer == "districts" {
      guard case .string(let id)? = feature["id"] else { continue }
      #expect((feature["origin"] == .string("computed")) == cells.contains(id))
    }
  }

  @Test func `a point is drawn where the register has it`() throws {
    let places = try places()
    let product = try BasemapTiles(places: places).build()
    let archive = try PMTilesArchive(MemoryReader(product.bytes))
    var compared = 0
    for place in places.map(\.place) {
      guard let position = place.location?.geometry.position,
        let address = TileAddress(zoom: 14, holding: position)
      else { continue }
      let tile = try VectorTile(decoding: try #require(try archive.bytes(of: address)))
      let points = tile.layers.filter { $0.name != "districts" }.flatMap(\.features)
        .filter { $0["id"] == .string(place.id.text) }
      guard case .points(let at)? = points.first?.geometry else {
        Issue.record("\(place.id.text) is not in its tile")
        continue
      }
      let box = address.mercatorMeters
      let unit = (box.east - box.west) / 4_096
      let x = position.longitude / 360 * TileAddress.worldMeters
      let angle = position.latitude * .pi / 180
      let y = asinh(tan(angle)) * TileAddress.worldMeters / (2 * .pi)
      #expect(abs(box.west + Double(at[0].x) * unit - x) < unit)
      #expect(abs(box.north - Double(at[0].y) * unit - y) < unit)
      compared += 1
    }
    #expect(compared == 126)
  }
}
