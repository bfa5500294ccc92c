import Compression
public import JSONText
public import SimpleFeatures
public import Tiles

/// The tiles that lie under maps: an archive, a folder, or the archive that is part of the program.
public struct TileBase: Sendable {
  /// Why these tiles and no others.
  public enum Origin: Hashable, Sendable {
    /// They were named in so many words: if they are damaged, nothing is drawn.
    case named
    /// They were found in the folder `tiles`.
    case found
    /// They are part of the program.
    case builtIn
  }

  /// Why these tiles.
  public let origin: Origin
  /// The file or folder; `nil` for the built-in tiles.
  public let path: String?
  /// How their layers are named.
  public let schema: TileSchema
  /// Whom to name beside the map, without markup; empty where nobody is said.
  public let attribution: String
  /// The zooms there are.
  public let zooms: ClosedRange<Int>
  /// What is shown; `nil` where it is not said.
  public let bounds: Envelope?
  /// The members of the metadata.
  public let metadata: JSONObject
  /// The bytes of the archive; `nil` for a folder.
  public let archive: (any RangeReader)?
  /// What was passed over on the way to these tiles, a line each.
  public internal(set) var notes: [String] = []
  /// Digest of the places that the tiles were made from; our own tiles alone have one.
  let placesDigest: String?
  private let store: Store

  private enum Store: Sendable {
    case archive(PMTilesArchive)
    case folder(TileTree)
  }

  /// What to call the tiles in messages: the path, or that they are built in.
  public var name: String { path ?? "built in" }
  /// The same without the folders above, for beside a map.
  var shortName: String { name.split(separator: "/").last.map(String.init) ?? name }

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - reader: Its bytes.
  ///   - path: What to call it in messages; `nil` for the built-in one.
  ///   - origin: Why it.
  /// - Throws: ``TileBaseError`` for what is no archive of vector tiles in a known schema.
  public init(
    archive reader: any RangeReader, path: String?, origin: Origin
  ) throws(TileBaseError) {
    let name = path ?? "built-in tiles"
    do {
      let archive = try PMTilesArchive(reader)
      try archive.requireWhole()
      guard archive.header.tileType == .mvt else { throw TileBaseError.notVectorTiles(path: name) }
      let metadata = try archive.metadata()
      let layers = Self.layers(in: metadata)
      guard let schema = TileSchema(layers: layers) else {
        throw TileBaseError.unknownSchema(path: name, layers: layers)
      }
      self.init(
        origin: origin, path: path, schema: schema, metadata: metadata,
        zooms: Int(
          archive.header.minimumZoom)...max(
            Int(archive.header.minimumZoom), Int(archive.header.maximumZoom)),
        bounds: archive.header.envelope, store: .archive(archive), archive: reader)
    } catch let error as TileBaseError {
      throw error
    } catch let error as TilesError {
      throw .unusable(path: name, error)
    } catch {
      throw .noTiles(path: name)
    }
  }

  /// Opens a folder of files `z/x/y.mvt`.
  ///
  /// The schema and the attribution are those of `metadata.json`, where there is one; without it
  /// the layers of a tile tell the schema.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - origin: Why it.
  /// - Throws: ``TileBaseError`` for what is no folder of vector tiles in a known schema.
  public init(folder path: String, origin: Origin) throws(TileBaseError) {
    guard let tree = try TileTree(path: path) else { throw .noTiles(path: path) }
    var layers = tree.metadata.map(Self.layers) ?? []
    if layers.isEmpty { layers = try Self.layers(ofSomeTileIn: tree) }
    guard let schema = TileSchema(layers: layers) else {
      throw .unknownSchema(path: path, layers: layers)
    }
    let metadata = tree.metadata ?? JSONObject([])
    let edges = metadata["bounds"]?.array?.compactMap(\.double) ?? []
    self.init(
      origin: origin, path: path, schema: schema, metadata: metadata, zooms: tree.zooms,
      bounds: edges.count == 4
        ? Envelope(west: edges[0], south: edges[1], east: edges[2], north: edges[3]) : nil,
      store: .folder(tree))
  }

