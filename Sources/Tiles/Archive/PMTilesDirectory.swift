/// One entry of a directory: tiles of one content, or a leaf directory.
public struct PMTilesEntry: Hashable, Sendable {
  /// The number of the first tile.
  public var tileID: UInt64
  /// Where the content begins in the tiles, or the directory in the leaves, bytes.
  public var offset: UInt64
  /// How many bytes, more than 0.
  public var length: UInt32
  /// How many tiles in a row have the content; 0 for a leaf directory.
  public var runLength: UInt32

  /// Makes an entry.
  ///
  /// - Parameters:
  ///   - tileID: The number of the first tile.
  ///   - offset: Where it begins in its section, bytes.
  ///   - length: Bytes, more than 0.
  ///   - runLength: Tiles in a row; 0 for a leaf directory.
  public init(tileID: UInt64, offset: UInt64, length: UInt32, runLength: UInt32) {
    self.tileID = tileID
    self.offset = offset
    self.length = length
    self.runLength = runLength
  }

  /// Whether the entry leads to a leaf directory.
  public var isLeaf: Bool { runLength == 0 }
}

/// A list of entries in the order of their tiles.
///
/// - Note: Source – PMTiles specification 3, §4.
public struct PMTilesDirectory: Hashable, Sendable {
  /// The entries: tiles ascend, and no run reaches the next entry.
  public let entries: [PMTilesEntry]

  /// Takes entries that are in order.
  ///
  /// - Parameter entries: Tiles ascend, and no run reaches the next entry.
  init(_ entries: [PMTilesEntry]) { self.entries = entries }

  /// The entry whose run holds a tile, or the leaf directory that would.
  ///
  /// - Parameter tileID: The tile's number.
  /// - Returns: `nil` when no entry reaches the tile.
  /// - Complexity: O(log *n*), *n* entries.
  public func entry(for tileID: UInt64) -> PMTilesEntry? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].tileID <= tileID { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let entry = entries[low - 1]
    return entry.isLeaf || tileID - entry.tileID < UInt64(entry.runLength) ? entry : nil
  }

  /// Reads a directory.
  ///
  /// - Parameters:
  ///   - bytes: Not packed.
  ///   - origin: Where the packed bytes begin in the file, for errors.
  /// - Throws: ``TilesError/archive(_:offset:)`` for a rule that is broken.
  /// - Complexity: O(*n*), *n* bytes; memory too, whatever count the bytes claim.
  init(decoding bytes: [UInt8], at origin: UInt64) throws(TilesError) {
    do {
      self.init(try Self.entries(bytes))
    } catch {
      throw .archive(error, offset: origin)
    }
  }

  private static func entries(_ bytes: [UInt8]) throws(ArchiveFault) -> [PMTilesEntry] {
    var columns = VarintColumns(bytes)
    let stated = try columns.next()
    // Each entry has at least one byte in each of four columns.
    guard stated <= UInt64(bytes.count / 4) else { throw .entryCount(stated) }
    guard stated > 0 else { throw .emptyDirectory }
    let count = Int(stated)
    var entries: [PMTilesEntry] = []
    entries.reserveCapacity(count)
    var tileID: UInt64 = 0
    for index in 0..<count {
      let delta = try columns.next()
      guard index == 0 || delta > 0 else { throw .entriesOutOfOrder }
      guard delta < TileID.end - tileID else { throw .tileOutOfRange }
      tileID += delta
      entries.append(PMTilesEntry(tileID: tileID, offset: 0, length: 0, runLength: 0))
    }
    for index in 0..<count { entries[index].runLength = try columns.next32() }
    for index in 0..<count {
      entries[index].length = try columns.next32()
      guard entries[index].length > 0 else { throw .zeroLength }
    }
    for index in 0..<count {
      let code = try columns.next()
      guard code == 0 else {
        entries[index].offset = code - 1
        continue
      }
      guard index > 0 else { throw .missingOffset }
      let (offset, overflows) = entries[index - 1].offset.addingReportingOverflow(
        UInt64(entries[index - 1].length))
      guard !overflows else { throw .entryOutside(.tiles) }
      entries[index].offset = offset
    }
    guard columns.isAtEnd else { throw .trailingBytes }
    try check(entries)
    return entries
  }

  private static func check(_ entries: [PMTilesEntry]) throws(ArchiveFault) {
    for (index, entry) in entries.enumerated() {
      let next = index + 1 < entries.count ? entries[index + 1].tileID : TileID.end
      guard UInt64(entry.runLength) <= next - entry.tileID else {
        throw next == TileID.end ? .tileOutOfRange : .entriesOutOfOrder
      }
    }
  }

  /// The bytes, not packed.
  var encoded: [UInt8] {
    var writer = ProtobufWriter()
    writer.varint(UInt64(entries.count))
    var last: UInt64 = 0
    for entry in entries {
      writer.varint(entry.tileID - last)
      last = entry.tileID
    }
    for entry in entries { writer.varint(UInt64(entry.runLength)) }
    for entry in entries { writer.varint(UInt64(entry.length)) }
    var end: UInt64?
    for entry in entries {
      writer.varint(entry.offset == end ? 0 : entry.offset + 1)
      end = entry.offset + UInt64(entry.length)
    }
    return writer.bytes
  }
}

/// The numbers of a directory, column by column.
private struct VarintColumns {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func next() throws(ArchiveFault) -> UInt64 {
    do {
      return try Varint.read(bytes, at: &offset, before: bytes.count)
    } catch {
      throw error == .tooLong ? .numberTooLong : .endsEarly
    }
  }

  mutating func next32() throws(ArchiveFault) -> UInt32 {
    guard let number = UInt32(exactly: try next()) else { throw .numberTooLong }
    return number
  }
}
