import Cartography
import Tiles

extension Endpoint {
  /// The tiles under the maps: one by one, described, and the archive that they are in.
  static let tiles = [tileDescription, tile, tileArchive]

  /// `GET /tiles.json`: which tiles there are.
  private static let tileDescription = Endpoint(
    name: "tiles.description", path: PathTemplate("/tiles.json"),
    summary: "The base map's tiles, as TileJSON.", offers: [.json, .html], freshness: .fixed
  ) { request in
    let tiles = try request.servedTiles()
    let json = tiles.base.tileJSON(template: request.url("/tiles/{z}/{x}/{y}.mvt"))
    let links = [Link(request.selfURL, rel: "self", type: .json)]
    if request.mediaType == .html {
      return try await request.documentPage(.phrase(.tiles), links: links, json: json)
    }
    let archive = tiles.archiveName.map { name in
      Link(request.url("/tiles/\(name)"), rel: "enclosure", type: .tileArchive)
    }
    return Answer(
      mediaType: .json, links: links + (archive.map { [$0] } ?? []), body: .bytes(json))
  }

  /// `GET /tiles/{z}/{x}/{y}`: a tile as it is stored, packed by gzip for who takes that.
  private static let tile = Endpoint(
    name: "tiles.tile", path: PathTemplate("/tiles/{z}/{x}/{y}"),
    summary: "A tile of the base map: zoom, column from the west, row from the north.",
    offers: [.vectorTile], freshness: .fixed,
    statuses: [(204, "There is nothing in the tile.")], takesEnding: true
  ) { request in
    let tiles = try request.servedTiles()
    let address = try request.tileAddress(in: tiles)
    return AnswerPlan(input: tiles.input(of: address)) {
      guard let stored = try tiles.base.storedTile(address) else {
        return Answer(
          mediaType: .vectorTile, headers: [HeaderField("OATiles-hint", "empty")], body: .nothing)
      }
      return Answer(mediaType: .vectorTile, body: .packed(stored))
    }
  }

  /// `GET /tiles/mosul-{hash}.pmtiles`: the archive, whole or in parts.
  private static let tileArchive = Endpoint(
    name: "tiles.archive", path: PathTemplate("/tiles/{archive}"),
    summary: "The archive of all tiles, under the hash of its content: /tiles.json links to it.",
    offers: [.tileArchive], freshness: .final,
    statuses: [(206, "A part of the archive."), (416, "There is no such part.")]
  ) { request in
    let name = try request.archiveName()
    guard let archive = try request.servedTiles().base.archive else {
      throw RequestFault.noSuchItem(kind: "archive", id: name)
    }
    return AnswerPlan(input: name) {
      Answer(mediaType: .tileArchive, body: .ranges(archive))
    }
  }
}

extension EndpointRequest {
  /// The tiles, where there are any.
  fileprivate func servedTiles() throws(RequestFault) -> ServedTiles {
    guard let tiles = answering.tiles else { throw .noSuchResource }
    return tiles
  }

  /// The tile in the path, of a zoom that there is.
  fileprivate func tileAddress(in tiles: ServedTiles) throws(RequestFault) -> TileAddress {
    let text = ["z", "x", "y"].map { captures[$0] ?? "" }.joined(separator: "/")
    guard let address = TileAddress(text), tiles.base.zooms.contains(address.zoom) else {
      throw .noSuchItem(kind: "tile", id: text)
    }
    return address
  }

  /// The name in the path, which has to be that of the archive.
  fileprivate func archiveName() throws(RequestFault) -> String {
    let name = captures["archive"] ?? ""
    guard name == (try servedTiles().archiveName) else {
      throw .noSuchItem(kind: "archive", id: name)
    }
    return name
  }
}
