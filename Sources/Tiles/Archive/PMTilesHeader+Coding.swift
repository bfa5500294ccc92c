extension PMTilesHeader {
  private static let magic = Array("PMTiles".utf8)

  /// Reads a header.
  ///
  /// - Parameter bytes: The file's first 127 bytes or more.
  /// - Throws: ``TilesError/archive(_:offset:)`` for bytes that are no header of version 3, and for
  ///   codes that have no meaning. Values that only contradict each other are left to verification.
  public init(decoding bytes: [UInt8]) throws(TilesError) {
    guard bytes.starts(with: Self.magic) else {
      // What is cut short within the word may still have been one.
      let isCut = bytes.count < Self.magic.count && Self.magic.starts(with: bytes)
      throw .archive(isCut ? .endsEarly : .badMagic, offset: 0)
    }
    guard bytes.count >= Self.byteCount else {
      throw .archive(.endsEarly, offset: UInt64(bytes.count))
    }
    guard bytes[7] == 3 else { throw .archive(.badVersion(bytes[7]), offset: 7) }
    let fields = LittleEndianFields(bytes)
    root = fields.section(at: 8)
    metadata = fields.section(at: 24)
    leaves = fields.section(at: 40)
    tiles = fields.section(at: 56)
    addressedTiles = fields.uint64(at: 72)
    tileEntries = fields.uint64(at: 80)
    tileContents = fields.uint64(at: 88)
    guard bytes[96] <= 1 else { throw .archive(.badClusteredFlag(bytes[96]), offset: 96) }
    isClustered = bytes[96] == 1
    guard let inside = Compression(rawValue: bytes[97]) else {
      throw .archive(.badCompression(bytes[97]), offset: 97)
    }
    guard let ofTiles = Compression(rawValue: bytes[98]) else {
      throw .archive(.badCompression(bytes[98]), offset: 98)
    }
    guard let type = TileType(rawValue: bytes[99]) else {
      throw .archive(.badTileType(bytes[99]), offset: 99)
    }
    (internalCompression, tileCompression, tileType) = (inside, ofTiles, type)
    (minimumZoom, maximumZoom, centerZoom) = (bytes[100], bytes[101], bytes[118])
    southWest = fields.place(at: 102)
    northEast = fields.place(at: 110)
    center = fields.place(at: 119)
  }

  /// The 127 bytes.
  public var encoded: [UInt8] {
    var bytes = Self.magic + [3]
    let numbers =
      [root, metadata, leaves, tiles].flatMap { [$0.offset, $0.length] }
      + [addressedTiles, tileEntries, tileContents]
    for number in numbers { Self.append(number, count: 8, to: &bytes) }
    bytes += [
      isClustered ? 1 : 0, internalCompression.rawValue, tileCompression.rawValue,
      tileType.rawValue, minimumZoom, maximumZoom,
    ]
    Self.append(southWest, to: &bytes)
    Self.append(northEast, to: &bytes)
    bytes.append(centerZoom)
    Self.append(center, to: &bytes)
    return bytes
  }

  private static func append(_ place: Place, to bytes: inout [UInt8]) {
    append(UInt64(UInt32(bitPattern: place.longitudeE7)), count: 4, to: &bytes)
    append(UInt64(UInt32(bitPattern: place.latitudeE7)), count: 4, to: &bytes)
  }

  private static func append(_ number: UInt64, count: Int, to bytes: inout [UInt8]) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * index))) }
  }
}

/// Fields of fixed places, the lowest byte first.
private struct LittleEndianFields {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func uint64(at offset: Int) -> UInt64 { number(at: offset, count: 8) }

  func section(at offset: Int) -> PMTilesHeader.Section {
    PMTilesHeader.Section(offset: uint64(at: offset), length: uint64(at: offset + 8))
  }

  func place(at offset: Int) -> PMTilesHeader.Place {
    PMTilesHeader.Place(
      longitudeE7: Int32(truncatingIfNeeded: number(at: offset, count: 4)),
      latitudeE7: Int32(truncatingIfNeeded: number(at: offset + 4, count: 4)))
  }

  private func number(at offset: Int, count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
  }
}
