import Compression
public import JSONText

/// An archive of tiles that is open for reading.
///
/// The header and the root directory are read once; every tile costs one search and one read, and
/// one more of each for every level of leaf directories.
///
/// - Note: Source – PMTiles specification 3.
public struct PMTilesArchive: Sendable {
  /// The header.
  public let header: PMTilesHeader
  let root: PMTilesDirectory
  private let reader: any RangeReader

  /// Leaf directories under one another at most; the format advises one.
  static let leafDepthLimit = 4
  /// Bytes of a directory, of the metadata or of a tile at most, once unpacked.
  static let unpackedLimit = 64 << 20

  /// Opens an archive.
  ///
  /// - Parameter reader: Its bytes.
  /// - Throws: ``TilesError`` when header or root directory cannot be used.
  public init(_ reader: any RangeReader) throws(TilesError) {
    let count = min(reader.byteCount, UInt64(PMTilesHeader.byteCount))
    header = try PMTilesHeader(decoding: try reader.bytes(in: 0..<count))
    self.reader = reader
    let bytes = try Self.unpacked(header.root, .root, as: header.internalCompression, of: reader)
    root = try PMTilesDirectory(decoding: bytes, at: header.root.offset)
  }

  /// Refuses an archive of which a part is missing, as after a download that was cut short.
  ///
  /// Opening does not ask: what is there can still be read and verified.
  ///
  /// - Throws: ``ArchiveFault/sectionOutsideFile(_:)``.
  public func requireWhole() throws(TilesError) {
    let sections: [(ArchiveFault.Section, PMTilesHeader.Section)] = [
      (.metadata, header.metadata), (.leaves, header.leaves), (.tiles, header.tiles),
    ]
    for (name, section) in sections {
      let (end, overflows) = section.offset.addingReportingOverflow(section.length)
      guard !overflows, end <= reader.byteCount else {
        throw .archive(.sectionOutsideFile(name), offset: section.offset)
      }
    }
  }

  /// The entry of a tile.
  ///
  /// - Parameter tile: Any tile.
  /// - Returns: `nil` when the archive has no such tile.
  /// - Throws: ``TilesError`` for a leaf directory that cannot be used.
  /// - Complexity: O(log *n*) and one read for each level of leaves.
  public func entry(of tile: TileAddress) throws(TilesError) -> PMTilesEntry? {
    let id = TileID(tile).value
    var directory = root
    for _ in 0...Self.leafDepthLimit {
      guard let entry = directory.entry(for: id) else { return nil }
      guard entry.isLeaf else { return entry }
      directory = try leaf(entry)
    }
    throw .archive(.leavesTooDeep, offset: header.leaves.offset)
  }

  /// The bytes of a tile as they are stored, packed as the header says.
  ///
  /// - Parameter tile: Any tile.
  /// - Returns: `nil` when the archive has no such tile.
  /// - Throws: ``TilesError``.
  public func storedBytes(of tile: TileAddress) throws(TilesError) -> [UInt8]? {
    guard let entry = try entry(of: tile) else { return nil }
    return try storedBytes(of: entry)
  }

  /// The bytes of a tile, unpacked.
  ///
  /// - Parameter tile: Any tile.
  /// - Returns: `nil` when the archive has no such tile.
  /// - Throws: ``TilesError``.
  public func bytes(of tile: TileAddress) throws(TilesError) -> [UInt8]? {
    guard let entry = try entry(of: tile) else { return nil }
    return try bytes(of: entry)
  }

  /// The metadata as it is written, unpacked.
  ///
  /// - Returns: A JSON text.
  /// - Throws: ``TilesError``.
  public func metadataBytes() throws(TilesError) -> [UInt8] {
    try Self.unpacked(header.metadata, .metadata, as: header.internalCompression, of: reader)
  }

  /// The metadata.
  ///
  /// - Returns: Its members.
  /// - Throws: ``TilesError`` for what is no JSON object.
  public func metadata() throws(TilesError) -> JSONObject {
    let offset = header.metadata.offset
    let value: JSONValue
    do {
      value = try JSONValue(parsing: try metadataBytes())
    } catch let error as JSONTextError {
      throw .archive(.badMetadata(error), offset: offset)
    } catch let error as TilesError {
      throw error
    } catch {
      throw .archive(.metadataLacks("unreadable"), offset: offset)
    }
    guard let object = value.object else {
      throw .archive(.metadataLacks("not an object"), offset: offset)
    }
    return object
  }

  /// Visits the entries of tiles in order, through all leaf directories.
  ///
  /// - Parameter body: Called with each entry.
  /// - Throws: ``TilesError`` for a leaf directory that cannot be used; what `body` throws.
  public func forEachEntry(_ body: (PMTilesEntry) throws(TilesError) -> Void) throws(TilesError) {
    try visit(root, depth: 0, end: TileID.end, body)
  }

