public import Tiles

/// Why tiles cannot lie under maps.
public enum TileBaseError: Error, Hashable, Sendable {
  /// An archive or a file breaks a rule or cannot be read.
  case unusable(path: String, TilesError)
  /// A tile breaks a rule; bytes count from its own first one, unpacked.
  case badTile(path: String, TileAddress, TilesError)
  /// An archive holds pictures or tiles of another format.
  case notVectorTiles(path: String)
  /// The layers are of no schema that is known here.
  case unknownSchema(path: String, layers: [String])
  /// There is no archive and no tile there.
  case noTiles(path: String)
}

extension TileBaseError: CustomStringConvertible {
  /// One line: which file, what is wrong and where.
  public var description: String {
    switch self {
    case .unusable(_, .unreadable(let path, let number)):
      TilesError.unreadable(path: path, errorNumber: number).description
    case .unusable(let path, let error): "\(path): \(error)"
    case .badTile(let path, let tile, let error): "\(path): tile \(tile): \(error)"
    case .notVectorTiles(let path): "\(path): the tiles are no vector tiles"
    case .unknownSchema(let path, let layers):
      "\(path): neither Protomaps nor OpenMapTiles layers nor our own: "
        + (layers.isEmpty ? "none" : layers.prefix(8).joined(separator: ", "))
    case .noTiles(let path): "\(path): no PMTiles archive and no folder z/x/y.mvt"
    }
  }
}
