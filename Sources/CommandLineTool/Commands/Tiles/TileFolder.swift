import Foundation
import JSONText
import SimpleFeatures
import Tiles

/// A folder of vector tiles: `z/x/y.mvt` (or `.pbf`) and `metadata.json`.
struct TileFolder {
  /// Tiles that are taken at once at most.
  static let tileLimit = 1_000_000
  /// Bytes of one file at most.
  private static let fileLimit = 64 << 20

  let path: String

  private var root: URL { URL(fileURLWithPath: path) }
  private var metadataFile: URL { root.appending(path: "metadata.json") }

  /// Writes every tile of an archive; how many.
  func unpack(_ archive: PMTilesArchive) throws -> Int {
    guard archive.header.tileType == .mvt else {
      throw CommandError.unreadable(path: path, reason: "the archive holds no vector tiles")
    }
    let there = try? FileManager.default.contentsOfDirectory(atPath: path)
    guard there ?? [] == [], there != nil || !FileManager.default.fileExists(atPath: path) else {
      throw CommandError.unwritable(path: path, reason: "it is there already and not empty")
    }
    let addresses = try archive.addresses(limit: Self.tileLimit)
    try NewFile.write(try archive.metadataBytes(), to: metadataFile.path)
    for address in addresses {
      guard let bytes = try archive.bytes(of: address) else { continue }
      try NewFile.write(bytes, to: root.appending(path: "\(address).mvt").path)
    }
    return addresses.count
  }

  /// The archive of the folder's tiles, and how many they are.
  func packed() throws -> (bytes: [UInt8], count: Int) {
    let metadata = try Self.read(metadataFile)
    let tiles = try addresses()
    let places = try ArchivePlaces(metadata: metadata, tiles: tiles.map(\.address), metadataFile)
    var writer = PMTilesWriter(
      metadata: metadata, envelope: places.envelope, center: places.center,
      centerZoom: places.centerZoom)
    for (address, file) in tiles {
      let bytes = try Self.read(file)
      do {
        _ = try VectorTile(decoding: bytes)
      } catch {
        throw CommandError.unreadable(path: file.path, reason: error.description)
      }
      try writer.add(bytes, at: address)
    }
    return (try writer.archive(), tiles.count)
  }

  /// The tiles of the folder; a file that is none is refused, so that none is lost by its name.
  private func addresses() throws -> [(address: TileAddress, file: URL)] {
    guard let files = FileManager.default.enumerator(atPath: path) else {
      throw CommandError.unreadable(path: path, reason: "no folder")
    }
    var found: [(address: TileAddress, file: URL)] = []
    while let name = files.nextObject() as? String {
      let file = root.appending(path: name)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if isFolder.boolValue || name == "metadata.json" { continue }
      let stem = ["mvt", "pbf"].contains(file.pathExtension) ? name.dropLast(4) : ""
      guard let address = TileAddress(stem), address.description == stem else {
        throw CommandError.unreadable(path: file.path, reason: "no file z/x/y.mvt")
      }
      guard found.count < Self.tileLimit else {
        throw CommandError.unreadable(path: path, reason: "more than \(Self.tileLimit) tiles")
      }
      found.append((address, file))
    }
    guard !found.isEmpty else { throw CommandError.unreadable(path: path, reason: "no tiles") }
    return found
  }

  private static func read(_ file: URL) throws -> [UInt8] {
    let reader = try FileReader(path: file.path)
    guard reader.byteCount <= UInt64(fileLimit) else {
      throw CommandError.unreadable(path: file.path, reason: "more than \(fileLimit) bytes")
    }
    return try reader.bytes(in: 0..<reader.byteCount)
  }
}

/// What an archive shows and where a map of it begins.
private struct ArchivePlaces {
  let envelope: Envelope
  let center: Position
  let centerZoom: UInt8

  /// Taken from the members `bounds` and `center`, else from the tiles of the last zoom.
  init(metadata: [UInt8], tiles: [TileAddress], _ file: URL) throws {
    let object: JSONObject?
    do {
      object = try JSONValue(parsing: metadata).object
    } catch {
      throw CommandError.unreadable(path: file.path, reason: error.description)
    }
    guard let object else {
      throw CommandError.unreadable(path: file.path, reason: "no JSON object")
    }
    let zooms = tiles.map(\.zoom)
    let (lowest, highest) = (zooms.min() ?? 0, zooms.max() ?? 0)
    let last = tiles.filter { $0.zoom == highest }.map(\.envelope)
    let bounds = object["bounds"]?.array?.compactMap(\.double) ?? []
    if bounds.count == 4 {
      envelope = Envelope(west: bounds[0], south: bounds[1], east: bounds[2], north: bounds[3])
    } else {
      envelope =
        last.reduce(nil) { $0?.union($1) ?? $1 }
        ?? Envelope(west: -180, south: -85, east: 180, north: 85)
    }
    let middle = object["center"]?.array?.compactMap(\.double) ?? []
    if middle.count == 3 {
      center = Position(longitude: middle[0], latitude: middle[1])
      centerZoom = UInt8(min(max(middle[2], Double(lowest)), Double(highest)))
    } else {
      center = envelope.center
      centerZoom = UInt8(clamping: lowest)
    }
  }
}
