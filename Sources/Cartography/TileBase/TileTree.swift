import Foundation
import JSONText
import Tiles

/// A folder of tiles as files `z/x/y.mvt` or `.pbf`, packed by gzip or not.
struct TileTree: Sendable {
  /// Bytes of one file at most.
  private static let fileLimit: UInt64 = 64 << 20

  let path: String
  /// The zooms that have a folder.
  let zooms: ClosedRange<Int>
  /// What `metadata.json` says, where there is one.
  let metadata: JSONObject?

  /// Looks at a folder; `nil` when it has no folder of a zoom.
  init?(path: String) throws(TileBaseError) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let found = names.compactMap(Self.number).filter { $0 <= TileAddress.maximumZoom }
    guard let lowest = found.min(), let highest = found.max() else { return nil }
    self.path = path
    zooms = lowest...highest
    metadata = try Self.metadata(in: path)
  }

  /// The bytes of a tile as they are stored; `nil` when there is no such file.
  func storedBytes(of tile: TileAddress) throws(TilesError) -> [UInt8]? {
    for ending in ["mvt", "pbf"] {
      if let bytes = try Self.bytes(of: "\(path)/\(tile).\(ending)") { return bytes }
    }
    return nil
  }

  /// Some tile, for what its layers tell: the first file of the first column of the highest zoom.
  func anyTile() throws(TilesError) -> (tile: TileAddress, bytes: [UInt8])? {
    for zoom in zooms.reversed() {
      for column in Self.entries("\(path)/\(zoom)").sorted() {
        for row in Self.entries("\(path)/\(zoom)/\(column)").sorted() {
          guard let tile = TileAddress(zoom: zoom, x: column, y: row) else { continue }
          if let bytes = try storedBytes(of: tile) { return (tile, bytes) }
        }
      }
    }
    return nil
  }

  private static func entries(_ path: String) -> [Int] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).compactMap { name in
      number(String(name.prefix { $0 != "." }))
    }
  }

  /// A number in plain digits, without zeros in front.
  private static func number(_ name: String) -> Int? {
    Int(name).flatMap { $0 >= 0 && String($0) == name ? $0 : nil }
  }

  private static func bytes(of path: String) throws(TilesError) -> [UInt8]? {
    let reader: FileReader
    do {
      reader = try FileReader(path: path)
    } catch .unreadable(_, ENOENT) {
      return nil
    }
    guard reader.byteCount <= fileLimit else {
      throw .unreadable(path: path, errorNumber: EFBIG)
    }
    return try reader.bytes(in: 0..<reader.byteCount)
  }

  private static func metadata(in folder: String) throws(TileBaseError) -> JSONObject? {
    let path = "\(folder)/metadata.json"
    do {
      guard let bytes = try bytes(of: path) else { return nil }
      guard let object = try JSONValue(parsing: bytes).object else {
        throw TilesError.archive(.metadataLacks("not an object"), offset: 0)
      }
      return object
    } catch let error as JSONTextError {
      throw .unusable(path: path, .archive(.badMetadata(error), offset: 0))
    } catch let error as TilesError {
      throw .unusable(path: path, error)
    } catch {
      throw .unusable(path: path, .archive(.metadataLacks("unreadable"), offset: 0))
    }
  }
}
