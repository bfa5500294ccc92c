import Cartography
import Tiles

/// The tiles under the maps, as they are served.
struct ServedTiles: Sendable {
  /// The tiles.
  let base: TileBase
  /// A hash of the archive, in hexadecimal; `nil` for a folder, whose tiles may change one by one.
  let hash: String?

  /// Reads an archive once for its hash.
  ///
  /// - Throws: `TilesError` when it cannot be read.
  init(_ base: TileBase) throws(TilesError) {
    self.base = base
    hash = try base.archive.map { archive throws(TilesError) in try Self.hash(archive) }
  }

  /// The name under which the whole archive is served: another one for other content, so that who
  /// has read its directory never gets other tiles.
  var archiveName: String? { hash.map { "mosul-\($0).pmtiles" } }

  /// What decides the bytes of a tile; `nil` where only they themselves tell.
  func input(of tile: TileAddress) -> String? { hash.map { "\($0)/\(tile)" } }

  /// FNV-1a (Fowler, Noll, Vo), 64 bits, over everything.
  private static func hash(_ reader: any RangeReader) throws(TilesError) -> String {
    var hash = ContentHash()
    var offset: UInt64 = 0
    while offset < reader.byteCount {
      let end = min(offset + 1_048_576, reader.byteCount)
      hash.add(try reader.bytes(in: offset..<end))
      offset = end
    }
    return hash.text
  }
}

/// A hash of bytes that come in pieces.
///
/// - Note: Source – FNV-1a (Fowler, Noll, Vo), 64 bits.
struct ContentHash {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// Sixteen hexadecimal digits.
  var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
