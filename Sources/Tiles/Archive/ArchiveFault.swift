public import Compression
public import JSONText

/// Which rule of the format an archive breaks.
///
/// - Note: Source – PMTiles specification 3.
public enum ArchiveFault: Error, Hashable, Sendable {
  /// A part of the file.
  public enum Section: String, Hashable, Sendable {
    /// The root directory.
    case root
    /// The metadata.
    case metadata
    /// The leaf directories.
    case leaves
    /// The tiles.
    case tiles
  }

  /// A number that header and directories both give.
  public enum Count: String, Hashable, Sendable {
    /// Tiles, runs counted out.
    case addressed
    /// Entries that stand for tiles.
    case entries
    /// Contents that differ.
    case contents
  }

  /// The bytes end early.
  case endsEarly
  /// The file does not begin with the word `PMTiles`.
  case badMagic
  /// The version is not 3.
  case badVersion(UInt8)
  /// The byte that says whether contents are in order is neither 0 nor 1.
  case badClusteredFlag(UInt8)
  /// A compression has no such number, or is one that is not read here.
  case badCompression(UInt8)
  /// A type of tiles has no such number.
  case badTileType(UInt8)
  /// The zooms are out of order or above 31.
  case badZooms(minimum: UInt8, maximum: UInt8, center: UInt8)
  /// The bounds or the centre are outside the world or out of order.
  case badBounds
  /// A part leads beyond the end of the file.
  case sectionOutsideFile(Section)
  /// Two parts share bytes, or one lies in the header.
  case sectionsOverlap(Section)
  /// The root directory does not end within the first 16,384 bytes.
  case rootTooFar
  /// Bytes cannot be unpacked.
  case compression(CompressionError)
  /// A directory has no entry.
  case emptyDirectory
  /// A directory says that it has more entries than its bytes can hold.
  case entryCount(UInt64)
  /// A number of a directory has more bits than its field.
  case numberTooLong
  /// Bytes follow the last entry of a directory.
  case trailingBytes
  /// An entry's tile is not after the one before, or is covered by its run.
  case entriesOutOfOrder
  /// An entry's tile or run leads beyond the last zoom.
  case tileOutOfRange
  /// An entry is of no bytes.
  case zeroLength
  /// The first entry of a directory goes on where none is.
  case missingOffset
  /// An entry leads outside of the part that it points into.
  case entryOutside(Section)
  /// Leaf directories lie more than four deep.
  case leavesTooDeep
  /// A leaf directory does not begin with the tile that leads to it, or runs into the next one.
  case leafElsewhere
  /// The contents are said to be in order and are not.
  case notClustered
  /// A number of the header is not what the directories hold.
  case wrongCount(Count, stated: UInt64, found: UInt64)
  /// The zooms of the header are not those of the tiles.
  case wrongZooms(minimum: Int, maximum: Int)
  /// The metadata is not JSON.
  case badMetadata(JSONTextError)
  /// The metadata is not an object, or not what vector tiles need.
  case metadataLacks(String)
  /// A tile breaks a rule of vector tiles, at a byte of its own.
  case badTile(TileAddress, VectorTileFault, offset: Int)
  /// A tile has a layer that the metadata does not list.
  case undeclaredLayer(TileAddress, String)
  /// A tile is given twice to an archive that is written.
  case duplicateTile(TileAddress)
  /// The system could not read the file, by its error number.
  case unreadable(errorNumber: Int32)
  /// More tiles than are taken at once.
  case tooManyTiles(limit: Int)
}

extension ArchiveFault {
  /// The rule's code, which does not change from version to version.
  public var code: String {
    switch self {
    case .endsEarly: "ends-early"
    case .badMagic: "header-magic"
    case .badVersion: "header-version"
    case .badClusteredFlag: "header-clustered"
    case .badCompression: "header-compression"
    case .badTileType: "header-tile-type"
    case .badZooms: "header-zooms"
    case .badBounds: "header-bounds"
    case .sectionOutsideFile: "section-outside"
    case .sectionsOverlap: "section-overlap"
    case .rootTooFar: "root-too-far"
    case .compression: "compression"
    case .emptyDirectory: "directory-empty"
    case .entryCount: "directory-count"
    case .numberTooLong: "directory-number"
    case .trailingBytes: "directory-trailing"
    case .entriesOutOfOrder: "entry-order"
    case .tileOutOfRange: "entry-tile"
    case .zeroLength: "entry-length"
    case .missingOffset: "entry-offset"
    case .entryOutside: "entry-outside"
    case .leavesTooDeep: "leaf-depth"
    case .leafElsewhere: "leaf-tile"
    case .notClustered: "not-clustered"
    case .wrongCount(let count, _, _): "count-\(count.rawValue)"
    case .wrongZooms: "zoom-range"
    case .badMetadata: "metadata-json"
    case .metadataLacks: "metadata-content"
    case .badTile: "tile-damaged"
    case .undeclaredLayer: "tile-layer"
    case .duplicateTile: "tile-twice"
    case .unreadable: "unreadable"
    case .tooManyTiles: "too-many-tiles"
    }
  }
}

extension ArchiveFault: CustomStringConvertible {
  /// What is wrong, without where.
  public var description: String {
    switch self {
    case .endsEarly: "the bytes end early"
    case .badMagic: "no PMTiles archive"
    case .badVersion(let version): "version \(version) is not 3"
    case .badClusteredFlag(let flag): "the clustered flag is \(flag)"
    case .badCompression(let number): "compression \(number) is not read here (1 none, 2 gzip)"
    case .badTileType(let number): "tile type \(number) is unknown"
    case .badZooms(let minimum, let maximum, let center):
      "zooms \(minimum) to \(maximum) with the centre at \(center)"
    case .badBounds: "bounds or centre outside the world or out of order"
    case .sectionOutsideFile(let section): "the \(section) section leads beyond the file"
    case .sectionsOverlap(let section): "the \(section) section shares bytes with another"
    case .rootTooFar: "the root directory ends behind byte 16,384"
    case .compression(let error): error.description
    case .emptyDirectory: "a directory without entries"
    case .entryCount(let count): "a directory cannot hold its \(count) entries"
    case .numberTooLong: "a number with more bits than its field"
    case .trailingBytes: "bytes follow a directory"
    case .entriesOutOfOrder: "entries out of order"
    case .tileOutOfRange: "a tile beyond the last zoom"
    case .zeroLength: "an entry of no bytes"
    case .missingOffset: "a first entry without an offset"
    case .entryOutside(let section): "an entry leads outside the \(section) section"
    case .leavesTooDeep: "leaf directories more than four deep"
    case .leafElsewhere: "a leaf directory of other tiles than said"
    case .notClustered: "contents are not in order, though said to be"
    case .wrongCount(let count, let stated, let found):
      "\(stated) \(count) stated, \(found) found"
    case .wrongZooms(let minimum, let maximum): "the tiles are of zooms \(minimum) to \(maximum)"
    case .badMetadata(let error): "metadata: \(error)"
    case .metadataLacks(let what): "metadata: \(what)"
    case .badTile(let tile, let fault, let offset): "tile \(tile), its byte \(offset): \(fault)"
    case .undeclaredLayer(let tile, let name):
      "tile \(tile) has the layer \"\(name)\", which vector_layers does not list"
    case .duplicateTile(let tile): "tile \(tile) is given twice"
    case .unreadable(let number): SystemError.text(of: number)
    case .tooManyTiles(let limit): "more than \(limit) tiles"
    }
  }
}
