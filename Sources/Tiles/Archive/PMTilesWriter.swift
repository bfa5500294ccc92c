import Compression
public import SimpleFeatures

/// Makes an archive of vector tiles.
///
/// Contents lie in the order of their tiles, each once; tiles in a row with one content are one
/// entry. The same tiles give the same bytes, in whatever order they were added.
///
/// - Note: Source – PMTiles specification 3.
public struct PMTilesWriter {
  /// What the header says besides the tiles.
  private var header = PMTilesHeader()
  private let metadata: [UInt8]
  private var tiles: [UInt64: [UInt8]] = [:]

  /// Begins an archive.
  ///
  /// - Parameters:
  ///   - metadata: A JSON object; of vector tiles it lists the layers in `vector_layers`.
  ///   - envelope: What is shown, degrees.
  ///   - center: Where a map begins.
  ///   - centerZoom: The zoom with which it begins.
  public init(metadata: [UInt8], envelope: Envelope, center: Position, centerZoom: UInt8) {
    self.metadata = metadata
    header.southWest = .init(Position(longitude: envelope.west, latitude: envelope.south))
    header.northEast = .init(Position(longitude: envelope.east, latitude: envelope.north))
    header.center = .init(center)
    header.centerZoom = centerZoom
  }

  /// Adds a tile.
  ///
  /// - Parameters:
  ///   - bytes: Not packed.
  ///   - tile: Its address.
  /// - Throws: ``ArchiveFault/duplicateTile(_:)``.
  public mutating func add(_ bytes: [UInt8], at tile: TileAddress) throws(TilesError) {
    guard tiles.updateValue(bytes, forKey: TileID(tile).value) == nil else {
      throw .archive(.duplicateTile(tile), offset: 0)
    }
  }

  /// The archive.
  ///
  /// - Returns: All its bytes.
  /// - Throws: ``ArchiveFault/emptyDirectory`` when no tile was added; ``TilesError`` when bytes
  ///   cannot be packed.
  /// - Complexity: O(*n* log *n* + *b*), *n* tiles of *b* bytes together.
  public func archive() throws(TilesError) -> [UInt8] {
    let (entries, content, contentCount) = try packedTiles()
    guard let first = entries.first, let last = entries.last,
      let lowest = TileID(first.tileID),
      let highest = TileID(last.tileID + UInt64(last.runLength) - 1)
    else { throw .archive(.emptyDirectory, offset: 0) }
    var header = header
    header.minimumZoom = UInt8(clamping: lowest.address.zoom)
    header.maximumZoom = UInt8(clamping: highest.address.zoom)
    header.addressedTiles = UInt64(tiles.count)
    header.tileEntries = UInt64(entries.count)
    header.tileContents = contentCount
    let directories = try Self.directories(of: entries)
    var end = UInt64(PMTilesHeader.byteCount)
    func section(_ bytes: [UInt8]) -> PMTilesHeader.Section {
      defer { end += UInt64(bytes.count) }
      return PMTilesHeader.Section(offset: end, length: UInt64(bytes.count))
    }
    let metadata = try Self.pack(metadata)
    header.root = section(directories.root)
    header.metadata = section(metadata)
    header.leaves = section(directories.leaves)
    header.tiles = section(content)
    return header.encoded + directories.root + metadata + directories.leaves + content
  }

  private func packedTiles() throws(TilesError) -> ([PMTilesEntry], [UInt8], UInt64) {
    var entries: [PMTilesEntry] = []
    var content: [UInt8] = []
    var places: [[UInt8]: (offset: UInt64, length: UInt32)] = [:]
    for (id, bytes) in tiles.sorted(by: { $0.key < $1.key }) {
      if let place = places[bytes] {
        if let last = entries.last, last.offset == place.offset,
          last.tileID + UInt64(last.runLength) == id, last.runLength < .max
        {
          entries[entries.count - 1].runLength += 1
        } else {
          entries.append(
            PMTilesEntry(tileID: id, offset: place.offset, length: place.length, runLength: 1))
        }
        continue
      }
      let packed = try Self.pack(bytes)
      let place = (offset: UInt64(content.count), length: UInt32(clamping: packed.count))
      places[bytes] = place
      content += packed
      entries.append(
        PMTilesEntry(tileID: id, offset: place.offset, length: place.length, runLength: 1))
    }
    return (entries, content, UInt64(places.count))
  }

  /// One root directory where it fits into the file's first 16,384 bytes; else leaf directories of
  /// as few entries as let their root fit.
  static func directories(
    of entries: [PMTilesEntry]
  ) throws(TilesError) -> (root: [UInt8], leaves: [UInt8]) {
    let limit = Int(PMTilesHeader.rootLimit) - PMTilesHeader.byteCount
    // Sizes of tiles vary, so an entry takes more than a byte even packed: no use to try more.
    if entries.count <= limit {
      let root = try pack(PMTilesDirectory(entries).encoded)
      if root.count <= limit { return (root, []) }
    }
    var size = 4_096
    while true {
      var leaves: [UInt8] = []
      var pointers: [PMTilesEntry] = []
      for start in stride(from: 0, to: entries.count, by: size) {
        let slice = Array(entries[start..<min(start + size, entries.count)])
        let leaf = try pack(PMTilesDirectory(slice).encoded)
        pointers.append(
          PMTilesEntry(
            tileID: entries[start].tileID, offset: UInt64(leaves.count),
            length: UInt32(clamping: leaf.count), runLength: 0))
        leaves += leaf
      }
      let root = try pack(PMTilesDirectory(pointers).encoded)
      if root.count <= limit { return (root, leaves) }
      size *= 2
    }
  }

  private static func pack(_ bytes: [UInt8]) throws(TilesError) -> [UInt8] {
    do {
      return try Gzip.compress(bytes, level: 9)
    } catch {
      throw .archive(.compression(error), offset: 0)
    }
  }
}
