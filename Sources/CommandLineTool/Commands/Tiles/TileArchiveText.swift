import JSONText
import SimpleFeatures
import Tiles

/// An archive and a tile in lines for people.
enum TileArchiveText {
  /// The archive: what it says of itself, its zooms and its layers.
  static func lines(about archive: PMTilesArchive) throws -> [String] {
    let header = archive.header
    let metadata = try archive.metadata()
    var lines: [String] = []
    for name in ["name", "description", "version", "attribution"] {
      if let text = metadata[name]?.string { lines.append("\(name): \(text)") }
    }
    let box = header.envelope
    lines.append("bounds: \(box.west),\(box.south),\(box.east),\(box.north)")
    lines.append(
      "centre: \(header.center.position.longitude),\(header.center.position.latitude) at zoom "
        + "\(header.centerZoom)")
    lines.append(
      "tiles: \(header.addressedTiles) in \(header.tileEntries) entries, "
        + "\(header.tileContents) contents, \(header.tiles.length) bytes, "
        + (header.isClustered ? "in order" : "not in order"))
    let addresses = try archive.addresses(limit: TileFolder.tileLimit)
    for (zoom, tiles) in Dictionary(grouping: addresses, by: \.zoom).sorted(by: { $0.key < $1.key })
    {
      lines.append("zoom \(zoom): \(Plural.of("tile", tiles.count))")
    }
    for layer in metadata["vector_layers"]?.array ?? [] {
      guard let object = layer.object, let id = object["id"]?.string else { continue }
      let zooms = [object["minzoom"]?.integer, object["maxzoom"]?.integer].compactMap { $0 }
      let span = zooms.isEmpty ? "" : " (\(zooms.map(String.init).joined(separator: " to ")))"
      lines.append("layer \(id)\(span): \(object["description"]?.string ?? "")")
    }
    return lines
  }

  /// A tile: its place, its layers and each feature with its properties.
  static func lines(about tile: VectorTile, at address: TileAddress) -> [String] {
    let box = address.envelope
    var lines = [
      "tile \(address): number \(TileID(address).value), "
        + "\(box.west),\(box.south),\(box.east),\(box.north)"
    ]
    for layer in tile.layers {
      lines.append(
        "\(layer.name): \(Plural.of("feature", layer.features.count)), extent \(layer.extent), "
          + "version \(layer.version)")
      for feature in layer.features {
        let points = feature.geometry.pointCount.map { " of \(Plural.of("point", $0))" } ?? ""
        let properties = feature.properties.map { "\($0.key)=\(text(of: $0.value))" }
        lines.append(
          "  \(feature.id.map { "\($0) " } ?? "")\(feature.geometry.typeName)\(points)  "
            + properties.joined(separator: " "))
      }
    }
    return lines
  }

  private static func text(of value: VectorTile.Value) -> String {
    switch value {
    case .string(let text): text
    case .float(let number): "\(number)"
    case .double(let number): "\(number)"
    case .int(let number), .sint(let number): "\(number)"
    case .uint(let number): "\(number)"
    case .bool(let truth): "\(truth)"
    }
  }
}