  /// The tiles of the archive in its order.
  ///
  /// - Parameter limit: Tiles at most: runs of a small file may stand for more than memory holds.
  /// - Returns: Every tile once.
  /// - Throws: ``ArchiveFault/tooManyTiles(limit:)``; ``TilesError`` for a leaf directory that
  ///   cannot be used.
  public func addresses(limit: Int) throws(TilesError) -> [TileAddress] {
    var addresses: [TileAddress] = []
    try forEachEntry { (entry) throws(TilesError) in
      guard Int(entry.runLength) <= limit - addresses.count else {
        throw .archive(.tooManyTiles(limit: limit), offset: header.root.offset)
      }
      for step in 0..<UInt64(entry.runLength) {
        if let id = TileID(entry.tileID + step) { addresses.append(id.address) }
      }
    }
    return addresses
  }

  private func visit(
    _ directory: PMTilesDirectory, depth: Int, end: UInt64,
    _ body: (PMTilesEntry) throws(TilesError) -> Void
  ) throws(TilesError) {
    for (index, entry) in directory.entries.enumerated() {
      guard entry.tileID < end, UInt64(entry.runLength) <= end - entry.tileID else {
        throw .archive(.leafElsewhere, offset: header.leaves.offset)
      }
      guard entry.isLeaf else {
        try body(entry)
        continue
      }
      guard depth < Self.leafDepthLimit else {
        throw .archive(.leavesTooDeep, offset: header.leaves.offset)
      }
      let leaf = try leaf(entry)
      guard leaf.entries.first?.tileID == entry.tileID else {
        throw .archive(
          .leafElsewhere, offset: header.leaves.offset.addingReportingOverflow(entry.offset).0)
      }
      let next = index + 1 < directory.entries.count ? directory.entries[index + 1].tileID : end
      try visit(leaf, depth: depth + 1, end: min(next, end), body)
    }
  }

  private func leaf(_ entry: PMTilesEntry) throws(TilesError) -> PMTilesDirectory {
    let section = try place(of: entry, in: header.leaves, .leaves)
    let bytes = try Self.unpacked(section, .leaves, as: header.internalCompression, of: reader)
    return try PMTilesDirectory(decoding: bytes, at: section.offset)
  }

  /// The bytes of an entry as they are stored.
  func storedBytes(of entry: PMTilesEntry) throws(TilesError) -> [UInt8] {
    try Self.stored(try place(of: entry, in: header.tiles, .tiles), .tiles, of: reader)
  }

  /// The bytes of an entry, unpacked.
  func bytes(of entry: PMTilesEntry) throws(TilesError) -> [UInt8] {
    let section = try place(of: entry, in: header.tiles, .tiles)
    return try Self.unpacked(section, .tiles, as: header.tileCompression, of: reader)
  }

  private func place(
    of entry: PMTilesEntry, in section: PMTilesHeader.Section, _ name: ArchiveFault.Section
  ) throws(TilesError) -> PMTilesHeader.Section {
    let length = UInt64(entry.length)
    let (offset, overflows) = section.offset.addingReportingOverflow(entry.offset)
    guard !overflows, length <= section.length, entry.offset <= section.length - length else {
      throw .archive(.entryOutside(name), offset: section.offset)
    }
    return PMTilesHeader.Section(offset: offset, length: length)
  }

  private static func stored(
    _ section: PMTilesHeader.Section, _ name: ArchiveFault.Section, of reader: any RangeReader
  ) throws(TilesError) -> [UInt8] {
    let (end, overflows) = section.offset.addingReportingOverflow(section.length)
    guard !overflows, end <= reader.byteCount, section.length <= UInt64(unpackedLimit) else {
      throw .archive(.sectionOutsideFile(name), offset: section.offset)
    }
    return try reader.bytes(in: section.offset..<end)
  }

  private static func unpacked(
    _ section: PMTilesHeader.Section, _ name: ArchiveFault.Section,
    as compression: PMTilesHeader.Compression, of reader: any RangeReader
  ) throws(TilesError) -> [UInt8] {
    let bytes = try stored(section, name, of: reader)
    switch compression {
    case .none: return bytes
    case .gzip:
      do {
        return try Gzip.decompress(bytes, limit: unpackedLimit)
      } catch {
        throw .archive(.compression(error), offset: section.offset)
      }
    case .unknown, .brotli, .zstd:
      throw .archive(.badCompression(compression.rawValue), offset: name == .tiles ? 98 : 97)
    }
  }
}