  private init(
    origin: Origin, path: String?, schema: TileSchema, metadata: JSONObject,
    zooms: ClosedRange<Int>, bounds: Envelope?, store: Store, archive: (any RangeReader)? = nil
  ) {
    self.archive = archive
    self.origin = origin
    self.path = path
    self.schema = schema
    self.metadata = metadata
    self.zooms = zooms
    self.bounds = bounds
    self.store = store
    attribution = TileAttribution.plain(metadata["attribution"]?.string ?? "")
    placesDigest = metadata[PlacesDigest.member]?.string
  }

  /// The names of the layers that a metadata lists.
  private static func layers(in metadata: JSONObject) -> [String] {
    (metadata["vector_layers"]?.array ?? []).compactMap { $0.object?["id"]?.string }
  }

  private static func layers(ofSomeTileIn tree: TileTree) throws(TileBaseError) -> [String] {
    do {
      guard let (tile, stored) = try tree.anyTile() else {
        throw TileBaseError.noTiles(path: tree.path)
      }
      do {
        return try VectorTile(decoding: try unpacked(stored)).layers.map(\.name)
      } catch {
        throw TileBaseError.badTile(path: tree.path, tile, error)
      }
    } catch let error as TileBaseError {
      throw error
    } catch let error as TilesError {
      throw .unusable(path: tree.path, error)
    } catch {
      throw .noTiles(path: tree.path)
    }
  }
}

extension TileBase {
  /// What a tile holds to draw; `nil` when there is no such tile.
  ///
  /// - Parameter tile: Any tile.
  /// - Returns: The layers that the schema draws.
  /// - Throws: ``TileBaseError/badTile(path:_:_:)``.
  public func tile(_ tile: TileAddress) throws(TileBaseError) -> VectorTile? {
    do {
      guard let bytes = try bytes(of: tile) else { return nil }
      let wanted = schema.layers
      return try VectorTile(decoding: bytes) { wanted.contains($0) }
    } catch {
      throw .badTile(path: name, tile, error)
    }
  }

  /// The bytes of a tile, unpacked; `nil` when there is no such tile.
  func bytes(of tile: TileAddress) throws(TilesError) -> [UInt8]? {
    switch store {
    case .archive(let archive): try archive.bytes(of: tile)
    case .folder(let tree): try tree.storedBytes(of: tile).map(Self.unpacked)
    }
  }

  /// A tile packed by gzip, as a service answers with it; `nil` when there is no such tile.
  ///
  /// - Parameter tile: Any tile.
  /// - Returns: A gzip member: the archive's own bytes where it is packed so.
  /// - Throws: ``TileBaseError/badTile(path:_:_:)``.
  public func storedTile(_ tile: TileAddress) throws(TileBaseError) -> [UInt8]? {
    do {
      switch store {
      case .archive(let archive) where archive.header.tileCompression == .gzip:
        return try archive.storedBytes(of: tile)
      case .archive(let archive): return try archive.bytes(of: tile).map(Self.packed)
      case .folder(let tree): return try tree.storedBytes(of: tile).map(Self.packed)
      }
    } catch {
      throw .badTile(path: name, tile, error)
    }
  }

  private static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  private static func unpacked(_ bytes: [UInt8]) throws(TilesError) -> [UInt8] {
    guard isPacked(bytes) else { return bytes }
    do {
      return try Gzip.decompress(bytes, limit: 64 << 20)
    } catch {
      throw .archive(.compression(error), offset: 0)
    }
  }

  private static func packed(_ bytes: [UInt8]) throws(TilesError) -> [UInt8] {
    guard !isPacked(bytes) else { return bytes }
    do {
      return try Gzip.compress(bytes)
    } catch {
      throw .archive(.compression(error), offset: 0)
    }
  }
}
