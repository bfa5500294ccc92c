import Foundation
import Tiles

extension TileBase {
  /// The name of our own archive, which gives way to a user's.
  static let ownArchive = "mosul.pmtiles"

  /// The tiles that are part of the program.
  ///
  /// - Returns: The same on every call.
  /// - Throws: ``TileBaseError``, if the program was built with a damaged archive.
  public static func builtIn() throws(TileBaseError) -> TileBase {
    try TileBase(archive: BuiltInTiles(), path: nil, origin: .builtIn)
  }

  /// The tiles to draw with.
  ///
  /// In this order: those that an option names, those that the environment names, archives in the
  /// folder `tiles` by name and our own last, that folder as `z/x/y.mvt`, the built-in tiles. What
  /// was named must be usable; what was only found and is not gives way to the built-in tiles,
  /// which ``TileBase/notes`` says.
  ///
  /// - Parameters:
  ///   - option: A file or folder, as an option names it.
  ///   - environment: The same, as `SIJIL_TILES` names it; empty counts as none.
  ///   - folder: Where to look when neither is given.
  /// - Returns: The first that there are.
  /// - Throws: ``TileBaseError`` for named tiles that cannot be used.
  public static func lookup(
    option: String? = nil, environment: String? = nil, folder: String = "tiles"
  ) throws(TileBaseError) -> TileBase {
    if let named = option ?? environment, !named.isEmpty {
      guard let base = try open(named, origin: .named) else { throw .noTiles(path: named) }
      return base
    }
    do {
      if let found = try open(folder, origin: .found) { return found }
      return try builtIn()
    } catch {
      return try builtIn().noting(error)
    }
  }

  /// The same tiles, with a note that others could not be used.
  func noting(_ error: TileBaseError) -> TileBase {
    var base = self
    base.notes.append("tiles not used: \(error)")
    return base
  }

  /// A file, or what a folder holds; `nil` when it holds none.
  private static func open(_ path: String, origin: Origin) throws(TileBaseError) -> TileBase? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      guard origin == .found else { throw .unusable(path: path, missing(path)) }
      return nil
    }
    guard isFolder.boolValue else { return try archive(path, origin: origin) }
    if let name = archives(in: path).first {
      return try archive("\(path)/\(name)", origin: origin)
    }
    guard try TileTree(path: path) != nil else { return nil }
    return try TileBase(folder: path, origin: origin)
  }

  private static func missing(_ path: String) -> TilesError {
    .unreadable(path: path, errorNumber: ENOENT)
  }

  private static func archive(_ path: String, origin: Origin) throws(TileBaseError) -> TileBase {
    let reader: FileReader
    do {
      reader = try FileReader(path: path)
    } catch {
      throw .unusable(path: path, error)
    }
    return try TileBase(archive: reader, path: path, origin: origin)
  }

  /// The archives of a folder by name, our own last.
  private static func archives(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".pmtiles") && !$0.hasPrefix(".") }
      .sorted { ($0 == ownArchive ? 1 : 0, $0) < ($1 == ownArchive ? 1 : 0, $1) }
  }
}
